import type { IngestSummary, Settings } from '../../../shared/api/answers.ts';
import type { DatasetReading } from '../../../shared/model/dataset.ts';
import { inParallel } from '../aws/in-parallel.ts';
import { addSummaries, NOTHING_INGESTED } from '../sources/ingest-summary.ts';
import { logBuckets } from '../sources/log-buckets.ts';
import { lookupEvents, readLookupEvents } from '../sources/lookup-events.ts';
import { metrics, readMetrics } from '../sources/metrics.ts';
import { readLogBucket } from '../sources/s3-logs.ts';
import type { OnSourceProgress, SourceTarget, SourceTools } from '../sources/source.ts';
import type { SourceReading } from '../store/store.ts';
import { calledModels } from './called-models.ts';
import { type CoveredFolder, coveredTime } from './covered.ts';
import { withUnknown } from './merge-readings.ts';
import { createTally, type Progress } from './progress.ts';
import type { ScanAccount } from './scan-accounts.ts';
import { endOfReadings } from './step-ends.ts';
import { unknownBuckets } from './unknown-buckets.ts';

/** The steps of the sources, in the order in which they run. */
export const sourceSteps = [
  { id: 's3-logs', title: 'Log files in S3' },
  { id: lookupEvents.id, title: lookupEvents.title },
  { id: metrics.id, title: metrics.title },
] as const;

const AT_ONCE = 16;

export interface ReadSourcesOptions {
  readonly scanId: string;
  readonly accounts: readonly ScanAccount[];
  /** What the collectors read: where trails and logging write to. */
  readonly configuration: readonly DatasetReading[];
  readonly settings: Settings;
  readonly tools: SourceTools;
  readonly progress: Progress;
}

export interface SourcesResult {
  readonly readings: readonly SourceReading[];
  readonly summary: IngestSummary;
}

/**
 * Reads log buckets first, so that the event history is asked only for what they do not hold, then
 * the event history and the metrics side by side. Each step's readings are stored when it ends.
 * @throws AppError `cancelled`.
 */
export async function readSources(options: ReadSourcesOptions): Promise<SourcesResult> {
  const logs = await readLogs(options);
  const [events, usage] = await Promise.allSettled([
    readEvents(options, logs.covered),
    readUsage(options),
  ]);
  if (events.status === 'rejected') throw events.reason;
  if (usage.status === 'rejected') throw usage.reason;
  return {
    readings: [...logs.readings, ...events.value.readings, ...usage.value],
    summary: addSummaries(logs.summary, events.value.summary),
  };
}

interface LogsResult extends SourcesResult {
  readonly covered: readonly CoveredFolder[];
}

async function readLogs(options: ReadSourcesOptions): Promise<LogsResult> {
  const { progress, tools, accounts } = options;
  const buckets = logBuckets(options.configuration);
  progress.start('s3-logs');
  const tally = createTally((done, total) => progress.count('s3-logs', done, total));
  const results = await inParallel(buckets, 2, (bucket) => {
    const own = accounts.filter(({ accountId }) => bucket.accountIds.includes(accountId));
    const candidates = [...own, ...accounts.filter((account) => !own.includes(account))];
    const id = `${bucket.bucket}/${bucket.prefix}`;
    const onProgress: OnSourceProgress = (done, total) => tally(id, done, total);
    return readLogBucket({ tools, bucket, candidates, onProgress });
  });
  const read = results.flatMap((result) => result.readings);
  const readings = withUnknown(read, unknownBuckets(options.configuration));
  const none = buckets.length === 0 && readings.length === 0;
  const note = none ? 'No trail or logging configuration names a bucket.' : null;
  await endStep(options, { id: 's3-logs', readings, note });
  return {
    readings,
    summary: results.reduce((sum, result) => addSummaries(sum, result.summary), NOTHING_INGESTED),
    covered: results.flatMap((result) => result.covered),
  };
}

async function readEvents(
  options: ReadSourcesOptions,
  folders: readonly CoveredFolder[],
): Promise<SourcesResult> {
  const { progress, tools, settings, configuration } = options;
  const { id } = lookupEvents;
  progress.start(id);
  if (!settings.lookupEvents) {
    progress.end(id, 'done', 'Switched off in Settings.');
    return { readings: [], summary: NOTHING_INGESTED };
  }
  const tally = createTally((done, total) => progress.count(id, done, total));
  const results = await inParallel(targetsOf(options.accounts), AT_ONCE, (target) =>
    readLookupEvents({
      tools,
      target,
      covered: coveredTime(target, folders, configuration),
      onProgress: (done, total) => tally(placeOf(target), done, total),
    }),
  );
  const readings = results.map(({ reading }) => reading);
  await endStep(options, { id, readings, note: null });
  return {
    readings,
    summary: results.reduce((sum, { summary }) => addSummaries(sum, summary), NOTHING_INGESTED),
  };
}

async function readUsage(options: ReadSourcesOptions): Promise<readonly SourceReading[]> {
  const { progress, tools } = options;
  const { id } = metrics;
  progress.start(id);
  const called = await calledModels(tools.store);
  const tally = createTally((done, total) => progress.count(id, done, total));
  const readings = await inParallel(targetsOf(options.accounts), AT_ONCE, (target) =>
    readMetrics({
      tools,
      target,
      calledModels: called(target.accountId, target.region),
      onProgress: (done, total) => tally(placeOf(target), done, total),
    }),
  );
  await endStep(options, { id, readings, note: null });
  return readings;
}

async function endStep(
  { scanId, progress, tools }: ReadSourcesOptions,
  step: {
    readonly id: string;
    readonly readings: readonly SourceReading[];
    readonly note: string | null;
  },
): Promise<void> {
  await tools.store.putSourceReadings(scanId, step.readings);
  const { end, note } = endOfReadings(step.readings);
  progress.end(step.id, end, step.note ?? note);
}

function targetsOf(accounts: readonly ScanAccount[]): readonly SourceTarget[] {
  return accounts.flatMap(({ accountId, clients, regions }) =>
    regions.map((region) => ({ accountId, clients, region })),
  );
}

function placeOf({ accountId, region }: SourceTarget): string {
  return `${accountId}/${region}`;
}
