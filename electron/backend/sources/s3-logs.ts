import { rm } from 'node:fs/promises';
import type { FileOutcome, IngestSummary } from '../../../shared/api/answers.ts';
import { AppError } from '../../../shared/model/app-error.ts';
import type { ReadOutcome } from '../../../shared/model/dataset.ts';
import { CallFailure, outcomeOf } from '../aws/caller.ts';
import { isExpired } from '../aws/classify-error.ts';
import { inParallel, together } from '../aws/in-parallel.ts';
import type { LogFile, SourceReading } from '../store/store.ts';
import { addSummaries, NOTHING_INGESTED } from './ingest-summary.ts';
import { dayOfKey, LOG_FOLDERS, type LogFolder } from './log-keys.ts';
import { type BucketToOpen, openBucket } from './open-bucket.ts';
import { downloadLogFile } from './s3-download.ts';
import {
  closeFolder,
  coveredBy,
  type FolderRead,
  type FolderTools,
  folderReading,
  openFolder,
  s3Sources,
} from './s3-folder.ts';
import type { LogObject } from './s3-list.ts';
import { type OnSourceProgress, type SourceTools, sourceReading } from './source.ts';
import { clearPassing, passingFolder } from './spool.ts';
import type { TimeRange } from './time-range.ts';

const FOLDERS_AT_ONCE = 12;
const FILES_AT_ONCE = 32;
const BATCH_FILES = 512;
const BATCH_BYTES = 96 * 1024 * 1024;

export interface ReadLogBucketOptions extends BucketToOpen {
  readonly onProgress: OnSourceProgress;
}

/** What a bucket gave, and which times its trail files cover by account and Region. */
export interface LogBucketResult {
  readonly readings: readonly SourceReading[];
  readonly summary: IngestSummary;
  readonly covered: readonly { readonly folder: LogFolder; readonly range: TimeRange }[];
}

/**
 * Reads the new log files of a bucket: all accounts and Regions in it, CloudTrail and invocation
 * logs, oldest day first. Files that were stored stay stored whatever happens later.
 * @throws AppError `cancelled`.
 */
export async function readLogBucket(options: ReadLogBucketOptions): Promise<LogBucketResult> {
  const { tools, bucket } = options;
  const opened = await openBucket(options, LOG_FOLDERS);
  if ('outcome' in opened) return bucketWithoutLogs(options, opened.outcome);
  if (opened.folders.length === 0) return bucketWithoutLogs(options, { status: 'collected' });
  const folderTools = { tools, clients: opened.clients, bucketRegion: bucket.region };
  const reads = await inParallel(opened.folders, FOLDERS_AT_ONCE, (folder) =>
    openFolder(folderTools, folder),
  );
  const summary = await ingestNewFiles(folderTools, reads, options.onProgress).finally(() =>
    clearPassing(tools.spoolFolder, bucket.bucket),
  );
  for (const read of reads) await closeFolder(read, tools);
  return {
    readings: reads.map((read) => folderReading(read, tools.clock())),
    summary,
    covered: reads.flatMap((read) =>
      coveredBy(read).map((range) => ({ folder: read.folder, range })),
    ),
  };
}

/** New log files of a bucket; `reason` says why they could not be listed. */
export interface MeasuredBucket {
  readonly objects: number;
  readonly bytes: number;
  readonly reason: string | null;
}

/** Lists what a bucket holds that is not stored yet, without reading it. */
export async function measureLogBucket(
  options: Omit<ReadLogBucketOptions, 'onProgress'>,
): Promise<MeasuredBucket> {
  const { tools, bucket } = options;
  const opened = await openBucket(options, LOG_FOLDERS);
  if ('outcome' in opened) {
    const { outcome } = opened;
    const reason = outcome.status === 'collected' ? null : outcome.reason;
    return { objects: 0, bytes: 0, reason };
  }
  const folderTools = { tools, clients: opened.clients, bucketRegion: bucket.region };
  const reads = await inParallel(opened.folders, FOLDERS_AT_ONCE, (folder) =>
    openFolder(folderTools, folder),
  );
  const files = await newFiles(reads, tools);
  const bytes = files.reduce((sum, { object }) => sum + object.size, 0);
  return { objects: files.length, bytes, reason: null };
}

/** A bucket that cannot be listed, or that holds no logs yet, is told for each log it is to hold. */
function bucketWithoutLogs(
  { tools, bucket }: ReadLogBucketOptions,
  outcome: ReadOutcome,
): LogBucketResult {
  const readings = bucket.logs.map(({ kind, accountId, region }) =>
    sourceReading(s3Sources[kind], {
      accountId,
      region,
      readAt: tools.clock(),
      calls: 1,
      items: 0,
      outcome,
    }),
  );
  return { readings, summary: NOTHING_INGESTED, covered: [] };
}

