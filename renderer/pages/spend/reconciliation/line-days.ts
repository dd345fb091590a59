import type { ReconciledLine } from '../../../../shared/cost/reconcile/reconciled-line.ts';
import { daysBetween, monthOf } from '../../../../shared/model/period.ts';
import { countOf } from '../../../format.ts';
import { shortDay } from '../../../period.ts';

type Days = Pick<ReconciledLine, 'day' | 'days'>;

/** The day of a line; of several, the first and last and how many have it. */
export function lineDays({ day, days }: Days): string {
  if (days === undefined || days.count === 1) return day;
  return `${day} to ${days.last}, ${countOf(days.count, 'day')}`;
}

/** The same for a narrow cell: `1 to 20 Nov`, with the count where days between have nothing of it. */
export function shortLineDays({ day, days }: Days): string {
  if (days === undefined || days.count === 1) return shortDay(day);
  const { last, count } = days;
  const first = monthOf(day) === monthOf(last) ? String(Number(day.slice(8))) : shortDay(day);
  const all = count === daysBetween(day, last) + 1;
  return `${first} to ${shortDay(last)}${all ? '' : `, ${countOf(count, 'day')}`}`;
}
