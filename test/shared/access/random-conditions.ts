import fc from 'fast-check';

/** Keys of the random requests, each with values of one type that meet often. */
const GUARDRAIL = 'arn:aws:bedrock:us-east-1:111122223333:guardrail/abc';
const TEAM = '$' + '{aws:PrincipalTag/team}';
const TEAM_OR_A = '$' + "{aws:PrincipalTag/team, 'a'}";

const WORDS = ['us-east-1', 'flex', 'ml', 'a', ''];

interface Family {
  readonly keys: readonly string[];
  readonly operators: readonly string[];
  /** Values of requests. */
  readonly told: readonly string[];
  /** Values of policies, beside those of requests. */
  readonly asked: readonly (string | number | boolean)[];
}

const FAMILIES: readonly Family[] = [
  {
    keys: [
      'aws:RequestedRegion',
      'bedrock:ServiceTier',
      'aws:PrincipalTag/team',
      'aws:ResourceTag/team',
      'aws:TagKeys',
    ],
    operators: [
      'StringEquals',
      'StringNotEquals',
      'StringEqualsIgnoreCase',
      'StringNotEqualsIgnoreCase',
      'StringLike',
      'StringNotLike',
    ],
    told: [...WORDS, 'A', '*'],
    asked: ['*', 'f*', '?', 'f?ex', '*l*', TEAM, TEAM_OR_A, '$' + '{*}', 'us-*-1', true],
  },
  {
    keys: ['bedrock:GuardrailIdentifier', 'bedrock:InferenceProfileArn', 'aws:PrincipalArn'],
    operators: [
      'ArnEquals',
      'ArnNotEquals',
      'ArnLike',
      'ArnNotLike',
      'StringLike',
      'StringNotEquals',
    ],
    told: [GUARDRAIL, `${GUARDRAIL}:3`, 'arn:aws:iam::111122223333:role/app', 'abc'],
    asked: [
      'arn:aws:bedrock:*:*:guardrail/*',
      'arn:aws:bedrock:*:guardrail/abc',
      `${GUARDRAIL}*`,
      `${GUARDRAIL}:?`,
      'arn:aws:iam::*:role/*',
      'arn:*:iam::1111222?3333:user/bob',
      '*',
    ],
  },
  {
    keys: ['aws:MultiFactorAuthAge', 'aws:TagKeys'],
    operators: [
      'NumericEquals',
      'NumericNotEquals',
      'NumericLessThan',
      'NumericLessThanEquals',
      'NumericGreaterThan',
      'NumericGreaterThanEquals',
    ],
    told: ['300', '3600', '-5', '299.5', 'x'],
    asked: [300, '300.0', '0', '1000000'],
  },
  {
    keys: ['aws:CurrentTime', 'aws:TokenIssueTime'],
    operators: [
      'DateEquals',
      'DateNotEquals',
      'DateLessThan',
      'DateLessThanEquals',
      'DateGreaterThan',
      'DateGreaterThanEquals',
    ],
    told: ['2026-06-01T00:00:00Z', '2026-06-01T02:00:00+02:00', '1780272000', '2026-01-02', 'x'],
    asked: ['2026-06-01', '2026', '2026-01-02T00:00:00.000Z', 1767312000],
  },
  {
    keys: ['aws:SourceIp'],
    operators: ['IpAddress', 'NotIpAddress'],
    told: ['203.0.113.7', '198.51.100.1', '2001:db8::1', 'x'],
    asked: ['203.0.113.0/24', '0.0.0.0/0', '::/0', '2001:db8::/32', '2001:DB8:0::0001/128'],
  },
  {
    keys: ['aws:MultiFactorAuthPresent', 'aws:SecureTransport'],
    operators: ['Bool', 'Bool', 'BinaryEquals'],
    told: ['true', 'false', 'True'],
    asked: [true, false, 'QUJD'],
  },
];

const prefixes = fc.constantFrom('', '', '', 'ForAllValues:', 'ForAnyValue:');
const suffixes = fc.constantFrom('', '', 'IfExists');
const nulls = fc
  .tuple(
    fc.constantFrom(...FAMILIES.flatMap(({ keys }) => keys)),
    fc.constantFrom('true', 'false', true),
  )
  .map(([key, value]) => ({ Null: { [key]: value } }));

const tests = fc.oneof(
  { weight: 1, arbitrary: nulls },
  ...FAMILIES.map(({ keys, operators, told, asked }, at) => {
    const value = fc.constantFrom(...told, ...asked);
    const arbitrary = fc
      .record({
        key: fc.constantFrom(...keys),
        prefix: prefixes,
        operator: fc.constantFrom(...operators),
        suffix: suffixes,
        wanted: fc.oneof(value, fc.array(value, { maxLength: 3 })),
      })
      .map(({ key, prefix, operator, suffix, wanted }) => ({
        [`${prefix}${operator}${suffix}`]: { [key]: wanted },
      }));
    return { weight: at === 0 ? 5 : 2, arbitrary };
  }),
);

/** `Condition` blocks of one or two operators, or none. */
export const conditions = fc.option(
  fc.array(tests, { minLength: 1, maxLength: 2 }).map((blocks) => Object.assign({}, ...blocks)),
  { nil: undefined, freq: 2 },
);

/** Condition keys with values; an empty list says that the request has none. */
export const contexts: fc.Arbitrary<Readonly<Record<string, string | readonly string[]>>> = fc
  .array(
    fc.oneof(
      ...FAMILIES.map(({ keys, told }) =>
        fc.tuple(
          fc.constantFrom(...keys),
          fc.oneof(fc.constantFrom(...told), fc.array(fc.constantFrom(...told), { maxLength: 2 })),
        ),
      ),
    ),
    { maxLength: 5 },
  )
  .map((entries) => Object.fromEntries(entries));
