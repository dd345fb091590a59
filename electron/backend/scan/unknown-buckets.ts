import type { DatasetReading } from '../../../shared/model/dataset.ts';
import { isReadingOf } from '../sources/log-buckets.ts';
import { s3Sources } from '../sources/s3-folder.ts';
import { sourceReading } from '../sources/source.ts';
import type { SourceReading } from '../store/store.ts';

/**
 * Readings for the logs whose place is not known, because the configuration that names it could not
 * be read: without them, log files would look as if there were none.
 */
export function unknownBuckets(configuration: readonly DatasetReading[]): readonly SourceReading[] {
  return configuration.flatMap((reading) => {
    if (reading.outcome.status === 'collected') return [];
    const info = isReadingOf(reading, 'trails')
      ? s3Sources.cloudtrail
      : isReadingOf(reading, 'invocation-logging')
        ? s3Sources['invocation-logs']
        : null;
    if (info === null) return [];
    const { accountId, region, outcome, readAt } = reading;
    return [sourceReading(info, { accountId, region, outcome, readAt, calls: 0, items: 0 })];
  });
}
