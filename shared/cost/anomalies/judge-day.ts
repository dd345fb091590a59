import { type Day, weekdayOf } from '../../model/period.ts';
import { formatUsd, parseUsd } from '../../model/usd.ts';
import type { KnownDay } from '../forecast/history.ts';
import { weekdayRhythm } from '../forecast/weekday-rhythm.ts';
import { median, robustDeviation } from '../statistics/robust.ts';
import type { Sensitivity } from './anomaly-answer.ts';
import { costBefore, costOn, type DailySums, type DayCost, type KnownDate } from './calendar.ts';

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

/** What a series costs, on a day and before it. */
export interface SeriesDay {
  readonly day: Day;
  readonly sums: DailySums;
  readonly known: readonly KnownDate[];
}

/** Whether a series stands out on a day; null when it does not. Only cost above the usual counts. */
export function judgeDay({ day, sums, known }: SeriesDay, sensitivity: Sensitivity): Excess | null {
  const minimum = parseUsd(sensitivity.minimumUsd);
  const spent = sums.get(day)?.amount ?? 0n;
  if (spent < minimum || spent <= 0n) return null;
  const even = evenOn(day, costBefore(day, sums, known));
  if (isSeen(dollars(spent), even)) return null;
  const cost = costOn(day, sums, known);
  const [usual, excess] = [dollars(cost.usual), dollars(cost.excess)];
  if (dollars(spent) < sensitivity.minimumTimes * usual) return null;
  // So that enough deviations are never less than the least excess.
  const least = Math.max(CENT, Number(sensitivity.minimumUsd) / sensitivity.minimumDeviations);
  const noise = robustDeviation(even, median(even) ?? 0);
  const deviations = excess / Math.max(noise, LEAST_NOISE * usual, least);
  if (deviations < sensitivity.minimumDeviations) return null;
  const firstSeen = ![...sums].some(([earlier, { amount }]) => earlier < day && amount > 0n);
  return { ...cost, deviations, firstSeen };
}

function dollars(amount: bigint): number {
  return Number(formatUsd(amount));
}

function isSeen(usd: number, even: readonly number[]): boolean {
  return even.filter((seen) => seen >= NEAR * usd).length >= DAYS_SEEN;
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
