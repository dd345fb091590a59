import type { CostExpression } from '../../../../../shared/model/dataset.ts';

/** The member of Cost Explorer's `Expression` that each kind of test is written in. */
const MEMBERS = {
  dimension: 'Dimensions',
  tag: 'Tags',
  'cost-category': 'CostCategories',
} as const;

/** An expression as Cost Explorer and AWS Budgets carry it; undefined where there is none. */
export function describeExpression(expression: CostExpression | null): object | undefined {
  if (expression === null) return undefined;
  switch (expression.kind) {
    case 'all':
      return { And: expression.of.map(describeExpression) };
    case 'any':
      return { Or: expression.of.map(describeExpression) };
    case 'not':
      return { Not: describeExpression(expression.of) };
    default: {
      const { key, values, matchOptions } = expression;
      const options = matchOptions.length === 0 ? {} : { MatchOptions: matchOptions };
      return { [MEMBERS[expression.kind]]: { Key: key, Values: values, ...options } };
    }
  }
}
