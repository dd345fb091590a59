import type { FileOutcome } from '../../../shared/api/answers.ts';
import { countOf, exactCount } from '../../format.ts';

/** How a reason tells that records were stored before, with the ids of some. */
const SEEN_BEFORE = /^\d+ of \d+ repeat what is stored: [^;]*$/;

/** What a file's row says beside its counts; `quiet` where nothing is wrong with the file. */
export function fileNote(file: Pick<FileOutcome, 'status' | 'records' | 'duplicates' | 'reason'>): {
  readonly text: string;
  readonly quiet: boolean;
} {
  const { status, records, duplicates, reason } = file;
  if (reason === null) return { text: '-', quiet: true };
  if (status !== 'ingested' || !SEEN_BEFORE.test(reason)) return { text: reason, quiet: false };
  const text =
    duplicates >= records
      ? `${countOf(records, 'record')} seen before, counted once`
      : `${exactCount(duplicates)} of ${countOf(records, 'record')} seen before, counted once`;
  return { text, quiet: true };
}
