import type { PreviousSpend } from '../../../../shared/api/answers.ts';
import type { Measure } from '../../../charts/measure.ts';
import type { ComparedTotals } from '../../../charts/stacked-bars-props.ts';
import { bucketKeyOf, type Granularity, timeBuckets } from '../../../charts/time-bucket.ts';
import { periodLabel } from '../../../period.ts';

/** The totals of the earlier period, bucket by bucket from its first, to be drawn over the bars. */
export function comparedTotals(
  previous: Pick<PreviousSpend, 'period' | 'cells'>,
  measure: Measure,
  granularity: Granularity,
): ComparedTotals {
  const { period, cells } = previous;
  const buckets = timeBuckets({ period, granularity, incompleteDays: [], now: `${period.to}T00` });
  const amounts = new Map<string, bigint>();
  for (const cell of cells) {
    const key = bucketKeyOf(cell);
    amounts.set(key, (amounts.get(key) ?? 0n) + measure.amountOf(cell));
  }
  return {
    label: `Total, ${periodLabel(period)}`,
    amounts: buckets.map(({ key }) => amounts.get(key) ?? 0n),
  };
}
