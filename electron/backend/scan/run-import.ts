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
 * already is not read again; of that, files that failed count as failed again. Files stored before a
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
  await store.sumUp();
  const before = await failedBefore(store, known);
  const added = countFailed(ingested, before);
  progress.end('ingest', added.filesFailed > 0 ? 'partial' : 'done', failedNote(added, before));
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

/** How many of the files that were not read again had failed. */
async function failedBefore(store: Store, known: ReadonlySet<string>): Promise<number> {
  let failed = 0;
  for (let offset = 0; known.size > 0; offset += PAGE_SIZE) {
    const page = { statuses: ['failed'], offset, limit: PAGE_SIZE } as const;
    const { rows } = await store.fileOutcomes(page);
    failed += rows.filter(({ key }) => known.has(key)).length;
    if (rows.length < PAGE_SIZE) break;
  }
  return failed;
}

/** The ingest counts what it did not read again as skipped. */
function countFailed(ingested: IngestSummary, before: number): IngestSummary {
  return {
    ...ingested,
    filesSkipped: ingested.filesSkipped - before,
    filesFailed: ingested.filesFailed + before,
  };
}

function failedNote({ filesFailed }: IngestSummary, before: number): string | null {
  if (filesFailed === 0) return null;
  const files = filesFailed === 1 ? '1 file' : `${filesFailed} files`;
  const unchanged = before === 0 ? '' : `, ${before} of them unchanged since the last import`;
  return `${files} failed${unchanged}; the list of files says why.`;
}
