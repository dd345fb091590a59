import { keyStem } from '../../data/service-reference.ts';
import type { ConditionTest } from '../../policy/policy.ts';
import type { Found, LintCheck, LintedStatement } from '../linted-policy.ts';
import { quoted } from '../words.ts';

const NETWORK_KEYS: readonly string[] = [
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:vpcsourceip',
  'aws:sourcevpcarn',
];

/**
 * `aws:SourceIp` is the public address; calls through a VPC endpoint do not have it but
 * `aws:VpcSourceIp`. (IAM User Guide, "AWS global condition context keys", aws:SourceIp.)
 */
export const sourceIp: LintCheck = {
  id: 'source-ip',
  *run({ statements }) {
    for (const statement of statements) {
      for (const condition of statement.conditions) {
        const path = `${statement.path}.Condition.${condition.operator}.${condition.key}`;
        if (keyStem(condition.key) !== 'aws:sourceip' || condition.comparison === 'null') continue;
        const own = condition.values.find(isPrivate);
        if (own !== undefined) yield { path, ...privateRange(own) };
        else if (!knowsEndpoints(statement)) yield { path, ...overEndpoint(condition, statement) };
      }
    }
  },
};

function isPrivate(range: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(range);
}

function privateRange(range: string): Omit<Found, 'path'> {
  return {
    severity: 'error',
    message: `${quoted(range)} is a private range; aws:SourceIp is always a public address.`,
    remedy: 'For addresses within a VPC, use aws:VpcSourceIp together with aws:SourceVpc.',
  };
}

function knowsEndpoints({ conditions }: LintedStatement): boolean {
  return conditions.some(
    ({ key, comparison }) =>
      NETWORK_KEYS.includes(keyStem(key)) ||
      (comparison === 'null' && keyStem(key) === 'aws:sourceip'),
  );
}

function overEndpoint(
  { negated, ifExists }: ConditionTest,
  { effect }: LintedStatement,
): Omit<Found, 'path'> {
  const applies = negated || ifExists;
  const verb = effect === 'Allow' ? 'allow' : 'deny';
  return {
    severity: 'warning',
    message: `Calls through a VPC endpoint have no aws:SourceIp: the statement ${applies ? `${verb === 'deny' ? 'denies' : 'allows'} them whatever the address` : `does not ${verb} them`}.`,
    remedy:
      'Say in a statement of its own, by aws:SourceVpc or aws:SourceVpce, which endpoints are meant.',
  };
}
