import type { TimelineBucket } from '../../../shared/api/answers.ts';
import { countOf, exactCount, formatShare } from '../../format.ts';
import { dayName } from '../../period.ts';

/** The page's answer in one sentence: how many events, and how many of them failed. */
export function auditSummary(buckets: readonly TimelineBucket[]): string {
  const calls = buckets.reduce((sum, bucket) => sum + bucket.calls, 0);
  const failed = buckets.reduce((sum, bucket) => sum + bucket.failed, 0);
  return calls === 0 ? 'no events' : `${countOf(calls, 'event')}, ${failedPart(failed, calls)}`;
}

/** The finding of the timeline: the day with the most failed calls, or that none failed. */
export function timelineFinding(buckets: readonly TimelineBucket[]): string {
  const worst = buckets.reduce<TimelineBucket | null>(
    (most, bucket) => (bucket.failed > (most?.failed ?? 0) ? bucket : most),
    null,
  );
  if (worst === null) return 'Events per day';
  return `Events per day: most failed on ${dayName(worst.day)} (${exactCount(worst.failed)} of ${exactCount(worst.calls)})`;
}

function failedPart(failed: number, calls: number): string {
  if (failed === 0) return 'none failed';
  return `${exactCount(failed)} failed (${formatShare(failed, calls) ?? '0 %'})`;
}
