import { inParallel } from '../aws/in-parallel.ts';
import { addSummaries, NOTHING_INGESTED } from '../sources/ingest-summary.ts';
import { logBuckets } from '../sources/log-buckets.ts';
import { readLogBucket } from '../sources/s3-logs.ts';
import type { CoveredFolder } from './covered.ts';
import { withUnknown } from './merge-readings.ts';
import { createTally } from './progress.ts';
import { endStep, type StepContext, type StepResult } from './step-context.ts';
import { unreadLogs } from './unread-logs.ts';

/** The step that reads log buckets. */
export const logsStep = { id: 's3-logs', title: 'Log files in S3' } as const;

const BUCKETS_AT_ONCE = 2;

/** What the log buckets gave, and which times their trail files cover. */
export interface LogsResult extends StepResult {
  readonly covered: readonly CoveredFolder[];
}

/** Reads every log bucket that the configuration names, once, however many accounts share it. */
export async function readLogs(context: StepContext): Promise<LogsResult> {
  const { progress, tools, accounts } = context;
  const { id } = logsStep;
  const buckets = logBuckets(context.configuration);
  progress.start(id);
  const tally = createTally((done, total) => progress.count(id, done, total));
  const results = await inParallel(buckets, BUCKETS_AT_ONCE, (bucket) => {
    const own = accounts.filter(({ accountId }) => bucket.accountIds.includes(accountId));
    const candidates = [...own, ...accounts.filter((account) => !own.includes(account))];
    const place = `${bucket.bucket}/${bucket.prefix}`;
    return readLogBucket({
      tools,
      bucket,
      candidates,
      onProgress: (done, total) => tally(place, done, total),
    });
  });
  const read = results.flatMap((result) => result.readings);
  const readings = withUnknown(read, unreadLogs(context.configuration));
  const none = buckets.length === 0 && readings.length === 0;
  const note = none ? 'No trail or logging configuration names a bucket.' : null;
  await endStep(context, { id, readings, note });
  return {
    readings,
    summary: results.reduce((sum, result) => addSummaries(sum, result.summary), NOTHING_INGESTED),
    covered: results.flatMap((result) => result.covered),
  };
}
