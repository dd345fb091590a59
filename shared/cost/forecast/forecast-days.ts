import { type Day, daysBetween, weekdayOf } from '../../model/period.ts';
import { sum } from '../statistics/robust.ts';
import type { KnownDay } from './history.ts';
import { type Level, levelOf } from './level.ts';
import { type WeekdayRhythm, weekdayRhythm } from './weekday-rhythm.ts';

/** Each day ahead carries on this share of the growth of the day before. */
const DAMPING = 0.93;
/** Days of history before which an origin is too poor to learn errors from. */
const LEAST_BEFORE = 7;
/** How many origins, and how far from each, errors are learned from. */
const ORIGINS = 35;
const SPAN = 14;
/**
 * 8 of 10 outcomes lie within this many standard deviations: Student's t with 5 degrees of freedom,
 * since 8 weeks hold few fortnights that do not overlap.
 */
const EIGHT_OF_TEN = 1.476;

/** Days estimated from a history, in floating-point dollars. */
export interface Outlook {
  readonly expected: readonly number[];
  /** Half the width of the range of the sum over all days. */
  readonly sumReach: number;
  /** The same for one day. */
  readonly dayReach: readonly number[];
  readonly rhythm: WeekdayRhythm;
}

/**
 * Estimates days: the level of now x the weekday's factor x damped growth. The range comes from what
 * the same method missed in the history itself: noise of single days, which evens out in a sum, and
 * errors of the level, which do not, and grow beyond two weeks. Little history makes it wider.
 */
export function forecastDays(history: readonly KnownDay[], days: readonly Day[]): Outlook {
  const rhythm = weekdayRhythm(history);
  const level = levelOf(history, rhythm);
  const last = history.at(-1);
  const expected = days.map((day) => {
    const ahead = last === undefined ? 0 : daysBetween(last.day, day);
    return expectedOn({ ahead, weekday: weekdayOf(day) }, level, rhythm);
  });
  const spread = spreadOf(history);
  const further = Math.max(1, days.length / SPAN);
  const variance = (of: readonly number[]): number =>
    spread.noise * sum(of.map((usd) => usd ** 2)) + further * spread.level * sum(of) ** 2;
  const reach = (of: readonly number[]): number => EIGHT_OF_TEN * Math.sqrt(variance(of));
  return {
    expected,
    sumReach: reach(expected),
    dayReach: expected.map((usd) => reach([usd])),
    rhythm,
  };
}

/** A day to estimate: days after the last of the history, and its weekday. */
interface Target {
  readonly ahead: number;
  readonly weekday: number;
}

function expectedOn({ ahead, weekday }: Target, level: Level, rhythm: WeekdayRhythm): number {
  const carried = (DAMPING * (1 - DAMPING ** Math.max(0, ahead))) / (1 - DAMPING);
  return level.usd * rhythm.factorOf(weekday) * Math.exp(level.growth * carried);
}

/** Relative variances: of a single day by itself, and of the level that all days share. */
interface Spread {
  readonly noise: number;
  readonly level: number;
}

interface Miss {
  readonly expected: readonly number[];
  readonly actual: readonly number[];
}

function spreadOf(history: readonly KnownDay[]): Spread {
  const misses = missesOf(history);
  const least = leastSpread(history.length);
  const expected = misses.flatMap((miss) => miss.expected);
  const actual = misses.flatMap((miss) => miss.actual);
  const squares = sum(expected.map((usd) => usd ** 2));
  if (misses.length < 3 || squares === 0) return least;
  const noise = sum(expected.map((usd, index) => ((actual[index] ?? 0) - usd) ** 2)) / squares;
  const beyond = misses.map(
    (miss) =>
      (sum(miss.actual) - sum(miss.expected)) ** 2 -
      noise * sum(miss.expected.map((usd) => usd ** 2)),
  );
  const level = sum(beyond) / sum(misses.map((miss) => sum(miss.expected) ** 2));
  return { noise: Math.max(noise, least.noise), level: Math.max(level, least.level) };
}

/** What is assumed at least: history that is short cannot show how wrong it is. */
function leastSpread(days: number): Spread {
  if (days < LEAST_BEFORE) return { noise: 0.25, level: 0.16 };
  return days < 2 * LEAST_BEFORE ? { noise: 0.16, level: 0.06 } : { noise: 0.0025, level: 0.0004 };
}

/** What the same method would have said at days of the history, beside what came. */
function missesOf(history: readonly KnownDay[]): readonly Miss[] {
  const first = Math.max(LEAST_BEFORE, history.length - ORIGINS);
  return history.slice(first).map((origin, index) => {
    const before = history.slice(0, first + index);
    const after = history.slice(first + index, first + index + SPAN);
    const last = before.at(-1) ?? origin;
    const rhythm = weekdayRhythm(before);
    const level = levelOf(before, rhythm);
    return {
      expected: after.map(({ at, weekday }) =>
        expectedOn({ ahead: at - last.at, weekday }, level, rhythm),
      ),
      actual: after.map(({ usd }) => usd),
    };
  });
}
