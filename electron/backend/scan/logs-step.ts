import { inParallel } from '../aws/in-parallel.ts';
import { addSummaries, NOTHING_INGESTED } from '../sources/ingest-summary.ts';
import { readLargeBodies } from '../sources/large-bodies.ts';
import { type LogBucket, logBuckets } from '../sources/log-buckets.ts';
import { readLogBucket } from '../sources/s3-logs.ts';
import type { CoveredFolder } from './covered.ts';
import { digestsParts, verifyDigests } from './digests-step.ts';
import { logGroupParts, readLogGroups } from './log-groups.ts';
import { mergeReadings, withUnknown } from './merge-readings.ts';
import { createTally } from './progress.ts';
import {
  endStep,
  isLeftOut,
  type StepContext,
  type StepResult,
  targetsOf,
} from './step-context.ts';
import { unreadLogs } from './unread-logs.ts';

/** The step that reads log buckets and log groups. */
export const logsStep = { id: 's3-logs', title: 'Log files and log groups' } as const;

const BUCKETS_AT_ONCE = 4;
const TARGETS_AT_ONCE = 8;

/** What buckets and log groups gave, and which times their trail files cover. */
export interface LogsResult extends StepResult {
  readonly covered: readonly CoveredFolder[];
}

/**
 * Reads every log bucket that the configuration names, once, however many accounts share it, then
 * the log groups for the times that no bucket gave, then large answers that hold usage.
 */
export async function readLogs(context: StepContext): Promise<LogsResult> {
  const { progress, tools, accounts } = context;
  const { id } = logsStep;
  if (isLeftOut(context, 'logs', id))
    return { readings: [], summary: NOTHING_INGESTED, covered: [] };
  const buckets = logBuckets(context.configuration);
  progress.start(id);
  const parts = [
    ...buckets.map(bucketPart),
    ...digestsParts(context, buckets),
    ...logGroupParts(context),
  ];
  const tally = createTally(parts, (...counted) => progress.count(id, ...counted));
  const results = await inParallel(buckets, BUCKETS_AT_ONCE, async (bucket) => {
    const own = accounts.filter(({ accountId }) => bucket.accountIds.includes(accountId));
    const candidates = [...own, ...accounts.filter((account) => !own.includes(account))];
    const part = bucketPart(bucket);
    const result = await readLogBucket({
      tools,
      bucket,
      candidates,
      onProgress: (done, total) => tally.count(part, done, total),
    });
    tally.end(part);
    return result;
  });
  const fromS3 = withUnknown(
    results.flatMap((result) => result.readings),
    unreadLogs(context.configuration),
  );
  const digests = await verifyDigests(context, buckets, tally);
  const groups = await readLogGroups(context, fromS3, tally);
  const bodies = await inParallel(targetsOf(accounts), TARGETS_AT_ONCE, (target) =>
    readLargeBodies(tools, target),
  );
  const readings = mergeReadings([
    ...fromS3,
    ...digests,
    ...groups.map(({ reading }) => reading),
    ...bodies.filter((reading) => reading !== null),
  ]);
  const none = buckets.length === 0 && readings.length === 0;
  const note = none ? 'No trail or logging configuration names a bucket or log group.' : null;
  await endStep(context, { id, readings, note });
  return {
    readings,
    summary: [...results, ...groups].reduce(
      (sum, result) => addSummaries(sum, result.summary),
      NOTHING_INGESTED,
    ),
    covered: results.flatMap((result) => result.covered),
  };
}

function bucketPart({ bucket, prefix }: LogBucket): string {
  return `${bucket}/${prefix}`;
}
