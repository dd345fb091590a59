import type { CostExpression } from '../../../../shared/model/dataset.ts';
import { list } from '../../aws/required.ts';

/** One test of Cost Explorer or AWS Budgets. */
interface Test {
  readonly Key?: string | undefined;
  readonly Values?: readonly string[] | undefined;
  readonly MatchOptions?: readonly string[] | undefined;
}

/** `Expression` as the SDK's clients of Cost Explorer and AWS Budgets both have it. */
export interface SdkExpression {
  readonly Or?: readonly SdkExpression[] | undefined;
  readonly And?: readonly SdkExpression[] | undefined;
  readonly Not?: SdkExpression | undefined;
  readonly Dimensions?: Test | undefined;
  readonly Tags?: Test | undefined;
  readonly CostCategories?: Test | undefined;
}

/** An expression of AWS; null where there is none. */
export function toCostExpression(expression: SdkExpression | undefined): CostExpression | null {
  if (expression === undefined) return null;
  const { And, Or, Not, Dimensions, Tags, CostCategories } = expression;
  const parts: readonly (CostExpression | null)[] = [
    toGroup('all', And),
    toGroup('any', Or),
    toNot(Not),
    toTest('dimension', Dimensions),
    toTest('tag', Tags),
    toTest('cost-category', CostCategories),
  ];
  return joined(parts.filter((part) => part !== null));
}

/** What is written side by side holds together. */
export function joined(parts: readonly CostExpression[]): CostExpression | null {
  const [first, second] = parts;
  if (first === undefined) return null;
  return second === undefined ? first : { kind: 'all', of: parts };
}

function toGroup(
  kind: 'all' | 'any',
  of: readonly SdkExpression[] | undefined,
): CostExpression | null {
  const members = list(of)
    .map(toCostExpression)
    .filter((part) => part !== null);
  return members.length === 0 ? null : { kind, of: members };
}

function toNot(expression: SdkExpression | undefined): CostExpression | null {
  const of = toCostExpression(expression);
  return of === null ? null : { kind: 'not', of };
}

function toTest(
  kind: 'dimension' | 'tag' | 'cost-category',
  test: Test | undefined,
): CostExpression | null {
  if (test === undefined) return null;
  return {
    kind,
    key: test.Key ?? '',
    values: list(test.Values),
    matchOptions: list(test.MatchOptions),
  };
}
