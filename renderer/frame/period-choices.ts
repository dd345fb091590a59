import {
  addDays,
  addMonths,
  type Day,
  type Month,
  monthOf,
  monthPeriod,
  type Period,
} from '../../shared/model/period.ts';
import { periodLabel } from '../period.ts';

const MAX_MONTHS = 13;
const LENGTHS = [7, 30, 90] as const;

/** A period that can be chosen by one click. */
export interface PeriodChoice {
  readonly id: string;
  readonly label: string;
  readonly period: Period;
}

/** The months with data, newest first (the current one always), at most thirteen. */
export function monthChoices(today: Day, oldestDay: Day | null): readonly PeriodChoice[] {
  const current = monthOf(today);
  const oldest: Month = oldestDay === null ? current : monthOf(oldestDay);
  return Array.from({ length: MAX_MONTHS }, (_, index) => addMonths(current, -index))
    .filter((month) => month === current || month >= oldest)
    .map((month) => choiceOf(periodLabel(monthPeriod(month)), monthPeriod(month)));
}

/** The last 7, 30 and 90 days, today among them. */
export function lengthChoices(today: Day): readonly PeriodChoice[] {
  const to = addDays(today, 1);
  return LENGTHS.map((days) => choiceOf(`Last ${days} days`, { from: addDays(to, -days), to }));
}

function choiceOf(label: string, period: Period): PeriodChoice {
  return { id: `${period.from}/${period.to}`, label, period };
}
