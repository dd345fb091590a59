import type { DatasetReading, InvocationLogging, Trail } from '../../../shared/model/dataset.ts';
import { type LogKind, withSlash } from './log-keys.ts';

/** A place that AWS writes logs to: read once, however many accounts and Regions write there. */
export interface LogBucket {
  readonly bucket: string;
  /** What stands before `AWSLogs/`; empty or ending with `/`. */
  readonly prefix: string;
  /** The Region to call first; S3 redirects when the bucket is elsewhere. */
  readonly region: string;
  /** Accounts whose configuration names the bucket; their credentials are tried in this order. */
  readonly accountIds: readonly string[];
  /** Which logs are to lie there, by the account and Region that they are of. */
  readonly logs: readonly ExpectedLog[];
}

/** Logs of one account and Region that a configuration sends to a bucket. */
export interface ExpectedLog {
  readonly kind: LogKind;
  readonly accountId: string;
  readonly region: string;
}

/** The buckets that trails and invocation logging configurations write to. */
export function logBuckets(readings: readonly DatasetReading[]): readonly LogBucket[] {
  const found = new Map<string, LogBucket>();
  for (const reading of readings) {
    const { accountId } = reading;
    for (const { bucket, prefix, region, kind } of placesOf(reading)) {
      const id = `${bucket}/${prefix}`;
      const known = found.get(id) ?? { bucket, prefix, region, accountIds: [], logs: [] };
      const accountIds = [...new Set([...known.accountIds, accountId])];
      const logs = withLog(known.logs, { kind, accountId, region });
      found.set(id, { ...known, accountIds, logs });
    }
  }
  return [...found.values()];
}

/**
 * The buckets that a log group's large answers go to: nothing is listed there, and single objects are
 * read that records name.
 */
export function largeBodyBuckets(
  readings: readonly DatasetReading[],
): readonly Pick<LogBucket, 'bucket' | 'prefix'>[] {
  return readings.flatMap((reading) =>
    isReadingOf(reading, 'invocation-logging')
      ? reading.items.flatMap(({ largeDataS3Bucket: bucket, largeDataS3KeyPrefix }) =>
          bucket === null ? [] : [{ bucket, prefix: withSlash(largeDataS3KeyPrefix) }],
        )
      : [],
  );
}

function withLog(known: readonly ExpectedLog[], log: ExpectedLog): readonly ExpectedLog[] {
  const same = (one: ExpectedLog) =>
    one.kind === log.kind && one.accountId === log.accountId && one.region === log.region;
  return known.some(same) ? known : [...known, log];
}

type Place = Omit<LogBucket, 'accountIds' | 'logs'> & { readonly kind: LogKind };

function placesOf(reading: DatasetReading): readonly Place[] {
  if (isReadingOf(reading, 'trails')) return reading.items.flatMap(trailPlace);
  if (isReadingOf(reading, 'invocation-logging')) {
    return reading.items.flatMap((item) => loggingPlace(item, reading.region));
  }
  return [];
}

function trailPlace({ s3Bucket, s3KeyPrefix, homeRegion }: Trail): readonly Place[] {
  if (s3Bucket === null) return [];
  const prefix = withSlash(s3KeyPrefix);
  return [{ bucket: s3Bucket, prefix, region: homeRegion, kind: 'cloudtrail' }];
}

function loggingPlace(logging: InvocationLogging, region: string): readonly Place[] {
  if (logging.s3Bucket === null) return [];
  const prefix = withSlash(logging.s3KeyPrefix);
  return [{ bucket: logging.s3Bucket, prefix, region, kind: 'invocation-logs' }];
}

/** Narrows a reading to its dataset. */
export function isReadingOf<D extends DatasetReading['dataset']>(
  reading: DatasetReading,
  dataset: D,
): reading is DatasetReading<D> {
  return reading.dataset === dataset;
}
