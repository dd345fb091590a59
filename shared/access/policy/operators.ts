import type { Comparison, ConditionTest } from './policy.ts';

/** What the name of a condition operator says. */
export type Operator = Pick<ConditionTest, 'comparison' | 'negated' | 'ifExists' | 'quantifier'>;

interface Form {
  readonly comparison: Comparison;
  readonly negated: boolean;
}

/** IAM User Guide, "IAM JSON policy elements: Condition operators"; names in lower case. */
const FORMS: ReadonlyMap<string, Form> = new Map([
  is('stringequals', 'string-equals'),
  not('stringnotequals', 'string-equals'),
  is('stringequalsignorecase', 'string-equals-ignore-case'),
  not('stringnotequalsignorecase', 'string-equals-ignore-case'),
  is('stringlike', 'string-like'),
  not('stringnotlike', 'string-like'),
  is('numericequals', 'numeric-equals'),
  not('numericnotequals', 'numeric-equals'),
  is('numericlessthan', 'numeric-less'),
  is('numericlessthanequals', 'numeric-less-equals'),
  is('numericgreaterthan', 'numeric-greater'),
  is('numericgreaterthanequals', 'numeric-greater-equals'),
  is('dateequals', 'date-equals'),
  not('datenotequals', 'date-equals'),
  is('datelessthan', 'date-less'),
  is('datelessthanequals', 'date-less-equals'),
  is('dategreaterthan', 'date-greater'),
  is('dategreaterthanequals', 'date-greater-equals'),
  is('bool', 'bool'),
  is('binaryequals', 'binary-equals'),
  is('ipaddress', 'ip-address'),
  not('notipaddress', 'ip-address'),
  // ArnEquals and ArnLike behave alike: both know wildcards.
  is('arnequals', 'arn-like'),
  is('arnlike', 'arn-like'),
  not('arnnotequals', 'arn-like'),
  not('arnnotlike', 'arn-like'),
  is('null', 'null'),
]);

const QUANTIFIERS: ReadonlyMap<string, 'all' | 'any'> = new Map([
  ['forallvalues', 'all'],
  ['foranyvalue', 'any'],
]);

const IF_EXISTS = 'ifexists';

function is(name: string, comparison: Comparison): readonly [string, Form] {
  return [name, { comparison, negated: false }];
}

function not(name: string, comparison: Comparison): readonly [string, Form] {
  return [name, { comparison, negated: true }];
}

/** Reads an operator's name, `ForAllValues:StringNotLikeIfExists`; null where AWS has no such operator. */
export function readOperator(text: string): Operator | null {
  const lower = text.toLowerCase();
  const colon = lower.indexOf(':');
  const quantifier = colon < 0 ? null : QUANTIFIERS.get(lower.slice(0, colon));
  if (quantifier === undefined) return null;
  const name = lower.slice(colon + 1);
  const ifExists = name.endsWith(IF_EXISTS);
  const form = FORMS.get(ifExists ? name.slice(0, -IF_EXISTS.length) : name);
  if (form === undefined) return null;
  // Whether a key is there is all that Null asks.
  if (form.comparison === 'null' && (ifExists || quantifier !== null)) return null;
  return { ...form, ifExists, quantifier };
}
