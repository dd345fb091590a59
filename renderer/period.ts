import type { Comparison } from '../shared/cost/spend/period-before.ts';
import {
  addDays,
  type Day,
  daysBetween,
  isDay,
  isMonth,
  type Month,
  monthOf,
  monthPeriod,
  type Period,
} from '../shared/model/period.ts';

const LONGEST_MONTH = 31;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** The period of an address, or the current month where it names none (or not a sensible one). */
export function readPeriod(search: string, today: Day): Period {
  return validPeriod(new URLSearchParams(search)) ?? monthPeriod(monthOf(today));
}

/** What a page says where the address names a period that is none; null where all is well. */
export function periodNotice(search: string, today: Day): string | null {
  const params = new URLSearchParams(search);
  const named = PERIOD_KEYS.some((key) => params.has(key));
  if (!named || validPeriod(params) !== null) return null;
  const shown = periodLabel(readPeriod(search, today));
  return `The period in the address is not valid; showing ${shown}.`;
}

/** What names a period in an address: its first day and the one after its last, or a month. */
const PERIOD_KEYS = ['from', 'to', 'month'] as const;

function validPeriod(params: URLSearchParams): Period | null {
  const month = params.get('month');
  if (month !== null && !params.has('from') && !params.has('to'))
    return isMonth(month) ? monthPeriod(month) : null;
  const from = params.get('from') ?? '';
  const to = params.get('to') ?? '';
  return isDay(from) && isDay(to) && from < to ? { from, to } : null;
}

/** The part of a period that has begun: it ends with today. A period in the future stays as it is. */
export function elapsedPart(period: Period, today: Day): Period {
  const end = addDays(today, 1);
  return period.to > end && period.from < end ? { from: period.from, to: end } : period;
}

/**
 * With what a period is compared unless something else is chosen: the same days of the month before
 * where it starts with a month and is no longer than one, else as many days directly before it.
 */
export function usualComparison({ from, to }: Period): Comparison {
  const monthly = from.endsWith('-01') && daysBetween(from, to) <= LONGEST_MONTH;
  return monthly ? 'previous-month' : 'previous-period';
}

function isWholeMonth(period: Period): boolean {
  return monthPeriod(monthOf(period.from)).to === period.to && period.from.endsWith('-01');
}

/** A period in words: `October 2026`, `1 to 20 November 2026`, `28 October to 3 November 2026`. */
export function periodLabel(period: Period): string {
  const last = addDays(period.to, -1);
  if (isWholeMonth(period)) return `${monthName(period.from)} ${period.from.slice(0, 4)}`;
  if (period.from === last) return `${dayName(last)} ${last.slice(0, 4)}`;
  if (monthOf(period.from) === monthOf(last)) {
    return `${dayNumber(period.from)} to ${dayName(last)} ${last.slice(0, 4)}`;
  }
  const year = period.from.slice(0, 4) === last.slice(0, 4) ? '' : ` ${period.from.slice(0, 4)}`;
  return `${dayName(period.from)}${year} to ${dayName(last)} ${last.slice(0, 4)}`;
}

/** A period after a verb: `in October 2026`, `on 14 November 2026`, `from 1 to 20 November 2026`. */
export function periodPhrase(period: Period): string {
  const oneDay = daysBetween(period.from, period.to) === 1;
  const word = isWholeMonth(period) ? 'in' : oneDay ? 'on' : 'from';
  return `${word} ${periodLabel(period)}`;
}

/** A day in words without its year: `14 October`. */
export function dayName(day: Day): string {
  return `${dayNumber(day)} ${monthName(day)}`;
}

/** A month in words: `October 2026`. */
export function monthLabel(month: Month): string {
  return `${monthName(month)} ${month.slice(0, 4)}`;
}

/** A day for an axis: `14 Oct`. */
export function shortDay(day: Day): string {
  return `${dayNumber(day)} ${monthName(day).slice(0, 3)}`;
}

function dayNumber(day: Day): number {
  return Number(day.slice(8, 10));
}

function monthName(day: Day): string {
  return MONTHS[Number(day.slice(5, 7)) - 1] ?? day;
}
