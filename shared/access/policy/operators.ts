import type { Comparison, ConditionTest } from './policy.ts';

/** What the name of a condition operator says. */
export type Operator = Pick<ConditionTest, 'comparison' | 'negated' | 'ifExists' | 'quantifier'>;

interface Form {
  readonly comparison: Comparison;
  readonly negated: boolean;
}

/** IAM User Guide, "IAM JSON policy elements: Condition operators"; upper and lower case are not told apart. */
const FORM_LIST: readonly (readonly [string, Form])[] = [
  is('StringEquals', 'string-equals'),
  not('StringNotEquals', 'string-equals'),
  is('StringEqualsIgnoreCase', 'string-equals-ignore-case'),
  not('StringNotEqualsIgnoreCase', 'string-equals-ignore-case'),
  is('StringLike', 'string-like'),
  not('StringNotLike', 'string-like'),
  is('NumericEquals', 'numeric-equals'),
  not('NumericNotEquals', 'numeric-equals'),
  is('NumericLessThan', 'numeric-less'),
  is('NumericLessThanEquals', 'numeric-less-equals'),
  is('NumericGreaterThan', 'numeric-greater'),
  is('NumericGreaterThanEquals', 'numeric-greater-equals'),
  is('DateEquals', 'date-equals'),
  not('DateNotEquals', 'date-equals'),
  is('DateLessThan', 'date-less'),
  is('DateLessThanEquals', 'date-less-equals'),
  is('DateGreaterThan', 'date-greater'),
  is('DateGreaterThanEquals', 'date-greater-equals'),
  is('Bool', 'bool'),
  is('BinaryEquals', 'binary-equals'),
  is('IpAddress', 'ip-address'),
  not('NotIpAddress', 'ip-address'),
  // ArnEquals and ArnLike behave alike: both know wildcards.
  is('ArnEquals', 'arn-like'),
  is('ArnLike', 'arn-like'),
  not('ArnNotEquals', 'arn-like'),
  not('ArnNotLike', 'arn-like'),
  is('Null', 'null'),
];

/** By name in lower case. */
const FORMS: ReadonlyMap<string, Form> = new Map(
  FORM_LIST.map(([name, form]) => [name.toLowerCase(), form]),
);

const QUANTIFIERS: ReadonlyMap<string, 'all' | 'any'> = new Map([
  ['forallvalues', 'all'],
  ['foranyvalue', 'any'],
]);

const IF_EXISTS = 'ifexists';

/** The operators as AWS writes them, which is how nearly every policy does. */
const AS_DOCUMENTED: ReadonlyMap<string, Operator> = new Map(
  FORM_LIST.flatMap(([name]) =>
    ['', 'ForAllValues:', 'ForAnyValue:'].flatMap((quantifier) =>
      ['', 'IfExists'].flatMap((ending) => {
        const text = `${quantifier}${name}${ending}`;
        const operator = parseOperator(text);
        return operator === null ? [] : [[text, operator] as const];
      }),
    ),
  ),
);

function is(name: string, comparison: Comparison): readonly [string, Form] {
  return [name, { comparison, negated: false }];
}

function not(name: string, comparison: Comparison): readonly [string, Form] {
  return [name, { comparison, negated: true }];
}

/** Reads an operator's name, `ForAllValues:StringNotLikeIfExists`; null where AWS has no such operator. */
export function readOperator(text: string): Operator | null {
  return AS_DOCUMENTED.get(text) ?? parseOperator(text);
}

function parseOperator(text: string): Operator | null {
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
