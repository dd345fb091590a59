import { groupingName, groupingOf } from '../../spend/grouping.ts';
import type { SpendTab } from './tabs.ts';
import { ALL_USAGE, type UsageValues } from './usage-filters.ts';
import { tokensOf, valuesOf } from './usage-tokens.ts';

/** Filters that stand in the address and do not narrow a tab. */
export interface FiltersNotUsed {
  /** Their dimensions: `Service tier`, `Tag team`. */
  readonly names: readonly string[];
  /** What is narrowed without them. */
  readonly without: UsageValues;
}

/** The filters that came along from another tab and mean nothing to this one; null where all do. */
export function filtersNotUsed(
  values: UsageValues,
  narrowedBy: SpendTab['narrowedBy'],
): FiltersNotUsed | null {
  if (narrowedBy === 'all') return null;
  const { operation, tokens } = tokensOf(values);
  const isUsed = (token: { readonly propertyKey?: string }) =>
    narrowedBy.some((dimension) => dimension === token.propertyKey);
  const names = tokens.flatMap((token) => {
    const dimension = isUsed(token) ? null : groupingOf(token.propertyKey ?? null);
    return dimension === null ? [] : [groupingName(dimension)];
  });
  if (names.length === 0) return null;
  const without = valuesOf({ operation, tokens: tokens.filter(isUsed) });
  return { names, without: { ...ALL_USAGE, ...without } };
}
