import type { DailyCost } from '../../../../shared/cost/statistics/daily-cost.ts';
import { addDays, type Day, weekdayOf } from '../../../../shared/model/period.ts';

/** What a day costs: its index, and whether it is on a weekend. */
export type DayShape = (index: number, weekend: boolean) => number | null;

/** Complete days from a first day on; null is a day of which nothing is known. */
export function costs(first: Day, count: number, shape: DayShape): readonly DailyCost[] {
  return Array.from({ length: count }, (_, index) => {
    const day = addDays(first, index);
    const usd = shape(index, weekdayOf(day) >= 5);
    return { day, usd: usd === null ? null : usd.toFixed(2), complete: true };
  });
}

/** Noise of ± `share`, the same in every run. */
export function noise(index: number, share: number): number {
  const wave = Math.sin(index * 12.9898) * 43_758.5453;
  return 1 + share * (2 * (wave - Math.floor(wave)) - 1);
}
