import { describe, expect, test } from 'vitest';
import { LONGEST_POLICY, lintPolicy } from '../../../../shared/access/lint/lint-policy.ts';
import { allow, policy } from './lint-case.ts';

/** A list of about so many characters, each item of its own. */
function many(characters: number, item: (index: number) => string): readonly string[] {
  const length = Math.floor(characters / (item(9_999).length + 3));
  return Array.from({ length }, (_, index) => item(index));
}

const SHAPES: readonly (readonly [string, (size: number) => unknown])[] = [
  [
    'actions that do not exist',
    (size) => allow({ Action: many(size, (i) => `bedrock:Invoke${i}`) }),
  ],
  ['wildcards', (size) => allow({ Action: many(size, (i) => `bedrock:*${i}*a`) })],
  ['wildcards over services', (size) => allow({ Action: many(size, (i) => `b*${i}:*a*b`) })],
  ['one wildcard', (size) => allow({ Action: `bedrock:${'*a'.repeat(size / 2)}` })],
  [
    'actions by resources',
    (size) =>
      allow({
        Action: many(size / 2, (i) => `bedrock:*${i}*`),
        Resource: many(size / 2, (i) => `arn:aws:bedrock:*:*:${i}*`),
      }),
  ],
  [
    'profiles by models',
    (size) =>
      allow({
        Resource: many(size, (i) =>
          i % 2 === 0
            ? `arn:aws:bedrock:*:*:inference-profile/us.a.x${i}`
            : `arn:aws:bedrock:us-east-1::foundation-model/*a*b*c${i}`,
        ),
      }),
  ],
  ['a resource', (size) => allow({ Resource: `arn:aws:bedrock:${'*?'.repeat(size / 2)}` })],
  ['slashes', (size) => allow({ Resource: `arn:aws:bedrock:::${'/*'.repeat(size / 2)}` })],
  [
    'conditions',
    (size) =>
      allow({
        Condition: {
          StringNotEquals: Object.fromEntries(
            many(size, (i) => `bedrock:Key${i}`).map((k) => [k, 'x']),
          ),
        },
      }),
  ],
  [
    'operators with long names',
    (size) => allow({ Condition: { ['X'.repeat(size / 2)]: {}, ['Y'.repeat(size / 2)]: 1 } }),
  ],
  [
    'a long key with many values',
    (size) =>
      allow({
        Condition: { StringEquals: { ['k'.repeat(size / 2)]: many(size / 2, (i) => `${i}*`) } },
      }),
  ],
  [
    'statements',
    (size) => ({
      Version: '2012-10-17',
      Statement: many(size / 6, (i) => `s${i}`).map((Sid) => ({
        Sid,
        Effect: 'Deny',
        NotAction: '*',
        NotResource: '*',
      })),
    }),
  ],
  ['dots', (size) => allow({ Condition: { StringEquals: { ['.'.repeat(size)]: 1 } } })],
  ['variables', (size) => allow({ Resource: `arn:aws:bedrock:::${'${'.repeat(size / 2)}` })],
];

/** Steps that grow with the square of the text would run past any time limit of a test. */
describe('documents of 200 KB are looked into to their end', () => {
  test.each(SHAPES)('%s', (_, shape) => {
    const { findings } = lintPolicy(JSON.stringify(shape(200_000)), 'identity');
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.length).toBeLessThan(1_000);
  });
});

describe('texts that are no policy give one finding', () => {
  test.each([
    ['nothing', '', /is no JSON/],
    ['half a document', '{"Version":', /is no JSON/],
    ['a list', '[]', /is no JSON object/],
    ['null', 'null', /is no JSON object/],
    ['a text', '"policy"', /is no JSON object/],
    ['a long number', '9'.repeat(200_000), /is no JSON object/],
    ['lists in lists', '['.repeat(100_000) + ']'.repeat(100_000), /is no JSON object/],
    ['a megabyte', 'x'.repeat(LONGEST_POLICY + 1), /which no policy may have/],
  ])('%s', (_, text, says) => {
    const { findings, statements } = lintPolicy(text, 'identity');
    expect(findings).toEqual([
      expect.objectContaining({
        severity: 'error',
        line: text.length > LONGEST_POLICY ? null : 1,
        message: expect.stringMatching(says),
      }),
    ]);
    expect(statements).toBe(0);
  });
});

test('a document that is deeper than any policy is told, not fallen into', () => {
  const text = `{"Statement":${'['.repeat(90_000)}${']'.repeat(90_000)}}`;
  expect(lintPolicy(text, 'identity').findings.map(({ check }) => check)).toContain('refused');
  const odd = '{"__proto__":{"a":1},"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}';
  expect(lintPolicy(odd, 'identity').findings[0]?.path).toBe('__proto__');
});

test('an unknown version is told, and the statements are looked at all the same', () => {
  const { findings, statements } = lintPolicy(
    JSON.stringify({ ...allow({ Action: 'bedrock:Converse' }), Version: '2020-01-01' }),
    'identity',
  );
  expect(statements).toBe(1);
  expect(findings.map(({ check }) => check)).toEqual(['refused', 'unknown-action']);
});

test('a hundred findings of one check are enough', () => {
  const Action = Array.from({ length: 5_000 }, (_, index) => `bedrock:Nothing${index}`);
  const { findings } = lintPolicy(
    JSON.stringify(policy({ Effect: 'Allow', Action, Resource: '*' })),
    'identity',
  );
  const unknown = findings.filter(({ check }) => check === 'unknown-action');
  expect(unknown).toHaveLength(101);
  expect(unknown.at(-1)?.message).toContain('only the first 100 are listed');
});
