import { inParallel } from '../aws/in-parallel.ts';
import { verifyTrailDigests } from '../sources/digests/trail-digests.ts';
import { isReadingOf, type LogBucket } from '../sources/log-buckets.ts';
import { withSlash } from '../sources/log-keys.ts';
import type { OnSourceProgress } from '../sources/source.ts';
import type { SourceReading } from '../store/store.ts';
import type { StepContext } from './step-context.ts';

const BUCKETS_AT_ONCE = 2;

/** Verifies the trail files of every bucket against their digests, where Settings ask for it. */
export async function verifyDigests(
  { settings, accounts, configuration, tools }: StepContext,
  buckets: readonly LogBucket[],
  tally: (place: string, ...counted: Parameters<OnSourceProgress>) => void,
): Promise<readonly SourceReading[]> {
  if (!settings.verifyDigests) return [];
  const trailBuckets = buckets.filter(({ logs }) => logs.some(({ kind }) => kind === 'cloudtrail'));
  const readings = await inParallel(trailBuckets, BUCKETS_AT_ONCE, (bucket) => {
    const own = accounts.filter(({ accountId }) => bucket.accountIds.includes(accountId));
    return verifyTrailDigests({
      tools,
      bucket,
      candidates: [...own, ...accounts.filter((account) => !own.includes(account))],
      allSigned: allSigned(configuration, bucket),
      onProgress: (done, total) => tally(`${bucket.bucket}/${bucket.prefix} digests`, done, total),
    });
  });
  return readings.flat();
}

/** Whether every trail that writes to a bucket writes digests there. */
function allSigned(configuration: StepContext['configuration'], bucket: LogBucket): boolean {
  return configuration
    .flatMap((reading) => (isReadingOf(reading, 'trails') ? reading.items : []))
    .filter(
      ({ s3Bucket, s3KeyPrefix }) =>
        s3Bucket === bucket.bucket && withSlash(s3KeyPrefix) === bucket.prefix,
    )
    .every(({ logFileValidation }) => logFileValidation);
}
