import type { ConditionTest, Statement } from '../access/policy/policy.ts';

const SOURCE_KEYS = ['aws:sourceaccount', 'aws:sourcearn', 'aws:sourceorgid', 'aws:sourceorgpaths'];
const CALLER_KEYS = [
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalaccount',
  'aws:principalarn',
  ...SOURCE_KEYS,
];

/**
 * Whether a statement acts only for sources that it names, which keeps a service from being used by
 * another account. (IAM User Guide, "The confused deputy problem".)
 */
export function namesSource({ conditions }: Statement): boolean {
  return conditions.some((test) => pins(test, SOURCE_KEYS));
}

/** The condition that limits who may call to organisations, accounts or ARNs; null without one. */
export function callerLimit({ conditions }: Statement): ConditionTest | null {
  return conditions.find((test) => pins(test, CALLER_KEYS)) ?? null;
}

/** A test that holds only where the key is there and has one of the values, none of them open. */
function pins(test: ConditionTest, keys: readonly string[]): boolean {
  const { comparison, negated, ifExists, quantifier, key, values } = test;
  const compares =
    comparison === 'string-equals' ||
    comparison === 'string-equals-ignore-case' ||
    comparison === 'string-like' ||
    comparison === 'arn-like';
  const holds = compares && !negated && !ifExists && quantifier !== 'all';
  return holds && keys.includes(key.toLowerCase()) && values.every(isNarrow);
}

/** A number, an organisation, or an ARN with its account; patterns that leave these open are not. */
function isNarrow(value: string): boolean {
  if (!value.startsWith('arn:')) return !/^\*/.test(value);
  return /^\d{12}$/.test(value.split(':')[4] ?? '');
}
