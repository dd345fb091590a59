import type { PreviousSpend } from '../../../../shared/api/answers.ts';
import { daysIn } from '../../../../shared/model/period.ts';
import type { Measure } from '../../../charts/measure.ts';
import { sumKnown } from '../../../charts/series.ts';
import type { ComparedTotals } from '../../../charts/stacked-bars-props.ts';
import {
  bucketKeyOf,
  bucketPeriod,
  type Granularity,
  timeBuckets,
} from '../../../charts/time-bucket.ts';
import { periodLabel } from '../../../period.ts';

/**
 * The totals of the earlier period, bucket by bucket from its first, to be drawn over the bars. Where
 * nothing was counted and no day is complete, or nothing has a price, nothing is known: null, not zero.
 */
export function comparedTotals(
  previous: Pick<PreviousSpend, 'period' | 'cells' | 'incompleteDays'>,
  measure: Measure,
  granularity: Granularity,
): ComparedTotals {
  const { period, cells, incompleteDays } = previous;
  const buckets = timeBuckets({ period, granularity, incompleteDays: [], now: `${period.to}T00` });
  const amounts = new Map<string, bigint | null>();
  for (const cell of cells) {
    const key = bucketKeyOf(cell);
    amounts.set(key, sumKnown([amounts.get(key) ?? 0n, measure.amountOf(cell)]));
  }
  return {
    label: `Total, ${periodLabel(period)}`,
    amounts: buckets.map(({ key }) => {
      const days = daysIn(bucketPeriod(key, granularity, period));
      const known = days.some((day) => !incompleteDays.includes(day));
      return amounts.has(key) ? (amounts.get(key) ?? null) : known ? 0n : null;
    }),
  };
}
