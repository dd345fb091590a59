import type { FileOutcome } from '../../../../shared/api/answers.ts';
import type { LogFile } from '../store.ts';
import { cancelled, diskFull, isDiskFull, messageOf, nodeCodeOf } from '../store-error.ts';
import { plainStart, UnusableFile, type Verified, verifyFile } from './read-file.ts';
import { damageAdvice, judge, kindOfDamaged, type Shape } from './shape.ts';
import type { Slots } from './slots.ts';

/** A file that was checked and judged, with what to do next. */
export interface PreparedFile {
  readonly file: LogFile;
  /** Bytes that loading will read, after inflating; 0 when there is nothing to load. */
  readonly bytes: number;
  readonly next:
    | {
        readonly as: 'fast';
        readonly shape: Shape;
        /** What DuckDB reads: the file itself, or a slot with its inflated content. */
        readonly path: string;
        readonly compressed: boolean;
        readonly slot: boolean;
      }
    | { readonly as: 'odd' }
    | {
        readonly as: 'done';
        readonly kind: FileOutcome['kind'];
        readonly status: 'skipped' | 'failed';
        readonly reason: string;
        readonly settled: boolean;
      };
}

/**
 * Reads a file once to its end, checks and judges it. What is wrong with a file is an answer, not
 * an error.
 * @throws AppError `io-failed` when the disk is full, or `cancelled`.
 */
export async function prepareFile(
  file: LogFile,
  slots: Slots,
  signal?: AbortSignal,
): Promise<PreparedFile> {
  try {
    const verified = await verifyFile(file.path, {
      ...(signal && { signal }),
      isForeign: (head) => judge(head, Number.POSITIVE_INFINITY, file.key).as === 'skip',
    });
    const verdict = judge(verified.head, verified.bytes, file.key);
    if (verdict.as === 'skip') {
      const { kind, reason } = verdict;
      return {
        file,
        bytes: 0,
        next: { as: 'done', kind, status: 'skipped', reason, settled: true },
      };
    }
    if (verdict.as === 'odd') return { file, bytes: 0, next: { as: 'odd' } };
    const { shape } = verdict;
    const reading = await readingOf(file, { shape, verified }, slots);
    return { file, bytes: verified.bytes, next: { as: 'fast', shape, ...reading } };
  } catch (thrown) {
    if (signal?.aborted) throw cancelled();
    return { file, bytes: 0, next: await failure(file, thrown) };
  }
}

/**
 * Inflated lines are passed on, so that inflating, most of their cost, is done once. CloudTrail's
 * files of one long line gain nothing from it, and where there is no room DuckDB inflates again.
 */
async function readingOf(
  file: LogFile,
  judged: { readonly shape: Shape; readonly verified: Verified },
  slots: Slots,
) {
  const { verified } = judged;
  const direct = { path: file.path, compressed: verified.compressed, slot: false };
  if (verified.content === null || judged.shape === 'records') return direct;
  try {
    return { path: await slots.fill(verified.content), compressed: false, slot: true };
  } catch (thrown) {
    if (isDiskFull(thrown)) return direct;
    throw thrown;
  }
}

/**
 * What an unreadable or broken file is called in its outcome. One that is damaged is tried again: a
 * whole copy may have come in its place.
 */
export async function failure(
  file: LogFile,
  thrown: unknown,
): Promise<Extract<PreparedFile['next'], { as: 'done' }>> {
  if (isDiskFull(thrown)) throw diskFull(file.path, thrown);
  const failed = { as: 'done', status: 'failed' } as const;
  if (!(thrown instanceof UnusableFile)) {
    const kind = kindOfDamaged(file.key, '');
    return { ...failed, kind, reason: reasonOf(thrown), settled: false };
  }
  const kind = kindOfDamaged(file.key, await plainStart(file.path));
  if (!thrown.damaged) return { ...failed, kind, reason: thrown.message, settled: true };
  return { ...failed, kind, reason: `${thrown.message}; ${damageAdvice(file)}`, settled: false };
}

function reasonOf(thrown: unknown): string {
  const code = nodeCodeOf(thrown);
  if (code === 'ENOENT') return 'the file is gone';
  if (code === 'EACCES' || code === 'EPERM') return 'no permission to read it';
  if (code === 'EISDIR') return 'it is a folder';
  return `it could not be read: ${messageOf(thrown)}`;
}
