import { AppError } from '../../../shared/model/app-error.ts';
import { lockHolder } from './lock-holder.ts';

/** The text of anything thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** The `code` of a Node file system error; null when it has none. */
export function nodeCodeOf(thrown: unknown): string | null {
  if (!(thrown instanceof Error) || !('code' in thrown)) return null;
  return typeof thrown.code === 'string' ? thrown.code : null;
}

/** The error of work that was stopped on request. */
export function cancelled(): AppError {
  return new AppError('cancelled', 'Stopped. What was read so far is kept; run it again to go on.');
}

/** Whether a disk is full, as Node's file system or DuckDB says it. */
export function isDiskFull(thrown: unknown): boolean {
  const code = nodeCodeOf(thrown);
  if (code === 'ENOSPC' || code === 'EDQUOT') return true;
  return /no space left|disk quota exceeded|max_temp_directory_size|not enough space/i.test(
    messageOf(thrown),
  );
}

/** The one sentence for a full disk. */
export function diskFull(where: string, cause: unknown): AppError {
  const message =
    `The disk that holds ${where} is full. Nothing stored is damaged; ` +
    'free some space and run it again: it continues where it stopped.';
  return new AppError('io-failed', message, { cause });
}

/** What opening the database file ended with, as one sentence with its next step. */
export function openingError(file: string, thrown: unknown): AppError {
  const text = messageOf(thrown);
  const options = { cause: thrown };
  if (/could not set lock|being used by another process|conflicting lock/i.test(text)) {
    return new AppError('workspace-locked', lockedText(file, text), options);
  }
  if (isDiskFull(thrown)) return diskFull(file, thrown);
  if (/permission denied|read-only file system/i.test(text)) {
    const message = `${file} cannot be opened: no permission. Check who owns it and its folder, or name another workspace.`;
    return new AppError('io-failed', message, options);
  }
  if (/cannot open file/i.test(text)) {
    return new AppError('io-failed', `${file} cannot be opened: ${firstLine(text)}`, options);
  }
  return new AppError(
    'workspace-damaged',
    `The workspace database ${file} cannot be read: ${firstLine(text)}. The file is kept as it ` +
      'is, and so are settings and log files; move it aside and scan or import again to rebuild it.',
    options,
  );
}

/** A demo workspace is made for a day, below the folder of demos. */
const OF_DEMO = /[\\/]demo[\\/]demo-\d{4}-\d{2}-\d{2}[\\/]/;

/** Who has the workspace open, and what to do about it. */
function lockedText(file: string, text: string): string {
  const pid = /PID (\d+)/.exec(text)?.[1];
  const holder = pid === undefined ? null : lockHolder(pid);
  const process = pid === undefined ? '' : ` (process ${pid})`;
  const who = `${holder?.name ?? 'Another program'}${process}`;
  const advice = holder?.advice ?? 'Close it there, then try again.';
  return OF_DEMO.test(file)
    ? `${who} has the demo open, and one program at a time can. ${advice}`
    : `${who} has the workspace database ${file} open. ${advice}`;
}

/** The first line of a long error text. */
export function firstLine(text: string): string {
  return (text.split('\n', 1)[0] ?? '').slice(0, 400);
}
