import { addDays, type Day, daysBetween, daysIn, type Period } from '../../model/period.ts';
import { type Attodollars, formatUsd, parseUsd, type Usd } from '../../model/usd.ts';
import type { BilledRow } from '../reconcile/billed-row.ts';
import type { CostSubject } from '../reconcile/cost-subject.ts';
import { billedRowReader } from '../reconcile/read-billed-row.ts';
import { groupBy } from '../statistics/group-by.ts';
import { inCents } from '../statistics/robust.ts';
import type { Range } from './forecast-answer.ts';

/** Days before the last billed one whose mean is carried on; the last day itself may be billed in part. */
export const RATE_DAYS = 7;
/** Fewer days say nothing of the days to come. */
const LEAST_DAYS = 3;
/** An account whose bill ended this many days before the newest is taken to cost nothing more. */
const SILENT_DAYS = 3;

/** What goes on by the day; trainings, fees, taxes, credits and refunds come once and are not carried on. */
const GOES_ON: ReadonlySet<CostSubject> = new Set<CostSubject>([
  'batch',
  'provisioned',
  'reserved',
  'custom-model-import',
  'media',
  'rerank',
  'guardrails',
  'knowledge-bases',
  'agents',
  'flows',
  'agentcore',
  'data-automation',
]);

/** Capacity bought by the hour costs the same each day. */
const FLAT: ReadonlySet<CostSubject> = new Set<CostSubject>(['provisioned', 'reserved']);

/** What comes beside metered usage in a month's days that are not billed yet, at the pace of the last ones. */
export interface BesideAhead extends Range {
  /** What a day comes to, in whole cents; of it, capacity bought by the hour. */
  readonly perDayUsd: Usd;
  readonly flatPerDayUsd: Usd;
  /** By day, in order: the last billed one as far as it is short of the pace, and those after it. */
  readonly days: readonly { readonly day: Day; readonly usd: Usd }[];
}

/**
 * Carries the billed costs beside tokens on to the end of a period: the mean of the 7 days before the
 * last billed one, by account. The range is that of the lowest and of the highest of these days; bought
 * capacity has none. Null with less than 3 such days. Rows may begin before the period, and end at its
 * end; USD alone counts.
 */
export function besideAhead(rows: readonly BilledRow[], period: Period): BesideAhead | null {
  const last = lastDayOf(rows);
  const paces = [...groupBy(rows, ({ accountId }) => accountId).values()].flatMap((own) =>
    daysBetween(lastDayOf(own) ?? '', last ?? '') >= SILENT_DAYS ? [] : (paceOf(own) ?? []),
  );
  if (last === null || paces.length === 0) return null;
  const days = daysIn(period).flatMap((day) => {
    const amount = sumOf(paces.map((pace) => missingOn(day, pace)));
    return amount === 0n ? [] : [{ day, usd: formatUsd(amount) }];
  });
  const bound = (of: (pace: Pace) => Attodollars) =>
    inCents(formatUsd(sumOf(paces.map((pace) => of(pace) * BigInt(daysAfter(pace.last, period))))));
  const expected = sumOf(days.map(({ usd }) => parseUsd(usd)));
  return {
    expectedUsd: formatUsd(expected),
    lowUsd: least(
      bound(({ low }) => low),
      expected,
    ),
    highUsd: most(
      bound(({ high }) => high),
      expected,
    ),
    perDayUsd: formatUsd(sumOf(paces.map(({ perDay }) => perDay))),
    flatPerDayUsd: formatUsd(sumOf(paces.map(({ flat }) => flat))),
    days,
  };
}

/** What an account's costs beside tokens come to on a day. */
interface Pace {
  readonly last: Day;
  readonly onLast: Attodollars;
  readonly perDay: Attodollars;
  readonly flat: Attodollars;
  readonly low: Attodollars;
  readonly high: Attodollars;
}

function paceOf(rows: readonly BilledRow[]): Pace | null {
  const last = lastDayOf(rows);
  const first = rows.reduce<Day>((day, row) => (row.day < day ? row.day : day), last ?? '');
  if (last === null) return null;
  const from = addDays(last, -RATE_DAYS);
  const window = daysIn({ from: first > from ? first : from, to: last });
  if (window.length < LEAST_DAYS) return null;
  const reader = billedRowReader();
  const newest = rows.filter(({ day }) => day >= from);
  const on = (day: Day, subjects: ReadonlySet<CostSubject>) =>
    sumOf(
      newest.flatMap((row) => {
        const billedFor = row.day === day && row.currency === 'USD' ? reader(row) : null;
        const counts = billedFor?.kind === 'other' && subjects.has(billedFor.subject);
        return counts ? parseUsd(row.unblendedCost) : [];
      }),
    );
  const flat = meanOf(window.map((day) => on(day, FLAT)));
  const varying = window.map((day) => on(day, GOES_ON) - on(day, FLAT));
  return {
    last,
    onLast: on(last, GOES_ON),
    perDay: meanOf(window.map((day) => on(day, GOES_ON))),
    flat,
    low: flat + varying.reduce((a, b) => (b < a ? b : a)),
    high: flat + varying.reduce((a, b) => (b > a ? b : a)),
  };
}

function missingOn(day: Day, { last, onLast, perDay }: Pace): Attodollars {
  if (day < last) return 0n;
  if (day > last) return perDay;
  return perDay > onLast ? perDay - onLast : 0n;
}

function daysAfter(last: Day, { from, to }: Period): number {
  const first = addDays(last, 1);
  return Math.max(0, daysBetween(first > from ? first : from, to));
}

function lastDayOf(rows: readonly BilledRow[]): Day | null {
  return rows.reduce<Day | null>(
    (last, { day }) => (last === null || day > last ? day : last),
    null,
  );
}

function sumOf(amounts: readonly Attodollars[]): Attodollars {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}

/** In whole cents. */
function meanOf(amounts: readonly Attodollars[]): Attodollars {
  return parseUsd(inCents(formatUsd(sumOf(amounts) / BigInt(amounts.length))));
}

function least(usd: Usd, expected: Attodollars): Usd {
  return parseUsd(usd) < expected ? usd : formatUsd(expected);
}

function most(usd: Usd, expected: Attodollars): Usd {
  return parseUsd(usd) > expected ? usd : formatUsd(expected);
}
