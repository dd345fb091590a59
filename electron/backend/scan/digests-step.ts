import { inParallel } from '../aws/in-parallel.ts';
import { verifyTrailDigests } from '../sources/digests/trail-digests.ts';
import { isReadingOf, type LogBucket } from '../sources/log-buckets.ts';
import { withSlash } from '../sources/log-keys.ts';
import type { SourceReading } from '../store/store.ts';
import type { Tally } from './progress.ts';
import type { StepContext } from './step-context.ts';

const BUCKETS_AT_ONCE = 2;

/** Verifies the trail files of every bucket against their digests, where Settings ask for it. */
export async function verifyDigests(
  { settings, accounts, configuration, tools }: StepContext,
  buckets: readonly LogBucket[],
  tally: Tally,
): Promise<readonly SourceReading[]> {
  if (!settings.verifyDigests) return [];
  const readings = await inParallel(trailBuckets(buckets), BUCKETS_AT_ONCE, async (bucket) => {
    const own = accounts.filter(({ accountId }) => bucket.accountIds.includes(accountId));
    const verified = await verifyTrailDigests({
      tools,
      bucket,
      candidates: [...own, ...accounts.filter((account) => !own.includes(account))],
      allSigned: allSigned(configuration, bucket),
      onProgress: (done, total) => tally.count(digestsPart(bucket), done, total),
    });
    tally.end(digestsPart(bucket));
    return verified;
  });
  return readings.flat();
}

/** The parts of a scan that digests are, as they are tallied. */
export function digestsParts(
  { settings }: Pick<StepContext, 'settings'>,
  buckets: readonly LogBucket[],
): readonly string[] {
  return settings.verifyDigests ? trailBuckets(buckets).map(digestsPart) : [];
}

function digestsPart({ bucket, prefix }: LogBucket): string {
  return `${bucket}/${prefix} digests`;
}

function trailBuckets(buckets: readonly LogBucket[]): readonly LogBucket[] {
  return buckets.filter(({ logs }) => logs.some(({ kind }) => kind === 'cloudtrail'));
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
