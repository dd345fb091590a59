import type { TimelineBucket } from '../../../shared/api/answers.ts';
import type { Day } from '../../../shared/model/period.ts';
import { type Series, sum } from '../../charts/series.ts';

/** Succeeded and failed events for each day; a day without a bucket had none. */
export function timelineSeries(
  days: readonly Day[],
  buckets: readonly TimelineBucket[],
): readonly Series[] {
  const byDay = new Map(buckets.map((bucket) => [bucket.day, bucket]));
  const amountsOf = (read: (bucket: TimelineBucket) => number) =>
    days.map((day) => {
      const bucket = byDay.get(day);
      return bucket === undefined ? 0n : BigInt(read(bucket));
    });
  return [
    seriesOf(
      'succeeded',
      'Succeeded',
      amountsOf(({ calls, failed }) => calls - failed),
    ),
    seriesOf(
      'failed',
      'Failed',
      amountsOf(({ failed }) => failed),
    ),
  ];
}

function seriesOf(key: string, label: string, amounts: readonly bigint[]): Series {
  return { key, label, amounts, total: sum(amounts) };
}
