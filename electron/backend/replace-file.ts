import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '../../shared/model/app-error.ts';

/** A file that is written whole or not at all. */
export interface Replacement {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Permissions, before the process's umask. */
  readonly mode: number;
}

/**
 * Writes a file so that a reader sees the old one or the new one and never half of it: temporary file,
 * fsync, rename, fsync of the folder.
 * @throws AppError `io-failed` naming the file; the old one stands.
 */
export async function replaceFile({ path, content, mode }: Replacement): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await writeDurably({ path: temporary, content, mode });
    await rename(temporary, path);
    await syncFolder(dirname(path));
  } catch (thrown) {
    await rm(temporary, { force: true });
    throw ioFailed(`${path} could not be written`, thrown);
  }
}

/** Says what could not be done with which file, with the system's code. */
export function ioFailed(what: string, cause: unknown): AppError {
  const reason = systemCode(cause) ?? String(cause);
  return new AppError(
    'io-failed',
    `${what} (${reason}). Check the folder's permissions and free space.`,
    { cause },
  );
}

/** The code that the system gave an error, as in `ENOENT`; null where it has none. */
export function systemCode(thrown: unknown): string | null {
  if (!(thrown instanceof Error) || !('code' in thrown)) return null;
  return typeof thrown.code === 'string' ? thrown.code : null;
}

async function writeDurably({ path, content, mode }: Replacement): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the rename itself durable; Windows cannot open folders and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
