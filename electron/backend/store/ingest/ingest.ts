import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { IngestSummary } from '../../../../shared/api/answers.ts';
import type { IngestOptions, LogFile } from '../store.ts';
import { cancelled } from '../store-error.ts';
import { createBatchLoader } from './batch-loader.ts';
import type { IngestContext, LoadedEntry } from './context.ts';
import { inDateOrder } from './file-order.ts';
import { knownKeys } from './manifest.ts';
import { type PreparedFile, prepareFile } from './prepare.ts';
import { createSlots, type Slots } from './slots.ts';

/**
 * Bytes that a batch reads at most, about half a million events: a commit leaves its last row group
 * part-filled, and DuckDB packs those again at the end (small batches doubled the cost and the file).
 */
const BATCH_BYTES = 1 << 30;
/** Bytes of a batch that lie inflated in passing files; two batches are under way at a time. */
const PASSING_BYTES = 400 << 20;
/** Few enough files to find a bad one by halves. */
const BATCH_FILES = 2_048;
/** Files checked at the same time; inflating runs in Node's thread pool. */
const CHECKED_AHEAD = 4;

/**
 * Reads files into events and invocations. Each is checked, judged by its content, and loaded in a
 * transaction with its manifest entry, so that a crash at any time leaves whole files only. While
 * one batch is loaded the next one is checked.
 * @throws AppError `cancelled`, or `io-failed` when the disk is full; what was committed stays.
 */
export async function ingestFiles(
  context: IngestContext,
  files: readonly LogFile[],
  options: IngestOptions = {},
): Promise<IngestSummary> {
  const known = await context.database.read((connection) => knownKeys(connection, files));
  const wanted = inDateOrder(files.filter((file) => !known.has(file.key)));
  const progress = createProgress(files.length, known.size, options);
  if (wanted.length === 0) return progress.summary();
  const folder = await mkdtemp(join(context.temp, 'ingest-'));
  const slots = createSlots(folder);
  const loader = createBatchLoader(
    { ...context, folder },
    (entries) => progress.add(entries),
    options.signal,
  );
  let loading: Promise<void> = Promise.resolve();
  let batch = emptyBatch();
  const flush = async () => {
    await loading;
    const full = batch.files;
    batch = emptyBatch();
    loading = loader.load(full).finally(() => slots.release(slotsOf(full)));
    loading.catch(() => undefined);
  };
  try {
    for await (const prepared of prepareAll(wanted, slots, options.signal)) {
      addTo(batch, prepared);
      if (isFull(batch)) await flush();
    }
    await flush();
  } finally {
    await loading.catch(() => undefined);
    await slots.close();
  }
  await loading;
  return progress.summary();
}

function slotsOf(batch: readonly PreparedFile[]): readonly string[] {
  return batch.flatMap(({ next }) => (next.as === 'fast' && next.slot ? [next.path] : []));
}

/** Files that one transaction will load. */
interface Batch {
  readonly files: PreparedFile[];
  bytes: number;
  passingBytes: number;
}

function emptyBatch(): Batch {
  return { files: [], bytes: 0, passingBytes: 0 };
}

function addTo(batch: Batch, prepared: PreparedFile): void {
  batch.files.push(prepared);
  batch.bytes += prepared.bytes;
  if (prepared.next.as === 'fast' && prepared.next.slot) batch.passingBytes += prepared.bytes;
}

function isFull({ files, bytes, passingBytes }: Batch): boolean {
  return files.length >= BATCH_FILES || bytes >= BATCH_BYTES || passingBytes >= PASSING_BYTES;
}

/** Files checked in order, a few at a time. */
async function* prepareAll(
  files: readonly LogFile[],
  slots: Slots,
  signal?: AbortSignal,
): AsyncGenerator<PreparedFile> {
  const ahead: Promise<PreparedFile>[] = [];
  try {
    for (const file of files) {
      if (signal?.aborted) throw cancelled();
      ahead.push(prepareFile(file, slots, signal));
      const first = ahead.length >= CHECKED_AHEAD ? ahead.shift() : undefined;
      if (first !== undefined) yield await first;
    }
    for (let next = ahead.shift(); next !== undefined; next = ahead.shift()) yield await next;
  } finally {
    await Promise.allSettled(ahead);
  }
}

function createProgress(total: number, known: number, options: IngestOptions) {
  const outcomes = { ingested: 0, partial: 0, skipped: known, failed: 0 };
  const sums = { events: 0, invocations: 0, duplicates: 0, fragments: 0 };
  let done = known;
  options.onProgress?.(done, total);
  return {
    add(entries: readonly LoadedEntry[]): void {
      for (const { outcome, events, invocations } of entries) {
        outcomes[outcome.status]++;
        sums.events += events;
        sums.invocations += invocations;
        sums.duplicates += outcome.duplicates;
        sums.fragments += outcome.fragments;
        options.onOutcome?.(outcome);
      }
      done += entries.length;
      options.onProgress?.(done, total);
    },
    summary: (): IngestSummary => ({
      files: total,
      filesTaken: outcomes.ingested,
      filesPartial: outcomes.partial,
      filesSkipped: outcomes.skipped,
      filesFailed: outcomes.failed,
      ...sums,
    }),
  };
}
