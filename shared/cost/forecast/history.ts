import { addDays, type Day, daysBetween, weekdayOf } from '../../model/period.ts';
import { usdToNumber } from '../../model/usd.ts';
import type { DailyCost } from '../statistics/daily-cost.ts';

/** Older days say nothing of the rhythm of now. */
export const HISTORY_WEEKS = 8;

/** A complete day that is known, in floating-point dollars: what estimates rest on. */
export interface KnownDay {
  readonly day: Day;
  readonly usd: number;
  readonly weekday: number;
  /** Days since the epoch of the history: only differences count. */
  readonly at: number;
}

/** The complete, known days of the last 8 weeks before a day, in order. */
export function historyBefore(days: readonly DailyCost[], before: Day): readonly KnownDay[] {
  const first = addDays(before, -7 * HISTORY_WEEKS);
  return days
    .flatMap(({ day, usd, complete }) =>
      usd === null || !complete || day < first || day >= before
        ? []
        : [{ day, usd: usdToNumber(usd), weekday: weekdayOf(day), at: daysBetween(first, day) }],
    )
    .sort((a, b) => a.at - b.at);
}
