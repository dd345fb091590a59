import type { DatasetReading, ReadOutcome } from '../../../shared/model/dataset.ts';
import { isReadingOf } from '../sources/log-buckets.ts';
import { s3Sources } from '../sources/s3-folder.ts';
import { sourceReading } from '../sources/source.ts';
import type { SourceReading } from '../store/store.ts';

/**
 * Readings for the logs that no bucket gives: those whose place is not known, because the
 * configuration that names it could not be read, and those that go to a log group alone. Without
 * them, logs would look as if there were none.
 */
export function unreadLogs(configuration: readonly DatasetReading[]): readonly SourceReading[] {
  return configuration.flatMap((reading) => {
    const info = isReadingOf(reading, 'trails')
      ? s3Sources.cloudtrail
      : isReadingOf(reading, 'invocation-logging')
        ? s3Sources['invocation-logs']
        : null;
    const outcome =
      reading.outcome.status === 'collected' ? logGroupOnly(reading) : reading.outcome;
    if (info === null || outcome === null) return [];
    const { accountId, region, readAt } = reading;
    return [sourceReading(info, { accountId, region, outcome, readAt, calls: 0, items: 0 })];
  });
}

/** Invocation logs in a log group are not read by Assay; usage there comes from CloudWatch metrics. */
function logGroupOnly(reading: DatasetReading): ReadOutcome | null {
  if (!isReadingOf(reading, 'invocation-logging')) return null;
  const logging = reading.items.find((item) => item.enabled && item.s3Bucket === null);
  if (logging === undefined) return null;
  const reason = `Invocation logs go to the log group ${logging.logGroup ?? 'that is configured'} only, which Assay does not read; usage here is what CloudWatch metrics tell, without principals.`;
  return { status: 'unavailable', reason };
}
