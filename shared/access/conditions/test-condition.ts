import type { ContextValue, RequestContext } from '../context.ts';
import type { ConditionTest, Policy } from '../policy/policy.ts';
import { allOf, anyOf, known, opposite, type Truth } from '../truth.ts';
import { COMPARE, canMatch } from './compare.ts';
import { hasVariable, literalText, resolveVariables } from './variables.ts';

/** One value of the request against all values of the policy. */
type Matches = (given: string) => Truth;

/**
 * Whether one condition holds. A key that the request does not have fails every comparison, so that
 * Not forms, `IfExists` and `ForAllValues` hold and `ForAnyValue` does not.
 * (IAM User Guide, "Condition operators" and "Multivalued context keys".)
 */
export function testCondition(
  test: ConditionTest,
  context: RequestContext,
  version: Policy['version'],
): Truth {
  const value = context.value(test.key);
  if (test.comparison === 'null') return testNull(test, value);
  if (value === 'unknown') return whateverTheValue(test, context, version);
  if (value === 'absent') return known(holdsWithout(test));
  const matches = matcher(test, context, version);
  return quantified(test, value, matches);
}

function testNull({ values }: ConditionTest, value: ContextValue): Truth {
  const says = (wanted: string) => known(values.some((text) => text.toLowerCase() === wanted));
  if (value === 'unknown') return alike([says('true'), says('false')]);
  return says(value === 'absent' ? 'true' : 'false');
}

/** Some conditions hold, or fail, for every value and without one: `StringLikeIfExists` with `*`. */
function whateverTheValue(
  test: ConditionTest,
  context: RequestContext,
  version: Policy['version'],
): Truth {
  const { comparison, negated, values, quantifier } = test;
  if (comparison === 'null') return 'unknown';
  const ends = [known(holdsWithout(test))];
  if (quantifier !== null) ends.push(holdsForEmpty(quantifier));
  const wild = comparison === 'string-like' || comparison === 'arn-like';
  if (wild && values.includes('*')) return alike([...ends, known(!negated)]);
  const matchable = values.some((value) =>
    version !== '2008-10-17' && hasVariable(value)
      ? resolveVariables(value, context).kind !== 'nothing'
      : canMatch(comparison, value),
  );
  return matchable ? 'unknown' : alike([...ends, known(negated)]);
}

/** What all agree on. */
function alike([first, ...others]: readonly Truth[]): Truth {
  return first !== undefined && others.every((other) => other === first) ? first : 'unknown';
}

/** To a quantifier a list of nothing but empty texts is no value at all. */
function holdsForEmpty(quantifier: 'all' | 'any'): Truth {
  return known(quantifier === 'all');
}

function holdsWithout({ quantifier, ifExists, negated }: ConditionTest): boolean {
  if (ifExists || quantifier === 'all') return true;
  return quantifier === null && negated;
}

function quantified(test: ConditionTest, given: readonly string[], matches: Matches): Truth {
  const { quantifier, negated } = test;
  if (quantifier === null) {
    const any = anyOf(given.map(matches));
    return negated ? opposite(any) : any;
  }
  const each = given.map((value) => (negated ? opposite(matches(value)) : matches(value)));
  if (given.every((value) => value === '')) return holdsForEmpty(quantifier);
  return quantifier === 'all' ? allOf(each) : anyOf(each);
}

function matcher(
  test: ConditionTest,
  context: RequestContext,
  version: Policy['version'],
): Matches {
  if (test.comparison === 'null') return () => 'unknown';
  const compare = COMPARE[test.comparison];
  const tests = test.values.map((wanted): Matches => {
    if (version === '2008-10-17' || !hasVariable(wanted)) {
      return (given) => known(compare(wanted, given));
    }
    const resolved = resolveVariables(wanted, context);
    if (resolved.kind === 'unknown') return () => 'unknown';
    if (resolved.kind === 'nothing') return () => 'no';
    return (given) => known(compare(resolved.text, literalText(given)));
  });
  return (given) => anyOf(tests.map((matches) => matches(given)));
}
