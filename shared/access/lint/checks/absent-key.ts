import { findConditionKey, keyStem } from '../../data/service-reference.ts';
import type { ConditionTest } from '../../policy/policy.ts';
import type { Found, LintCheck, LintedStatement } from '../linted-policy.ts';

/**
 * Keys that every request of Bedrock has, and those of which another check speaks.
 * (IAM User Guide, "AWS global condition context keys", availability of each.)
 */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'aws:currenttime',
  'aws:epochtime',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalisawsservice',
  'aws:principaltype',
  'aws:requestedregion',
  'aws:resourceaccount',
  'aws:securetransport',
  'aws:sourceip',
  'aws:useragent',
  'aws:userid',
  'aws:viaawsservice',
  'aws:vpcsourceip',
  // That a call without a guardrail is denied is what such a condition is written for.
  'bedrock:guardrailidentifier',
]);

/**
 * A Deny whose Not form holds as well where the request has no such key, and one on MFA that spares
 * access keys. (IAM User Guide, "Condition operators": negated operators are true for a missing key,
 * with IfExists and without.)
 */
export const absentKey: LintCheck = {
  id: 'absent-key',
  *run({ statements }) {
    for (const statement of statements) {
      if (statement.effect === 'Allow') continue;
      for (const condition of statement.conditions) {
        const found = judged(condition, statement);
        if (found === null) continue;
        const path = `${statement.path}.Condition.${condition.operator}.${condition.key}`;
        yield { path, ...found };
      }
    }
  },
};

function judged(condition: ConditionTest, statement: LintedStatement): Omit<Found, 'path'> | null {
  const { key, negated, quantifier, comparison, ifExists, values } = condition;
  const stem = keyStem(key);
  if (quantifier !== null || asksForPresence(stem, statement)) return null;
  if (stem === 'aws:multifactorauthpresent' && comparison === 'bool') {
    return ifExists || !values.includes('false') ? null : SPARES_KEYS;
  }
  if (!negated || LEFT_OUT.has(stem) || findConditionKey(key) === null) return null;
  if (isExemption(stem, statement)) return null;
  return {
    severity: stem.startsWith('bedrock') ? 'warning' : 'note',
    message: `Requests without ${key} are denied as well: the Not form holds where the key is missing${ifExists ? ', with IfExists too' : ''}.`,
    remedy: `Where only requests with the key are meant, add "Null": {"${key}": "false"}; IfExists makes no difference here.`,
  };
}

const SPARES_KEYS: Omit<Found, 'path'> = {
  severity: 'warning',
  message:
    'Access keys are spared: their requests have no aws:MultiFactorAuthPresent, and Bool needs it.',
  remedy: 'Write BoolIfExists.',
};

function asksForPresence(stem: string, { conditions }: LintedStatement): boolean {
  return conditions.some(
    (other) =>
      other.comparison === 'null' && keyStem(other.key) === stem && other.values.includes('false'),
  );
}

/** A Deny by Region that spares calls through certain profiles means all others. */
function isExemption(stem: string, { conditions }: LintedStatement): boolean {
  const byRegion = conditions.some(({ key }) => keyStem(key) === 'aws:requestedregion');
  return byRegion && stem.startsWith('bedrock:');
}
