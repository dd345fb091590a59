import {
  addDays,
  type Day,
  type Instant,
  monthOf,
  type Period,
  weekdayOf,
} from '../../model/period.ts';

/** How finely spend is told over time. */
export type Granularity = 'hour' | 'day' | 'week' | 'month';

/** A piece of time: its first day in the period, and its first instant where it is an hour. */
export interface Piece {
  readonly day: Day;
  readonly start: Instant | null;
}

/** The piece of a period that a row belongs to; weeks begin on Monday, pieces never before the period. */
export function pieceOf(
  at: { readonly day: Day; readonly start: Instant | null },
  granularity: Granularity,
  { from }: Period,
): Piece {
  if (granularity === 'hour') return { day: at.day, start: at.start };
  const first = firstDay(at.day, granularity);
  return { day: first < from ? from : first, start: null };
}

function firstDay(day: Day, granularity: Exclude<Granularity, 'hour'>): Day {
  if (granularity === 'day') return day;
  return granularity === 'month' ? `${monthOf(day)}-01` : addDays(day, -weekdayOf(day));
}
