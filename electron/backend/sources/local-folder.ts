import type { Dirent } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { FileOutcome } from '../../../shared/api/answers.ts';
import { AppError } from '../../../shared/model/app-error.ts';
import type { Instant } from '../../../shared/model/period.ts';
import type { LogFile } from '../store/store.ts';

/** What a folder holds: files to ingest, and what is left out with the reason. */
export interface FolderListing {
  readonly files: readonly LogFile[];
  readonly outcomes: readonly FileOutcome[];
}

interface Walk {
  readonly root: string;
  readonly now: () => Instant;
  readonly signal: AbortSignal | undefined;
  /** Real paths seen, so that loops end and a file is read once. */
  readonly seen: Set<string>;
  readonly files: LogFile[];
  readonly outcomes: FileOutcome[];
}

/**
 * Lists a folder and all below it. Links are followed to places inside the folder, each place once;
 * hidden and special files, links that lead out and folders that cannot be listed are named. A
 * file counts as changed when its size or modification time did.
 * @throws AppError `not-found` when the folder does not exist, `invalid-input` when it is a file,
 * `io-failed` when it cannot be listed, `cancelled`.
 */
export async function listFolder(
  folder: string,
  options: { readonly now: () => Instant; readonly signal?: AbortSignal },
): Promise<FolderListing> {
  const root = await findRoot(folder);
  const walk: Walk = {
    root,
    now: options.now,
    signal: options.signal,
    seen: new Set([root]),
    files: [],
    outcomes: [],
  };
  const unreadable = await listInto(walk, root);
  if (unreadable !== null) {
    throw new AppError('io-failed', `${folder} cannot be listed: ${unreadable}.`);
  }
  return { files: walk.files, outcomes: walk.outcomes };
}

async function findRoot(folder: string): Promise<string> {
  const path = resolve(folder);
  try {
    const root = await realpath(path);
    if ((await stat(root)).isDirectory()) return root;
  } catch (thrown) {
    throw new AppError('not-found', `${path} cannot be opened: ${reasonOf(thrown)}.`, {
      cause: thrown,
    });
  }
  throw new AppError('invalid-input', `${path} is a file; name the folder that holds it.`);
}

/** Lists one folder; answers why it could not be listed, or null. */
async function listInto(walk: Walk, folder: string): Promise<string | null> {
  if (walk.signal?.aborted) throw new AppError('cancelled', 'Stopped while listing the folder.');
  let entries: readonly Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (thrown) {
    return reasonOf(thrown);
  }
  const sorted = [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of sorted) await takeEntry(walk, join(folder, entry.name), entry);
  return null;
}

async function takeEntry(walk: Walk, path: string, entry: Dirent): Promise<void> {
  if (entry.name.startsWith('.')) return leave(walk, path, 'it is hidden');
  try {
    if (entry.isSymbolicLink()) await takeLink(walk, path);
    else if (entry.isDirectory()) await takeFolder(walk, path);
    else if (entry.isFile()) await takeFile(walk, path);
    else leave(walk, path, 'it is neither file nor folder');
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    fail(walk, path, nameProblem(path, thrown));
  }
}

async function takeLink(walk: Walk, path: string): Promise<void> {
  const target = await realpath(path);
  const inside = relative(walk.root, target);
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
    return leave(walk, path, `it is a link that leads out of the folder, to ${target}`);
  }
  const found = await stat(target);
  if (walk.seen.has(target)) return leave(walk, path, `it is a link to ${target}, read there`);
  if (found.isDirectory()) await takeFolder(walk, target);
  else if (found.isFile()) await takeFile(walk, target);
  else leave(walk, path, 'it links to neither file nor folder');
}

async function takeFolder(walk: Walk, path: string): Promise<void> {
  if (walk.seen.has(path)) return;
  walk.seen.add(path);
  const unreadable = await listInto(walk, path);
  if (unreadable !== null) fail(walk, path, `the folder cannot be listed: ${unreadable}`);
}

async function takeFile(walk: Walk, path: string): Promise<void> {
  if (walk.seen.has(path)) return;
  walk.seen.add(path);
  const { size, mtimeMs } = await lstat(path);
  walk.files.push({ path, key: path, etag: `${size}-${mtimeMs}`, size, origin: 'folder' });
}

function leave(walk: Walk, path: string, reason: string): void {
  walk.outcomes.push({ ...unread(walk, path), status: 'skipped', reason });
}

function fail(walk: Walk, path: string, reason: string): void {
  walk.outcomes.push({ ...unread(walk, path), status: 'failed', reason });
}

function unread(walk: Walk, key: string) {
  const counts = { records: 0, added: 0, duplicates: 0, fragments: 0, size: 0 };
  return { key, kind: 'foreign', ...counts, at: walk.now() } as const;
}

function nameProblem(path: string, thrown: unknown): string {
  return path.includes('\uFFFD') ? 'its name is not valid UTF-8; rename it' : reasonOf(thrown);
}

function reasonOf(thrown: unknown): string {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
  if (code === 'ENOENT') return 'it does not exist';
  if (code === 'EACCES' || code === 'EPERM') return 'no permission';
  if (code === 'ELOOP') return 'its links lead in a circle';
  return thrown instanceof Error ? thrown.message : String(thrown);
}
