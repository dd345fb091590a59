import type { SpendAnswer } from '../../../../shared/api/answers.ts';
import { daysBetween, type Period } from '../../../../shared/model/period.ts';
import { GRANULARITIES, type Granularity } from '../../../charts/time-bucket.ts';
import {
  choiceFilter,
  type Filter,
  type FilterValues,
  offsetFilter,
  textFilter,
} from '../../../filters.ts';
import { usualComparison } from '../../../period.ts';
import { type Grouping, groupingOf } from '../../../spend/grouping.ts';
import { SPEND_MEASURE_IDS } from '../../../spend/spend-measure.ts';
import { spendUsageFilters } from '../usage-filters.ts';

/** With what a period is compared; `auto` follows the length of the period. */
export const COMPARISONS = [
  'auto',
  'previous-month',
  'previous-period',
  'previous-weekdays',
  'none',
] as const;

export type Comparison = (typeof COMPARISONS)[number];

/** The tables below the chart. */
export const COST_TABLES = ['groups', 'movers', 'principals', 'prices', 'unpriced'] as const;

/** In which order single invocations stand. */
export const CALL_ORDERS = ['time-desc', 'time-asc', 'tokens-desc', 'latency-desc'] as const;

const LONGEST_HOURLY_DAYS = 14;

const groupingFilter: Filter<Grouping> = {
  read: (params) => groupingOf(params.get('groupBy')) ?? 'model',
  write(params, value) {
    if (value === 'model') params.delete('groupBy');
    else params.set('groupBy', value);
  },
};

/** What of the cost tab stands in the address. */
export const costFilters = {
  ...spendUsageFilters,
  groupBy: groupingFilter,
  measure: choiceFilter('measure', SPEND_MEASURE_IDS, 'cost'),
  granularity: choiceFilter('by', GRANULARITIES, 'day'),
  compare: choiceFilter('compare', COMPARISONS, 'auto'),
  table: choiceFilter('table', COST_TABLES, 'groups'),
  offset: offsetFilter('offset'),
  /** What single invocations are shown of: `all`, or a bucket of time; nothing while none are. */
  callsAt: textFilter('calls'),
  /** The group whose invocations are shown; all groups when empty. */
  callsOf: textFilter('calls-of'),
  callsOrder: choiceFilter('calls-order', CALL_ORDERS, 'time-desc'),
  callsOffset: offsetFilter('calls-offset'),
  /** The invocation whose price lines are shown. */
  requestId: textFilter('request'),
} as const;

/** The values of the cost tab's filters. */
export type CostValues = FilterValues<typeof costFilters>;

/** Changes what stands in the address. */
export type UpdateCost = (
  patch: Partial<CostValues>,
  options?: { readonly replace?: boolean },
) => void;

/** No single invocations are shown. */
export const NO_CALLS = {
  callsAt: '',
  callsOf: '',
  callsOffset: 0,
  requestId: '',
} as const satisfies Partial<CostValues>;

/** What the tables about a whole answer get. */
export interface SpendTableProps {
  /** Undefined while waiting, and when it could not be read. */
  readonly answer: SpendAnswer | undefined;
  readonly waiting: boolean;
}

/** The bars that a period can have: hours for two weeks at most, weeks and months from two days on. */
export function granularitiesOf(period: Period): readonly Granularity[] {
  const days = daysBetween(period.from, period.to);
  return GRANULARITIES.filter(
    (each) => each === 'day' || (each === 'hour' ? days <= LONGEST_HOURLY_DAYS : days > 1),
  );
}

/** The chosen bars, or days where the period cannot have them. */
export function granularityFor(chosen: Granularity, period: Period): Granularity {
  return granularitiesOf(period).includes(chosen) ? chosen : 'day';
}

/** With what a period is compared; null with nothing. */
export function comparisonFor(
  chosen: Comparison,
  period: Period,
): Exclude<Comparison, 'auto' | 'none'> | null {
  if (chosen === 'none') return null;
  return chosen === 'auto' ? usualComparison(period) : chosen;
}
