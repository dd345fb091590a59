import type { FileOutcome, IngestSummary } from '../../../shared/api/answers.ts';
import type { Instant } from '../../../shared/model/period.ts';
import { sortBillFiles } from '../sources/bill/folder-deliveries.ts';
import { NOTHING_INGESTED } from '../sources/ingest-summary.ts';
import type { BillDelivery, BillFile, DeliveryOutcome } from '../store/bill/bill-store.ts';
import type { LogFile, Store } from '../store/store.ts';

/** What importing the bills of a folder did. */
export interface ImportedBills {
  readonly summary: IngestSummary;
  /** Files that are no bill. */
  readonly others: readonly LogFile[];
  readonly deliveries: number;
}

/** Stores the bills among the files of a folder; each of their files gets an outcome. */
export async function importBills(
  files: readonly LogFile[],
  options: {
    readonly store: Store;
    readonly clock: () => Instant;
    readonly signal: AbortSignal;
    readonly onProgress: (done: number, total: number) => void;
  },
): Promise<ImportedBills> {
  const { store, clock, signal } = options;
  const { deliveries, replaced, others } = await sortBillFiles(files);
  const outcomes: FileOutcome[] = replaced.map((file) =>
    outcomeOf(file, clock(), { status: 'skipped', reason: REPLACED }),
  );
  options.onProgress(0, deliveries.length);
  for (const [index, delivery] of deliveries.entries()) {
    const outcome = await store.bill.putDelivery(delivery, signal);
    outcomes.push(...outcomesOf(delivery, outcome, clock()));
    options.onProgress(index + 1, deliveries.length);
  }
  await store.noteUnread(outcomes);
  return { summary: summaryOf(outcomes), others, deliveries: deliveries.length };
}

const REPLACED = 'an older version of a bill whose newest is in the same folder';

function outcomesOf(
  { files }: BillDelivery,
  outcome: DeliveryOutcome,
  at: Instant,
): readonly FileOutcome[] {
  if (outcome.status === 'failed') {
    const rest = `not stored, because ${outcome.key} of the same bill could not be read`;
    return files.map((file) =>
      outcomeOf(file, at, {
        status: 'failed',
        reason: file.key === outcome.key ? outcome.reason : rest,
      }),
    );
  }
  if (outcome.status === 'known') {
    return files.map((file) =>
      outcomeOf(file, at, { status: 'skipped', reason: 'stored already' }),
    );
  }
  const [first, ...more] = files;
  const taken = { status: 'ingested', reason: null } as const;
  return first === undefined
    ? []
    : [
        { ...outcomeOf(first, at, taken), records: outcome.rows, added: outcome.rows },
        ...more.map((file) => outcomeOf(file, at, taken)),
      ];
}

function outcomeOf(
  { key, size }: BillFile,
  at: Instant,
  said: Pick<FileOutcome, 'status' | 'reason'>,
): FileOutcome {
  return {
    key,
    size,
    at,
    kind: 'bill',
    records: 0,
    added: 0,
    duplicates: 0,
    fragments: 0,
    ...said,
  };
}

function summaryOf(outcomes: readonly FileOutcome[]): IngestSummary {
  const count = (status: FileOutcome['status']) =>
    outcomes.filter((outcome) => outcome.status === status).length;
  return {
    ...NOTHING_INGESTED,
    files: outcomes.length,
    filesTaken: count('ingested'),
    filesPartial: count('partial'),
    filesSkipped: count('skipped'),
    filesFailed: count('failed'),
  };
}
