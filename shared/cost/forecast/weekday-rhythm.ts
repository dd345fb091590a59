import { mean, median } from '../statistics/robust.ts';
import type { KnownDay } from './history.ts';

/** Below this, weekdays cannot be told apart. */
const LEAST_DAYS = 14;
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const;

/** What a weekday costs compared with the mean of the week; 1 each where that is not known. */
export interface WeekdayRhythm {
  readonly known: boolean;
  readonly factorOf: (weekday: number) => number;
}

const FLAT: WeekdayRhythm = { known: false, factorOf: () => 1 };

/**
 * The rhythm of the week: the median of each weekday over the mean of these medians, so that single
 * wild days do not bend it. A weekday without any known day counts as an average one.
 */
export function weekdayRhythm(history: readonly KnownDay[]): WeekdayRhythm {
  if (history.length < LEAST_DAYS) return FLAT;
  const medians = WEEKDAYS.map((weekday) =>
    median(history.filter((day) => day.weekday === weekday).map(({ usd }) => usd)),
  );
  const usual = mean(medians.filter((value) => value !== null)) ?? 0;
  if (usual <= 0) return FLAT;
  return { known: true, factorOf: (weekday) => (medians[weekday] ?? usual) / usual };
}
