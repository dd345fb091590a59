/** A UTC calendar day, `YYYY-MM-DD`. */
export type Day = string;
/** A UTC calendar month, `YYYY-MM`. */
export type Month = string;
/** A UTC instant in ISO 8601 with `Z`, for example `2026-10-14T03:20:11Z`. */
export type Instant = string;

/** UTC days from `from` (inclusive) to `to` (exclusive). */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

const DAY_MS = 86_400_000;
const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const MONTH_PATTERN = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Whether `text` is a real UTC calendar day (`2026-02-30` is not). */
export function isDay(text: string): boolean {
  return DAY_PATTERN.test(text) && dayOfMs(Date.parse(`${text}T00:00:00Z`)) === text;
}

/** Whether `text` is a UTC calendar month. */
export function isMonth(text: string): boolean {
  return MONTH_PATTERN.test(text);
}

/** The UTC day that contains an instant. */
export function dayOf(instant: Instant): Day {
  return instant.slice(0, 10);
}

/** The UTC month that contains a day. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** The day `count` days after `day` (before it when negative). */
export function addDays(day: Day, count: number): Day {
  return dayOfMs(msOfDay(day) + count * DAY_MS);
}

/** The month `count` months after `month` (before it when negative). */
export function addMonths(month: Month, count: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, '0')}-${String(index - year * 12 + 1).padStart(2, '0')}`;
}

/** How many days lie from `from` (inclusive) to `to` (exclusive). */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((msOfDay(to) - msOfDay(from)) / DAY_MS);
}

/** Every day of a period, in order. */
export function daysIn(period: Period): readonly Day[] {
  const count = Math.max(0, daysBetween(period.from, period.to));
  return Array.from({ length: count }, (_, index) => addDays(period.from, index));
}

/** The whole month as a period. */
export function monthPeriod(month: Month): Period {
  return { from: `${month}-01`, to: `${addMonths(month, 1)}-01` };
}

/** Milliseconds since the epoch as a UTC instant, whole seconds when there are no milliseconds. */
export function instantOfMs(ms: number): Instant {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}

/** A UTC instant as milliseconds since the epoch; NaN when it is not one. */
export function msOfInstant(instant: Instant): number {
  return Date.parse(instant);
}

/** The first instant of a UTC day as milliseconds since the epoch. */
export function msOfDay(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** 0 is Monday, 6 is Sunday. */
export function weekdayOf(day: Day): number {
  return (new Date(msOfDay(day)).getUTCDay() + 6) % 7;
}

function dayOfMs(ms: number): Day {
  return Number.isNaN(ms) ? '' : new Date(ms).toISOString().slice(0, 10);
}
