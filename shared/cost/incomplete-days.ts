import { type Day, daysIn, type Period } from '../model/period.ts';

/** Days of a period whose usage is not known in full, seen from a day. */
export interface IncompleteDays {
  readonly period: Period;
  /** Those that lie ahead among them. */
  readonly days: readonly Day[];
  readonly today: Day;
}

/** What a report notes of them: those that have begun may grow, those ahead are no gap. */
export function incompleteDaysNote({ period, days, today }: IncompleteDays): readonly string[] {
  const all = daysIn(period);
  const begun = all.filter((day) => day <= today).length;
  const count = new Set(days.filter((day) => day <= today)).size;
  const ahead = all.length - begun;
  const later = ahead === 0 ? '' : ` ${ahead} ${ahead === 1 ? 'day lies' : 'days lie'} ahead.`;
  if (begun === 0) return [`No day of this period has begun.`];
  if (count === 0) return ahead === 0 ? [] : [later.trim()];
  const have = ahead === 0 ? 'days' : 'days that have begun';
  return [`Usage of ${count} of the ${begun} ${have} is not complete.${later}`];
}
