import type { PreviousSpend, SpendAnswer, SpendGroup } from '../../../../shared/api/answers.ts';
import { totalTokens } from '../../../../shared/cost/tokens.ts';
import { daysBetween } from '../../../../shared/model/period.ts';
import { parseUsd, type Usd } from '../../../../shared/model/usd.ts';
import type { Grouping } from '../../../spend/grouping.ts';
import { groupCost } from '../../../spend/priced-cost.ts';

/**
 * The cost of a group; null where nothing of it has a price. Units such as images are no tokens and
 * have no calls of their own: a group of nothing else is unpriced where the answer lists such units,
 * by token type its own.
 */
export function groupCostIn(
  group: SpendGroup,
  groupBy: Grouping,
  answer: Pick<SpendAnswer, 'unpriced'> | undefined,
): Usd | null {
  const counted = group.calls > 0 || totalTokens(group.tokens) > 0;
  if (counted || parseUsd(group.usd) !== 0n) return groupCost(group);
  const others = (answer?.unpriced ?? []).filter(({ unit }) => !unit.endsWith('-tokens'));
  const own = groupBy === 'unit' ? others.filter(({ unit }) => unit === group.key) : others;
  return own.length > 0 ? null : groupCost(group);
}

/** Whether groups can be compared: something is known of the earlier period. */
export function isComparable(
  previous: Pick<PreviousSpend, 'period' | 'incompleteDays'> | undefined,
): boolean {
  if (previous === undefined) return false;
  const { period, incompleteDays } = previous;
  return incompleteDays.length < daysBetween(period.from, period.to);
}
