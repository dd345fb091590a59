import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  isDay,
  monthOf,
  type Period,
} from '../../model/period.ts';

const WEEK = 7;

/** What a period is compared with. */
export type Comparison = 'previous-period' | 'previous-weekdays' | 'previous-month';

/**
 * The period of the same length right before, or before it by whole weeks, so that each day is compared
 * with one of its weekday; or the same days a month before: days that the earlier
 * month does not have are its end, so that whole months are compared with whole months.
 */
export function periodBefore({ from, to }: Period, compare: Comparison): Period {
  if (compare === 'previous-period')
    return { from: addDays(from, -daysBetween(from, to)), to: from };
  if (compare === 'previous-weekdays') {
    const back = -WEEK * Math.ceil(daysBetween(from, to) / WEEK);
    return { from: addDays(from, back), to: addDays(to, back) };
  }
  const end = monthBefore(to);
  const start = monthBefore(from);
  return { from: start < end ? start : addDays(end, -1), to: end };
}

function monthBefore(day: Day): Day {
  const same = `${addMonths(monthOf(day), -1)}-${day.slice(8)}`;
  return isDay(same) ? same : `${monthOf(day)}-01`;
}
