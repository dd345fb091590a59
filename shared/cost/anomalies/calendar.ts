import { addDays, type Day, daysBetween, weekdayOf } from '../../model/period.ts';
import { type Attodollars, formatUsd, parseUsd, usdToNumber } from '../../model/usd.ts';
import { HISTORY_WEEKS, type KnownDay } from '../forecast/history.ts';
import { levelOf } from '../forecast/level.ts';
import { weekdayRhythm } from '../forecast/weekday-rhythm.ts';
import { estimatedUsd } from '../statistics/robust.ts';
import type { CostCell } from './anomaly-answer.ts';

/** A cell read once: exact, and as a number for statistics. */
export interface Cell {
  readonly day: Day;
  readonly amount: Attodollars;
  readonly usd: number;
  readonly values: CostCell['values'];
}

/** Reads cells; their order stays. */
export function readCells(cells: readonly CostCell[]): readonly Cell[] {
  return cells.map(({ day, usd, values }) => ({
    day,
    amount: parseUsd(usd),
    usd: usdToNumber(usd),
    values,
  }));
}

/** A day of which everything is known: what has no cell cost nothing. */
export type KnownDate = Omit<KnownDay, 'usd'>;

/** The known days in order, read once for all series. */
export function knownDates(days: readonly Day[]): readonly KnownDate[] {
  const sorted = [...new Set(days)].sort();
  const first = sorted[0] ?? '';
  return sorted.map((day) => ({ day, weekday: weekdayOf(day), at: daysBetween(first, day) }));
}

/** What cells cost on each day, exact and as a number; days without cells are not there. */
export type DailySums = ReadonlyMap<Day, { readonly amount: Attodollars; readonly usd: number }>;

/** Sums cells by day. */
export function dailySums(cells: readonly Cell[]): DailySums {
  const sums = new Map<Day, { amount: Attodollars; usd: number }>();
  for (const { day, amount, usd } of cells) {
    const sum = sums.get(day);
    if (sum === undefined) sums.set(day, { amount, usd });
    else {
      sum.amount += amount;
      sum.usd += usd;
    }
  }
  return sums;
}

/** The cost of each known day of the 8 weeks before a day. */
export function costBefore(
  day: Day,
  sums: DailySums,
  known: readonly KnownDate[],
): readonly KnownDay[] {
  const first = addDays(day, -7 * HISTORY_WEEKS);
  return known
    .filter((date) => date.day >= first && date.day < day)
    .map(({ day: on, weekday, at }) => ({ day: on, weekday, at, usd: sums.get(on)?.usd ?? 0 }));
}

/** What cells cost on a day, beside what such a day costs. */
export interface DayCost {
  readonly actual: Attodollars;
  /** In whole cents. */
  readonly usual: Attodollars;
  readonly excess: Attodollars;
}

/** The cost of a day, and what its last 8 weeks make of such a day: their level, by their rhythm. */
export function costOn(day: Day, sums: DailySums, known: readonly KnownDate[]): DayCost {
  const history = costBefore(day, sums, known);
  const rhythm = weekdayRhythm(history);
  const usd = levelOf(history, rhythm).usd * rhythm.factorOf(weekdayOf(day));
  const actual = sums.get(day)?.amount ?? 0n;
  const usual = parseUsd(estimatedUsd(usd));
  return { actual, usual, excess: actual - usual };
}

/** The money members that anomalies and drivers share. */
export function moneyOf({ actual, usual, excess }: DayCost) {
  return {
    actualUsd: formatUsd(actual),
    usualUsd: formatUsd(usual),
    excessUsd: formatUsd(excess),
    times: usual <= 0n ? null : Number(formatUsd(actual)) / Number(formatUsd(usual)),
  };
}
