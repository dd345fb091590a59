import { createHash } from 'node:crypto';
import { mkdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Where invocation logs lie while they are read: they hold prompts and answers, which are not kept.
 * Whatever is in it when no scan runs is left over from a crash.
 */
export function passingFolder(spoolFolder: string): string {
  return join(spoolFolder, 'passing');
}

/** Removes what was only passing through the spool, of one bucket or of all. */
export async function clearPassing(spoolFolder: string, bucket?: string): Promise<void> {
  const passing = passingFolder(spoolFolder);
  const folder = bucket === undefined ? passing : spoolPath(passing, 's3', bucket);
  await rm(folder, { recursive: true, force: true });
}

/** Bytes of a name; file systems allow 255, and a file being written has a longer one. */
const NAME_BYTES = 200;
/** Bytes of all names together; macOS allows 1,024 with the folder above. */
const PATH_BYTES = 640;
const EXTENSION = /(?:\.[A-Za-z0-9]{1,8}){0,2}$/;

/**
 * The spool file of an object: safe on every file system, whatever the names hold, and no other
 * object's. Names that are too long end in a digest of them.
 */
export function spoolPath(folder: string, ...names: readonly string[]): string {
  const segments = names.flatMap((name) => name.split('/')).map(safeSegment);
  if (segments.join('/').length <= PATH_BYTES) return join(folder, ...segments);
  const last = segments.at(-1) ?? '';
  return join(folder, ...segments.slice(0, 2), digestName(names.join('/'), last));
}

function safeSegment(segment: string): string {
  const encoded = segment.replace(/[^A-Za-z0-9._=-]/gu, encodeBytes);
  if (/^\.*$/.test(encoded)) return `%${encoded.length}${encoded.replaceAll('.', '_')}`;
  if (encoded.length <= NAME_BYTES) return encoded;
  return `${encoded.slice(0, NAME_BYTES / 2)}${digestName(segment, encoded)}`;
}

/** Its UTF-8 bytes, two digits each, so that no two texts are encoded alike. */
function encodeBytes(character: string): string {
  return Buffer.from(character).toString('hex').replace(/../g, '%$&');
}

/** `~` stands in no encoded name. */
function digestName(text: string, encoded: string): string {
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 32);
  return `~${digest}${EXTENSION.exec(encoded)?.[0] ?? ''}`;
}

/** Writes a whole file or none: a crash leaves no half of it under its name. */
export async function writeWhole(
  path: string,
  write: (temporary: string) => Promise<void>,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.part`;
  await write(temporary);
  await rename(temporary, path);
}

/** Writes bytes as a whole file. */
export async function writeBytes(path: string, bytes: Uint8Array): Promise<void> {
  await writeWhole(path, (temporary) => writeFile(temporary, bytes));
}

/** What tells one version of an object from another. */
export interface ObjectVersion {
  readonly size: number;
  readonly modifiedMs: number;
}

/** Whether the spool already has this version of an object, from a scan that was cut short. */
export async function hasVersion(path: string, version: ObjectVersion): Promise<boolean> {
  try {
    const { size, mtimeMs } = await stat(path);
    return size === version.size && Math.floor(mtimeMs / 1000) === toSeconds(version);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

/** Marks a spool file with the version it holds. */
export async function markVersion(path: string, version: ObjectVersion): Promise<void> {
  await utimes(path, toSeconds(version), toSeconds(version));
}

function toSeconds({ modifiedMs }: ObjectVersion): number {
  return Math.floor(modifiedMs / 1000);
}
