import type { FileOutcome, IngestSummary, JobStep } from '../../../shared/api/answers.ts';
import type { Instant } from '../../../shared/model/period.ts';
import { addSummaries, NOTHING_INGESTED } from '../sources/ingest-summary.ts';
import { listFolder } from '../sources/local-folder.ts';
import type { Store } from '../store/store.ts';
import { importBills } from './import-bills.ts';
import { createProgress } from './progress.ts';

export interface ImportOptions {
  readonly folder: string;
  readonly store: Store;
  readonly clock: () => Instant;
  readonly signal: AbortSignal;
  readonly onProgress: (steps: readonly JobStep[]) => void;
}

/** What an import took; `partial` when some file failed, which the list of files names. */
export interface ImportSummary {
  readonly state: 'done' | 'partial';
  readonly steps: readonly JobStep[];
  readonly summary: IngestSummary;
}

const STEPS = [
  { id: 'listing', title: 'Files in the folder' },
  { id: 'bill', title: 'Bill' },
  { id: 'ingest', title: 'Events and invocations' },
] as const;

/**
 * Reads a folder of logs and bills into the store: every file below it gets an outcome, and what is known
 * already is not read again; of that, files that failed or were taken in part count so again. Files stored before a
 * cancellation stay.
 * @throws AppError of the folder itself (`not-found`, `invalid-input`, `io-failed`) or `cancelled`.
 */
export async function runImport(options: ImportOptions): Promise<ImportSummary> {
  const { store, signal } = options;
  const progress = createProgress(STEPS, options.onProgress);
  progress.start('listing');
  const { files, outcomes } = await listFolder(options.folder, { now: options.clock, signal });
  await store.noteUnread(outcomes);
  const found = files.length + outcomes.length;
  progress.count('listing', found, found);
  const unread = summaryOf(outcomes);
  progress.end('listing', unread.filesFailed > 0 ? 'partial' : 'done', notRead(unread));
  progress.start('bill');
  const bills = await importBills(files, {
    ...options,
    onProgress: (done, total) => progress.count('bill', done, total),
  });
  const { filesFailed } = bills.summary;
  progress.end('bill', filesFailed > 0 ? 'partial' : 'done', notRead(bills.summary));
  const logs = bills.others;
  progress.start('ingest');
  progress.count('ingest', 0, logs.length);
  const known = await store.knownFiles(logs);
  const ingested = await store.ingest(logs, {
    signal,
    onProgress: (done, total) => progress.count('ingest', done, total),
  });
  await store.sumUp(signal);
  const before = await leftBefore(store, known);
  const added = withLeft(ingested, before);
  progress.end('ingest', added.filesFailed > 0 ? 'partial' : 'done', leftNote(added, before));
  const summary = addSummaries(addSummaries(added, bills.summary), unread);
  return {
    state: summary.filesFailed > 0 ? 'partial' : 'done',
    steps: progress.steps(),
    summary,
  };
}

function summaryOf(outcomes: readonly FileOutcome[]): IngestSummary {
  const failed = outcomes.filter(({ status }) => status === 'failed').length;
  const skipped = outcomes.length - failed;
  return {
    ...NOTHING_INGESTED,
    files: outcomes.length,
    filesSkipped: skipped,
    filesFailed: failed,
  };
}

function notRead({ filesSkipped, filesFailed }: IngestSummary): string | null {
  const parts = [
    ...(filesSkipped > 0 ? [`${filesSkipped} left out`] : []),
    ...(filesFailed > 0 ? [`${filesFailed} not readable`] : []),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

const PAGE_SIZE = 500;

/** Files that an earlier import did not take whole and that have not changed since. */
interface LeftBefore {
  readonly failed: number;
  readonly partial: number;
}

/** How many of the files that were not read again had failed, or been taken in part. */
async function leftBefore(store: Store, known: ReadonlySet<string>): Promise<LeftBefore> {
  const left = { failed: 0, partial: 0 };
  for (let offset = 0; known.size > 0; offset += PAGE_SIZE) {
    const page = { statuses: ['failed', 'partial'], offset, limit: PAGE_SIZE } as const;
    const { rows } = await store.fileOutcomes(page);
    for (const { key, status } of rows) {
      if (known.has(key)) left[status === 'failed' ? 'failed' : 'partial'] += 1;
    }
    if (rows.length < PAGE_SIZE) break;
  }
  return left;
}

/** The ingest counts what it did not read again as skipped. */
function withLeft(ingested: IngestSummary, { failed, partial }: LeftBefore): IngestSummary {
  return {
    ...ingested,
    filesSkipped: ingested.filesSkipped - failed - partial,
    filesFailed: ingested.filesFailed + failed,
    filesPartial: ingested.filesPartial + partial,
  };
}

function leftNote({ filesFailed, filesPartial }: IngestSummary, before: LeftBefore): string | null {
  const parts = [
    ...leftWords(filesFailed, 'failed', before.failed),
    ...leftWords(filesPartial, 'taken in part', before.partial),
  ];
  return parts.length === 0 ? null : `${parts.join('; ')}; the list of files says why.`;
}

function leftWords(count: number, how: string, before: number): readonly string[] {
  if (count === 0) return [];
  const files = count === 1 ? '1 file' : `${count} files`;
  const unchanged = before === 0 ? '' : `, ${before} of them unchanged since the last import`;
  return [`${files} ${how}${unchanged}`];
}