interface NewFile {
  readonly read: FolderRead;
  readonly object: LogObject;
}

/** Downloads the next batch while the one before is stored. */
async function ingestNewFiles(
  folderTools: FolderTools,
  reads: readonly FolderRead[],
  onProgress: OnSourceProgress,
): Promise<IngestSummary> {
  const { tools } = folderTools;
  const files = await newFiles(reads, tools);
  let done = 0;
  let storing: Promise<IngestSummary> = Promise.resolve(NOTHING_INGESTED);
  onProgress(0, files.length);
  for (const batch of batchesOf(files)) {
    const before = storing;
    const fetching = inParallel(batch, FILES_AT_ONCE, (file) => download(folderTools, file));
    const [fetched] = await together([fetching, before]);
    storing = before.then(async (summary) => {
      const added = await store(tools, fetched.flat(), batch);
      done += batch.length;
      onProgress(done, files.length);
      return addSummaries(summary, added);
    });
    storing.catch(() => undefined);
  }
  return storing;
}

async function newFiles(reads: readonly FolderRead[], tools: SourceTools): Promise<NewFile[]> {
  const files = reads.flatMap((read) => read.objects.map((object) => ({ read, object })));
  const known = await tools.store.knownFiles(files.map(({ object }) => manifestEntry(object)));
  return files
    .filter(({ object }) => !known.has(manifestEntry(object).key))
    .map((file) => ({ file, day: dayOfKey(file.read.folder, file.object.key) }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map(({ file }) => file);
}

function manifestEntry({ folder, key, etag, size }: LogObject): LogFile {
  return { path: '', key: `s3://${folder.bucket}/${key}`, etag, size, origin: 's3' };
}

function batchesOf(files: readonly NewFile[]): readonly (readonly NewFile[])[] {
  const batches: NewFile[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const file of files) {
    const last = batches.at(-1);
    if (last === undefined || last.length >= BATCH_FILES || bytes >= BATCH_BYTES) {
      batches.push([file]);
      bytes = file.object.size;
    } else {
      last.push(file);
      bytes += file.object.size;
    }
  }
  return batches;
}

/** The file in the spool; none when it could not be read, which its folder then remembers. */
async function download(
  { tools, clients, bucketRegion }: FolderTools,
  { read, object }: NewFile,
): Promise<readonly LogFile[]> {
  if (read.closed) return [];
  const { meter } = tools;
  const access = { clients, region: bucketRegion, call: read.caller.call, meter };
  try {
    return [await downloadLogFile(access, tools, object)];
  } catch (error) {
    if (!(error instanceof CallFailure) && !isCapReached(error)) throw error;
    read.missed += 1;
    const outcome = outcomeOf(error, s3Sources[read.folder.kind].title);
    read.missedOutcome ??= outcome;
    read.missedKey ??= object.key;
    read.closed ||=
      outcome.status === 'denied' || (error instanceof CallFailure && isExpired(error.cause));
    return [];
  }
}

function isCapReached(error: unknown): boolean {
  return error instanceof AppError && error.code === 'cap-reached';
}

async function store(
  tools: SourceTools,
  files: readonly LogFile[],
  batch: readonly NewFile[],
): Promise<IngestSummary> {
  if (files.length === 0) return NOTHING_INGESTED;
  const objects = new Map(batch.map((file) => [manifestEntry(file.object).key, file]));
  const summary = await tools.store.ingest(files, {
    signal: tools.signal,
    onOutcome: ({ key, status }) => noteOutcome(objects.get(key), status),
  });
  await dropBodies(files, tools.spoolFolder);
  await dropRejected(files, objects);
  return summary;
}

/** A file that cannot be used is fetched anew the next time. */
async function dropRejected(
  files: readonly LogFile[],
  objects: ReadonlyMap<string, NewFile>,
): Promise<void> {
  const rejected = files.filter(({ key }) => {
    const file = objects.get(key);
    return file?.read.rejected.has(file.object.key) === true;
  });
  await Promise.all(rejected.map(({ path }) => rm(path, { force: true })));
}

/** Invocation logs leave the spool as soon as their counts are stored. */
async function dropBodies(files: readonly LogFile[], spoolFolder: string): Promise<void> {
  const passing = files.filter((file) => file.path.startsWith(passingFolder(spoolFolder)));
  await Promise.all(passing.map((file) => rm(file.path, { force: true })));
}

function noteOutcome(file: NewFile | undefined, status: FileOutcome['status']): void {
  if (file === undefined) return;
  const { read, object } = file;
  if (status === 'failed') read.rejected.add(object.key);
  else read.taken += 1;
  if (status === 'partial') read.partly.add(object.key);
  else if (status !== 'failed') read.whole.add(object.key);
}
