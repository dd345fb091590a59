import { canMatch } from '../../conditions/compare.ts';
import { hasVariable } from '../../conditions/variables.ts';
import { findConditionKey } from '../../data/service-reference.ts';
import { isArnPattern } from '../../matching/match-arn.ts';
import type { ConditionTest } from '../../policy/policy.ts';
import type { Found, LintCheck } from '../linted-policy.ts';
import { hasWildcard } from '../resource-pattern.ts';
import { quoted } from '../words.ts';

/** A value that its key never has, or that its operator cannot compare. */
export const valueForm: LintCheck = {
  id: 'value-form',
  *run({ statements }) {
    for (const { conditions, path } of statements) {
      for (const condition of conditions) {
        const at = `${path}.Condition.${condition.operator}.${condition.key}`;
        for (const [index, value] of condition.values.entries()) {
          const wrong = hasVariable(value) ? null : wrongWith(value, condition);
          if (wrong !== null) yield { severity: 'error', path: `${at}[${index}]`, ...wrong };
        }
      }
    }
  },
};

const TOKEN_TYPES: readonly string[] = ['LONG_TERM', 'SHORT_TERM'];

/**
 * Keys with few values, as AWS writes them. (Amazon Bedrock User Guide, "Control permissions for
 * generating and using Amazon Bedrock API keys", and "Service tiers for
 * optimizing performance and cost".)
 */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  'bedrock:bearertokentype': TOKEN_TYPES,
  'bedrock-mantle:bearertokentype': TOKEN_TYPES,
  'bedrock:servicetier': ['default', 'flex', 'priority', 'reserved'],
};

/** A literal that is none of the few values of its key. */
function unknownValue(
  value: string,
  { comparison, key }: Pick<ConditionTest, 'comparison' | 'key'>,
): Wrong | null {
  const known = VALUES[key.toLowerCase()];
  if (known === undefined || hasWildcard(value)) return null;
  const anyCase = comparison === 'string-equals-ignore-case';
  const same = (one: string) =>
    anyCase ? one.toLowerCase() === value.toLowerCase() : one === value;
  if (known.some(same)) return null;
  return {
    message: `${key} never has the value ${quoted(value)}.`,
    remedy: `Its values are ${known.join(', ')}.`,
  };
}

type Wrong = Pick<Found, 'message' | 'remedy'>;

function wrongWith(value: string, { comparison, operator, key }: ConditionTest): Wrong | null {
  if (comparison === 'null') return null;
  const text = quoted(value);
  if (findConditionKey(key)?.type === 'ARN' && !startsLikeArn(value)) {
    return {
      message: `${key} is an ARN, so that ${text} is never its value.`,
      remedy: 'Write the whole ARN.',
    };
  }
  const unknown = unknownValue(value, { comparison, key });
  if (unknown !== null) return unknown;
  if (!canMatch(comparison, value)) {
    return {
      message: `${text} is nothing that ${operator} can compare, so that it matches no value.`,
      remedy: 'Write a value of the operator’s kind, or another operator.',
    };
  }
  const isLiteral = comparison === 'string-equals' || comparison === 'string-equals-ignore-case';
  if (!isLiteral || !value.includes('*')) return null;
  return {
    message: `To ${operator} the * in ${text} is a character like others.`,
    remedy: `Write ${operator.replace('IgnoreCase', '').replace('Equals', 'Like')}, which knows wildcards.`,
  };
}

function startsLikeArn(value: string): boolean {
  return value.startsWith('arn:') ? isArnPattern(value) || hasWildcard(value) : /^[*?]/.test(value);
}
