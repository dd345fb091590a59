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

/** The days of which everything is known, in order. */
export type KnownDays = readonly Day[];

/** The cost of each known day of the 8 weeks before a day: what has no cell cost nothing. */
export function costBefore(
  day: Day,
  cells: readonly Cell[],
  known: KnownDays,
): readonly KnownDay[] {
  const first = addDays(day, -7 * HISTORY_WEEKS);
  const sums = new Map<Day, number>();
  for (const cell of cells) {
    if (cell.day >= first && cell.day < day)
      sums.set(cell.day, (sums.get(cell.day) ?? 0) + cell.usd);
  }
  return known
    .filter((one) => one >= first && one < day)
    .map((one) => ({
      day: one,
      usd: sums.get(one) ?? 0,
      weekday: weekdayOf(one),
      at: daysBetween(first, one),
    }));
}

/** What cells cost on a day, beside what such a day costs. */
export interface DayCost {
  readonly actual: Attodollars;
  /** In whole cents. */
  readonly usual: Attodollars;
  readonly excess: Attodollars;
}

/** The cost of cells on a day and what their own last 8 weeks make of such a day. */
export function costOn(day: Day, cells: readonly Cell[], known: KnownDays): DayCost {
  const actual = cells.reduce((sum, cell) => (cell.day === day ? sum + cell.amount : sum), 0n);
  const usual = parseUsd(estimatedUsd(usualOn(day, costBefore(day, cells, known))));
  return { actual, usual, excess: actual - usual };
}

/** What a day costs by the history before it: its level, by the rhythm of the week. */
export function usualOn(day: Day, history: readonly KnownDay[]): number {
  const rhythm = weekdayRhythm(history);
  return levelOf(history, rhythm).usd * rhythm.factorOf(weekdayOf(day));
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
