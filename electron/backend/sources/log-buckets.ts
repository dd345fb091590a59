import type { DatasetReading, InvocationLogging, Trail } from '../../../shared/model/dataset.ts';
import { withSlash } from './log-keys.ts';

/** A place that AWS writes logs to: read once, however many accounts and Regions write there. */
export interface LogBucket {
  readonly bucket: string;
  /** What stands before `AWSLogs/`; empty or ending with `/`. */
  readonly prefix: string;
  /** The Region to call first; S3 redirects when the bucket is elsewhere. */
  readonly region: string;
  /** Accounts whose configuration names the bucket; their credentials are tried in this order. */
  readonly accountIds: readonly string[];
}

/** The buckets that trails and invocation logging configurations write to. */
export function logBuckets(readings: readonly DatasetReading[]): readonly LogBucket[] {
  const found = new Map<string, LogBucket>();
  for (const reading of readings) {
    for (const { bucket, prefix, region } of placesOf(reading)) {
      const id = `${bucket}/${prefix}`;
      const known = found.get(id) ?? { bucket, prefix, region, accountIds: [] };
      const accountIds = [...new Set([...known.accountIds, reading.accountId])];
      found.set(id, { ...known, accountIds });
    }
  }
  return [...found.values()];
}

type Place = Omit<LogBucket, 'accountIds'>;

function placesOf(reading: DatasetReading): readonly Place[] {
  if (isReadingOf(reading, 'trails')) return reading.items.flatMap(trailPlace);
  if (isReadingOf(reading, 'invocation-logging')) {
    return reading.items.flatMap((item) => loggingPlace(item, reading.region));
  }
  return [];
}

function trailPlace({ s3Bucket, s3KeyPrefix, homeRegion }: Trail): readonly Place[] {
  if (s3Bucket === null) return [];
  return [{ bucket: s3Bucket, prefix: withSlash(s3KeyPrefix), region: homeRegion }];
}

function loggingPlace(logging: InvocationLogging, region: string): readonly Place[] {
  if (logging.s3Bucket === null) return [];
  return [{ bucket: logging.s3Bucket, prefix: withSlash(logging.s3KeyPrefix), region }];
}

/** Narrows a reading to its dataset. */
export function isReadingOf<D extends DatasetReading['dataset']>(
  reading: DatasetReading,
  dataset: D,
): reading is DatasetReading<D> {
  return reading.dataset === dataset;
}
