import { addMonths, type Day, daysIn, monthOf, monthPeriod } from '../../model/period.ts';
import { addUsd, formatUsd, parseUsd, type Usd, usdToNumber } from '../../model/usd.ts';
import type { DailyCost } from '../statistics/daily-cost.ts';
import { estimatedUsd, inCents } from '../statistics/robust.ts';
import type { Forecast, ForecastDay, ForecastInput, Range } from './forecast-answer.ts';
import { forecastDays, type Outlook } from './forecast-days.ts';
import { historyBefore } from './history.ts';

/** Fewer complete days say nothing of the days to come. */
const LEAST_DAYS = 3;
/** Fewer than this hold no rhythm of the week. */
const RHYTHM_DAYS = 14;

/**
 * The cost of a month at its end: what is known, and an estimate of each day that lies ahead, is not
 * complete or was never read. The range holds 8 of 10 outcomes; it never falls below what is known.
 * There is no forecast with less than 3 complete days in 8 weeks, nor beyond next month.
 */
export function forecastMonth(input: ForecastInput): Forecast {
  const { month, today } = input;
  const known = new Map(input.days.map((cost) => [cost.day, cost]));
  const open = daysIn(monthPeriod(month)).filter((day) => isOpen(day, today, known.get(day)));
  const history = historyBefore(input.days, today);
  if (open.length > 0 && month > addMonths(monthOf(today), 1))
    return none(`Forecasts reach to the end of ${addMonths(monthOf(today), 1)} at most.`);
  if (open.length > 0 && history.length < LEAST_DAYS)
    return none(
      `Only ${history.length} complete days of the last 8 weeks are known: a forecast needs ${LEAST_DAYS}.`,
    );
  const outlook = forecastDays(history, open);
  const floors = open.map((day) => known.get(day)?.usd ?? '0');
  const days = open.map((day, index) => ({
    day,
    why: whyOpen(day, today, known.get(day)),
    ...dayRange(outlook, index, floors[index] ?? '0'),
  }));
  const knownUsd = sumOfMonth(input);
  return {
    found: true,
    month,
    knownUsd,
    ...monthRange(knownUsd, outlook, { days, floors }),
    days,
    historyDays: history.length,
    weekdayRhythm: outlook.rhythm.known,
    notes: open.length === 0 ? [] : notesOf(days, history.length),
  };
}

function none(reason: string): Forecast {
  return { found: false, reason };
}

function isOpen(day: Day, today: Day, cost: DailyCost | undefined): boolean {
  return day >= today || cost === undefined || cost.usd === null || !cost.complete;
}

function whyOpen(day: Day, today: Day, cost: DailyCost | undefined): ForecastDay['why'] {
  if (cost !== undefined && cost.usd !== null) return 'incomplete';
  return day >= today ? 'ahead' : 'unknown';
}

function sumOfMonth({ days, month }: ForecastInput): Usd {
  return addUsd(...days.flatMap(({ day, usd }) => (monthOf(day) === month ? (usd ?? []) : [])));
}

function dayRange(outlook: Outlook, index: number, floor: Usd): Range {
  const least = usdToNumber(floor);
  const expected = Math.max(outlook.expected[index] ?? 0, least);
  const reach = outlook.dayReach[index] ?? 0;
  return {
    expectedUsd: estimatedUsd(expected),
    lowUsd: estimatedUsd(Math.max(expected - reach, least, 0)),
    highUsd: estimatedUsd(expected + reach),
  };
}

/** The sum's range is narrower than the ranges of its days together: their noise evens out. */
function monthRange(
  knownUsd: Usd,
  outlook: Outlook,
  open: { readonly days: readonly Range[]; readonly floors: readonly Usd[] },
): Range {
  const floor = parseUsd(addUsd(...open.floors));
  const estimated = parseUsd(addUsd(...open.days.map(({ expectedUsd }) => expectedUsd)));
  const known = parseUsd(knownUsd);
  const expected = known - floor + (estimated > floor ? estimated : floor);
  const reach = parseUsd(estimatedUsd(outlook.sumReach));
  const low = expected - reach;
  return {
    expectedUsd: inCents(formatUsd(expected)),
    lowUsd: inCents(formatUsd(low > known ? low : known)),
    highUsd: inCents(formatUsd(expected + reach)),
  };
}

function notesOf(days: readonly ForecastDay[], historyDays: number): readonly string[] {
  const unknown = days.filter(({ why }) => why === 'unknown').length;
  const few = `With ${historyDays} days of history, weekdays cannot be told apart and the range is wide.`;
  const are = unknown === 1 ? 'is' : 'are';
  const gaps = `${unknown} ${unknown === 1 ? 'day' : 'days'} before today ${are} not known and ${are} estimated.`;
  return [...(historyDays < RHYTHM_DAYS ? [few] : []), ...(unknown > 0 ? [gaps] : [])];
}
