import { addDays, type Day, type Period } from '../../model/period.ts';

/**
 * The days of a period that are over, which alone are compared: a day that is running, set against a
 * whole one, would look like a saving. Null where none is over.
 */
export function wholeDays({ from, to }: Period, today: Day): Period | null {
  if (from >= today) return null;
  return { from, to: to < today ? to : today };
}

/** What of a period was compared with what, where that is not all of it. */
export interface ComparedDays {
  readonly period: Period;
  /** Null where no day of it is over. */
  readonly whole: Period | null;
  readonly compared: Period | null;
}

/** What a comparison notes of the days that it leaves out; nothing where it leaves out none. */
export function comparedDaysNote({ period, whole, compared }: ComparedDays): readonly string[] {
  if (whole === null || compared === null)
    return [`Nothing is compared: no day from ${daysInWords(period)} is over.`];
  if (whole.to === period.to) return [];
  return [
    `Changes are of whole days, ${daysInWords(whole)} against ${daysInWords(compared)}: ${whole.to} is not over and left out of both.`,
  ];
}

function daysInWords({ from, to }: Period): string {
  return `${from} to ${addDays(to, -1)}`;
}
