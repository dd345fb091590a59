import type { PreviousSpend, SpendAnswer, SpendGroup } from '../../../../shared/api/answers.ts';
import { daysBetween } from '../../../../shared/model/period.ts';
import { parseUsd, type Usd } from '../../../../shared/model/usd.ts';
import type { Grouping } from '../../../spend/grouping.ts';
import { groupCost } from '../../../spend/priced-cost.ts';

/**
 * The cost of a group; null where nothing of it has a price. A token type has no calls of its own and
 * images have no tokens: whether it is unpriced stands in the answer's list.
 */
export function groupCostIn(
  group: SpendGroup,
  groupBy: Grouping,
  answer: Pick<SpendAnswer, 'unpriced'> | undefined,
): Usd | null {
  const unpricedUnit =
    groupBy === 'unit' && (answer?.unpriced ?? []).some(({ unit }) => unit === group.key);
  return unpricedUnit && parseUsd(group.usd) === 0n ? null : groupCost(group);
}

/** Whether groups can be compared: something is known of the earlier period. */
export function isComparable(
  previous: Pick<PreviousSpend, 'period' | 'incompleteDays'> | undefined,
): boolean {
  if (previous === undefined) return false;
  const { period, incompleteDays } = previous;
  return incompleteDays.length < daysBetween(period.from, period.to);
}
