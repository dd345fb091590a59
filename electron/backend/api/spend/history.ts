import { type Estimate, estimateUsage } from '../../../../shared/cost/estimate.ts';
import { HISTORY_WEEKS } from '../../../../shared/cost/forecast/history.ts';
import type { SpendUsage } from '../../../../shared/cost/spend/spend-usage.ts';
import { addDays, type Day, daysIn, type Period } from '../../../../shared/model/period.ts';
import type { SpendBase } from './spend-base.ts';

/** Priced usage of a period and of the weeks before it that estimates rest on. */
export interface SpendHistory {
  /** From the first day of the weeks before to the last day that has begun. */
  readonly period: Period;
  readonly estimates: readonly Estimate<SpendUsage>[];
  readonly incompleteDays: readonly Day[];
  readonly notes: readonly string[];
}

/** Reads and prices a period up to today, and the 8 weeks before it. */
export async function readHistory(
  base: SpendBase,
  { from, to }: Period,
  today: Day = base.today,
): Promise<SpendHistory> {
  const tomorrow = addDays(today, 1);
  const first = from < today ? from : today;
  const period = {
    from: addDays(first, -7 * HISTORY_WEEKS),
    to: to < tomorrow ? to : tomorrow,
  };
  const { usage, incompleteDays = [], notes } = await base.read(period);
  const late = new Set(incompleteDays);
  return {
    period,
    estimates: estimateUsage(usage, base.pricing),
    incompleteDays: daysIn(period).filter((day) => day >= today || late.has(day)),
    notes,
  };
}
