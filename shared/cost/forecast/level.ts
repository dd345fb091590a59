import { median, sum } from '../statistics/robust.ts';
import type { KnownDay } from './history.ts';
import type { WeekdayRhythm } from './weekday-rhythm.ts';

/** The days that the level rests on; the weight of a day halves with each week of age. */
const LEVEL_DAYS = 14;
const HALF_LIFE_DAYS = 7;
/** The last days whose median says what is usual now, beside the two weeks before them. */
const RECENT_DAYS = 7;
/** Both medians this many standard errors apart are a step, not noise. */
const STEP_ERRORS = 3;
/** A median's standard error is this much greater than a mean's. */
const MEDIAN_ERROR = 1.25;
/** Days further from the usual than this many deviations count as if at that edge. */
const EDGE_DEVIATIONS = 3;
/** The edge is never nearer than this share of the usual. */
const LEAST_EDGE = 0.1;
/** Weekdays below this factor say little of the level: noise over nearly nothing. */
const LEAST_FACTOR = 0.1;
/** The days that a trend must be seen in, and the standard errors that chance alone makes of it. */
const TREND_DAYS = 28;
const TREND_ERRORS = 2;
/** More than this a day is not carried on: cost would double in two weeks. */
const STEEPEST = 0.05;

/** What an average day costs now, and by how much it grows each day. */
export interface Level {
  /** Dollars of a day with factor 1. */
  readonly usd: number;
  /** Growth of a day as a share: 0.01 is 1 %. */
  readonly growth: number;
}

/** A day as an average weekday would have been. */
interface EvenDay {
  readonly at: number;
  readonly usd: number;
}

/**
 * The level that the last two weeks point to, younger days weighing more. A wild day is pulled to an
 * edge around the usual; after a step, which four days make, only days since it count.
 */
export function levelOf(history: readonly KnownDay[], rhythm: WeekdayRhythm): Level {
  const even = history.flatMap(({ usd, weekday, at }) => {
    const factor = rhythm.factorOf(weekday);
    return factor < LEAST_FACTOR ? [] : [{ at, usd: usd / factor }];
  });
  const noise = noiseOf(even);
  const since = stepOf(even, noise);
  const growth = since === null ? growthOf(even, noise) : 0;
  const days = even.slice(since ?? 0).slice(-LEVEL_DAYS);
  return { usd: weighted(grown(days, growth), noise), growth };
}

/** Days as they would be now, had they grown with the trend since. */
function grown(days: readonly EvenDay[], growth: number): readonly EvenDay[] {
  const last = days.at(-1)?.at ?? 0;
  return days.map(({ at, usd }) => ({ at, usd: usd * Math.exp(growth * (last - at)) }));
}

function weighted(days: readonly EvenDay[], noise: number): number {
  const usual = usualOf(days.slice(-RECENT_DAYS));
  const reach = Math.max(EDGE_DEVIATIONS * noise, LEAST_EDGE * usual);
  const last = days.at(-1)?.at ?? 0;
  const weights = days.map(({ at }) => 0.5 ** ((last - at) / HALF_LIFE_DAYS));
  const pulled = days.map(({ usd }) => Math.min(Math.max(usd, usual - reach), usual + reach));
  const total = sum(weights);
  return total === 0 ? 0 : sum(pulled.map((usd, index) => usd * (weights[index] ?? 0))) / total;
}

/** The deviation of single days, from one day to the next, so that steps and trends hardly count. */
function noiseOf(days: readonly EvenDay[]): number {
  const last = days.slice(-TREND_DAYS);
  const changes = last.slice(1).map(({ usd }, index) => Math.abs(usd - (last[index]?.usd ?? 0)));
  return (1.4826 * (median(changes) ?? 0)) / Math.SQRT2;
}

function usualOf(days: readonly EvenDay[]): number {
  return median(days.map(({ usd }) => usd)) ?? 0;
}

/** Index of the first day after a step; null without one. */
function stepOf(days: readonly EvenDay[], noise: number): number | null {
  const before = days.slice(-3 * RECENT_DAYS, -RECENT_DAYS);
  if (before.length < RECENT_DAYS) return null;
  const [usual, now] = [usualOf(before), usualOf(days.slice(-RECENT_DAYS))];
  const error = MEDIAN_ERROR * noise * Math.sqrt(1 / RECENT_DAYS + 1 / before.length);
  const apart = Math.abs(now - usual);
  if (apart <= STEP_ERRORS * error || apart <= LEAST_EDGE * Math.max(usual, now)) return null;
  const old = days.findLastIndex(({ usd }) => Math.abs(usd - usual) < Math.abs(usd - now));
  return days.length - old <= 2 ? null : old + 1;
}

/**
 * The median of all slopes between two days of four weeks (Theil-Sen) as a share of the level, less
 * what chance alone makes.
 */
function growthOf(days: readonly EvenDay[], noise: number): number {
  const last = days.slice(-TREND_DAYS);
  const usual = usualOf(last);
  if (last.length < TREND_DAYS / 2 || usual <= 0) return 0;
  const slopes = last.flatMap((a, index) =>
    last.slice(index + 1).map((b) => (b.usd - a.usd) / (b.at - a.at)),
  );
  const slope = (median(slopes) ?? 0) / usual;
  const chance = (TREND_ERRORS * noise * Math.sqrt(12 / last.length ** 3)) / usual;
  return Math.sign(slope) * Math.min(Math.max(0, Math.abs(slope) - chance), STEEPEST);
}
