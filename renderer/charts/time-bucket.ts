import {
  addDays,
  type Day,
  dayOf,
  daysIn,
  type Instant,
  instantOfMs,
  monthOf,
  msOfDay,
  type Period,
  weekdayOf,
} from '../../shared/model/period.ts';
import { dayName, monthLabel, shortDay } from '../period.ts';

/** How long one bar of a chart is. */
export const GRANULARITIES = ['hour', 'day', 'week', 'month'] as const;

export type Granularity = (typeof GRANULARITIES)[number];

/** One bar's time in UTC. */
export interface TimeBucket {
  /** Its first day that is shown; of an hour `2026-10-14T05`. */
  readonly key: string;
  /** In words: `14 October`, `14 October, 05:00 to 06:00`. */
  readonly name: string;
  /** Under the axis. */
  readonly tick: string;
  /** Hatched: its figures will still grow. */
  readonly incomplete: boolean;
}

const HOUR_MS = 3_600_000;

/** Every day as a bucket. */
export function dayBuckets(
  days: readonly Day[],
  incompleteDays: readonly Day[],
): readonly TimeBucket[] {
  return days.map((day) => ({
    key: day,
    name: dayName(day),
    tick: shortDay(day),
    incomplete: incompleteDays.includes(day),
  }));
}

interface BucketsInput {
  /** The part that has begun. */
  readonly period: Period;
  readonly granularity: Granularity;
  readonly incompleteDays: readonly Day[];
  /** Hours that have not begun are left out. */
  readonly now: Instant;
}

/** The buckets of a period in order, also those in which nothing was used. */
export function timeBuckets(input: BucketsInput): readonly TimeBucket[] {
  const { granularity, incompleteDays } = input;
  const days = daysIn(input.period);
  if (granularity === 'day') return dayBuckets(days, incompleteDays);
  if (granularity === 'hour') return days.flatMap((day) => hoursOf(day, input));
  const firsts = days.filter((day) => day === input.period.from || begins(granularity, day));
  return firsts.map((first, index) => {
    const next = firsts[index + 1] ?? input.period.to;
    return {
      key: first,
      ...(granularity === 'week' ? weekWords(first, next) : monthWords(first)),
      incomplete: incompleteDays.some((day) => day >= first && day < next),
    };
  });
}

/** The bucket that a cell of an answer belongs to. */
export function bucketKeyOf(cell: { readonly day: Day; readonly start?: Instant }): string {
  return cell.start === undefined ? cell.day : cell.start.slice(0, 13);
}

/** The days of a bucket: of an hour the day it is in. */
export function bucketPeriod(key: string, granularity: Granularity, period: Period): Period {
  const from = dayOf(key);
  if (granularity === 'hour' || granularity === 'day') return { from, to: addDays(from, 1) };
  const next = daysIn({ from: addDays(from, 1), to: period.to }).find((day) =>
    begins(granularity, day),
  );
  return { from, to: next ?? period.to };
}

function begins(granularity: 'week' | 'month', day: Day): boolean {
  return granularity === 'week' ? weekdayOf(day) === 0 : day.endsWith('-01');
}

function hoursOf(day: Day, { now, incompleteDays }: BucketsInput): readonly TimeBucket[] {
  const keys = Array.from({ length: 24 }, (_, hour) =>
    instantOfMs(msOfDay(day) + hour * HOUR_MS).slice(0, 13),
  );
  return keys
    .filter((key) => key <= now.slice(0, 13))
    .map((key) => ({
      key,
      name: `${dayName(day)}, ${key.slice(11)}:00 to ${nextHour(key)}:00`,
      tick: `${shortDay(day)} ${key.slice(11)}:00`,
      incomplete: incompleteDays.includes(day),
    }));
}

function nextHour(key: string): string {
  return String(Number(key.slice(11)) + 1).padStart(2, '0');
}

function weekWords(first: Day, next: Day): Pick<TimeBucket, 'name' | 'tick'> {
  const last = addDays(next, -1);
  return {
    name: first === last ? dayName(first) : `${dayName(first)} to ${dayName(last)}`,
    tick: shortDay(first),
  };
}

function monthWords(first: Day): Pick<TimeBucket, 'name' | 'tick'> {
  const label = monthLabel(monthOf(first));
  return { name: label, tick: `${label.slice(0, 3)} ${first.slice(0, 4)}` };
}
