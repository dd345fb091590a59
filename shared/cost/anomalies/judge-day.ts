import { type Day, weekdayOf } from '../../model/period.ts';
import { formatUsd, parseUsd } from '../../model/usd.ts';
import type { KnownDay } from '../forecast/history.ts';
import { weekdayRhythm } from '../forecast/weekday-rhythm.ts';
import { median, robustDeviation } from '../statistics/robust.ts';
import type { Sensitivity } from './anomaly-answer.ts';
import { type Cell, costBefore, costOn, type DayCost, type KnownDays } from './calendar.ts';

/** Quiet for the noise of people and single jobs, which is a few dollars a day, and for growth. */
export const DEFAULT_SENSITIVITY: Sensitivity = {
  minimumUsd: '20',
  minimumTimes: 1.5,
  minimumDeviations: 5,
};

/** Noise is never taken for less than this share of the usual. */
const LEAST_NOISE = 0.1;
const CENT = 0.01;
/** A cost that this many days of 8 weeks came near is not unusual: bursts, and steps once seen. */
const DAYS_SEEN = 3;
const NEAR = 0.8;
/** Weekdays below this factor are compared in dollars: noise over nearly nothing is no rhythm. */
const LEAST_FACTOR = 0.1;

/** A day far above its usual. */
export interface Excess extends DayCost {
  readonly deviations: number;
  /** The cells cost nothing on any earlier known day. */
  readonly firstSeen: boolean;
}

/** A series on a day. */
export interface SeriesDay {
  readonly day: Day;
  readonly cells: readonly Cell[];
  readonly known: KnownDays;
}

/** Whether a series stands out on a day; null when it does not. Only cost above the usual counts. */
export function judgeDay(
  { day, cells, known }: SeriesDay,
  sensitivity: Sensitivity,
): Excess | null {
  const minimum = parseUsd(sensitivity.minimumUsd);
  const spent = cells.reduce((sum, cell) => (cell.day === day ? sum + cell.amount : sum), 0n);
  if (spent < minimum || spent <= 0n) return null;
  const cost = costOn(day, cells, known);
  const [actual, usual, excess] = [cost.actual, cost.usual, cost.excess].map(dollars);
  if (excess === undefined || usual === undefined || actual === undefined) return null;
  if (cost.excess < minimum || actual < sensitivity.minimumTimes * usual) return null;
  const history = costBefore(day, cells, known);
  const least = Math.max(CENT, Number(sensitivity.minimumUsd) / sensitivity.minimumDeviations);
  const deviations = excess / Math.max(noiseOn(day, history), LEAST_NOISE * usual, least);
  if (deviations < sensitivity.minimumDeviations || seenBefore(day, actual, history)) return null;
  const firstSeen = !cells.some((cell) => cell.day < day && cell.amount > 0n);
  return { ...cost, deviations, firstSeen };
}

function dollars(amount: bigint): number {
  return Number(formatUsd(amount));
}

function noiseOn(day: Day, history: readonly KnownDay[]): number {
  const even = evenOn(day, history);
  return robustDeviation(even, median(even) ?? 0);
}

function seenBefore(day: Day, actual: number, history: readonly KnownDay[]): boolean {
  return evenOn(day, history).filter((usd) => usd >= NEAR * actual).length >= DAYS_SEEN;
}

/** What the days of a history would have cost on the weekday of `day`. */
function evenOn(day: Day, history: readonly KnownDay[]): readonly number[] {
  const { factorOf } = weekdayRhythm(history);
  const factor = factorOf(weekdayOf(day));
  if (factor < LEAST_FACTOR) return history.map(({ usd }) => usd);
  return history.flatMap(({ usd, weekday }) => {
    const own = factorOf(weekday);
    return own < LEAST_FACTOR ? [] : [(usd / own) * factor];
  });
}
