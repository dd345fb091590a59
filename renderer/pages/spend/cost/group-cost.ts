import type { PreviousSpend } from '../../../../shared/api/answers.ts';
import { daysBetween } from '../../../../shared/model/period.ts';

/** Whether groups can be compared: something is known of the earlier period. */
export function isComparable(
  previous: Pick<PreviousSpend, 'period' | 'incompleteDays' | 'notCounted'> | undefined,
): boolean {
  if (previous === undefined || previous.notCounted !== null) return false;
  const { period, incompleteDays } = previous;
  return incompleteDays.length < daysBetween(period.from, period.to);
}
