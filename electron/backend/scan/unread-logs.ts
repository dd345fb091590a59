import type { DatasetReading } from '../../../shared/model/dataset.ts';
import { isReadingOf } from '../sources/log-buckets.ts';
import { s3Sources } from '../sources/s3-folder.ts';
import { sourceReading } from '../sources/source.ts';
import type { SourceReading } from '../store/store.ts';

/**
 * Readings for the logs whose place is not known, because the configuration that names it could not
 * be read. Without them, logs would look as if there were none.
 */
export function unreadLogs(configuration: readonly DatasetReading[]): readonly SourceReading[] {
  return configuration.flatMap((reading) => {
    const info = isReadingOf(reading, 'trails')
      ? s3Sources.cloudtrail
      : isReadingOf(reading, 'invocation-logging')
        ? s3Sources['invocation-logs']
        : null;
    const { accountId, region, readAt, outcome } = reading;
    if (info === null || outcome.status === 'collected') return [];
    return [sourceReading(info, { accountId, region, outcome, readAt, calls: 0, items: 0 })];
  });
}
