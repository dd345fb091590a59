import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { constants, createGunzip, gunzip } from 'node:zlib';

const inflate = promisify(gunzip);

/** Bytes per step: Node's default of 16 KiB halves the speed of inflating. */
const CHUNK = 1 << 20;
/** One step for a whole file saves joining its parts; the size a file states may be a lie. */
const MAX_CHUNK = 32 << 20;
/** Files up to this compressed size are inflated in one go in Node's thread pool. */
const ONE_GO_BYTES = 4 << 20;
/** As much of the beginning as is kept to judge a file by. */
const HEAD_BYTES = 1 << 20;
/** Logs compress 3 to 50 times; beyond this ratio (zlib's limit is 1032) it is a gzip bomb. */
const BOMB_RATIO = 400;
const BOMB_BYTES = 64 << 20;
/** Several files are inflated at a time; one that grows beyond this is read in steps. */
const IN_MEMORY_BYTES = 128 << 20;

/** A file that was read to its end and found intact. */
export interface Verified {
  readonly compressed: boolean;
  /** Size after inflating. */
  readonly bytes: number;
  /** The beginning, at most 1 MiB, one character per byte. */
  readonly head: string;
  /** The inflated content where it came in one go. */
  readonly content: Buffer | null;
}

/** Why a file cannot be used as it is; the message is the reason in its outcome. */
export class UnusableFile extends Error {
  override readonly name = 'UnusableFile';
  /** Whether a whole copy may come in its place, so that it is worth another look. */
  readonly damaged: boolean;

  constructor(reason: string, { damaged = false }: { readonly damaged?: boolean } = {}) {
    super(reason);
    this.damaged = damaged;
  }
}

/**
 * Reads a file to its end and checks it: gzip length and CRC (DuckDB checks neither), and that it
 * is no gzip bomb. Plain files have nothing to check but their beginning, and large gzip files whose
 * beginning `isForeign` are left there.
 * @throws UnusableFile for broken gzip; file system errors as Node gives them.
 */
export async function verifyFile(
  path: string,
  options: { readonly signal?: AbortSignal; readonly isForeign?: (head: string) => boolean } = {},
): Promise<Verified> {
  const whole = await readSmall(path);
  if (whole !== null && isGzip(whole)) {
    return (await inOneGo(whole)) ?? streamed(path, options);
  }
  const start = whole ?? (await readStart(path, HEAD_BYTES));
  if (whole === null && isGzip(start)) return streamed(path, options);
  const bytes = whole?.length ?? (await stat(path)).size;
  return { compressed: false, bytes, head: start.toString('latin1', 0, HEAD_BYTES), content: null };
}

/** A file of at most `ONE_GO_BYTES`; null when it is larger. */
async function readSmall(path: string): Promise<Buffer | null> {
  const handle = await open(path, 'r');
  try {
    return (await handle.stat()).size > ONE_GO_BYTES ? null : await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** Whether a file begins as gzip does. */
export function isGzip(start: Buffer): boolean {
  return start.length >= 2 && start[0] === 0x1f && start[1] === 0x8b;
}

/** The content of a file as chunks, inflated where it is gzip. */
export async function* readChunks(path: string, signal?: AbortSignal): AsyncGenerator<Buffer> {
  const gzipped = isGzip(await readStart(path, 2));
  const size = (await stat(path)).size;
  const file = createReadStream(path, { highWaterMark: CHUNK, ...(signal && { signal }) });
  if (!gzipped) {
    yield* file;
    return;
  }
  const inflated = createGunzip({ chunkSize: CHUNK });
  file.on('error', (error) => inflated.destroy(error));
  let bytes = 0;
  try {
    for await (const chunk of file.pipe(inflated)) {
      bytes += chunk.length;
      refuseBomb(bytes, size);
      yield chunk;
    }
  } catch (thrown) {
    throw asUnusable(thrown);
  } finally {
    file.destroy();
    inflated.destroy();
  }
}

const PLAIN_START_BYTES = 64 << 10;
const GZIP_TRAILER_BYTES = 8;

/** The beginning of a file as far as it can be inflated; for files that are damaged further on. */
export async function plainStart(path: string): Promise<string> {
  const start = await readStart(path, PLAIN_START_BYTES);
  if (!isGzip(start)) return start.toString('latin1');
  try {
    // Without the checksum at its end, which would be all that is told of a small file.
    const packed = start.subarray(0, Math.max(0, start.length - GZIP_TRAILER_BYTES));
    const plain = await inflate(packed, { finishFlush: constants.Z_SYNC_FLUSH });
    return plain.toString('latin1', 0, PLAIN_START_BYTES);
  } catch {
    // Damaged from the start: there is nothing to judge it by.
    return '';
  }
}

async function readStart(path: string, length: number): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await handle.read(buffer, 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Null when it inflates to more than is held in memory at once. */
async function inOneGo(packed: Buffer): Promise<Verified | null> {
  const most = Math.max(BOMB_BYTES, packed.length * BOMB_RATIO);
  const limit = Math.min(most, IN_MEMORY_BYTES);
  try {
    const chunkSize = Math.min(limit, MAX_CHUNK, statedSize(packed) + 1);
    const content = await inflate(packed, { chunkSize, maxOutputLength: limit });
    const head = content.toString('latin1', 0, HEAD_BYTES);
    return { compressed: true, bytes: content.length, head, content };
  } catch (thrown) {
    if (limit < most && isTooLarge(thrown)) return null;
    throw asUnusable(thrown);
  }
}

function isTooLarge(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_BUFFER_TOO_LARGE';
}

/** The inflated size that the end of a gzip file states; at least one chunk. */
function statedSize(packed: Buffer): number {
  return packed.length < 18 ? CHUNK : Math.max(CHUNK, packed.readUInt32LE(packed.length - 4));
}

async function streamed(
  path: string,
  options: { readonly signal?: AbortSignal; readonly isForeign?: (head: string) => boolean },
): Promise<Verified> {
  let bytes = 0;
  const start: Buffer[] = [];
  const head = () => Buffer.concat(start).toString('latin1');
  for await (const chunk of readChunks(path, options.signal)) {
    const wasShort = bytes < HEAD_BYTES;
    if (wasShort) start.push(chunk.subarray(0, HEAD_BYTES - bytes));
    bytes += chunk.length;
    if (wasShort && bytes >= HEAD_BYTES && options.isForeign?.(head()) === true) break;
  }
  return { compressed: true, bytes, head: head(), content: null };
}

function refuseBomb(bytes: number, packed: number): void {
  if (bytes > BOMB_BYTES && bytes > packed * BOMB_RATIO) throw new UnusableFile(BOMB_REASON);
}

const BOMB_REASON = `inflates to more than ${BOMB_RATIO} times its size: refused as a gzip bomb`;

const DAMAGED = { damaged: true };

function asUnusable(thrown: unknown): unknown {
  if (!(thrown instanceof Error) || !('code' in thrown)) return thrown;
  if (thrown.code === 'ERR_BUFFER_TOO_LARGE') return new UnusableFile(BOMB_REASON);
  if (thrown.code === 'Z_BUF_ERROR') {
    return new UnusableFile('the gzip is cut short: its end is missing', DAMAGED);
  }
  if (thrown.code === 'Z_DATA_ERROR') {
    return new UnusableFile(`the gzip is damaged (${thrown.message})`, DAMAGED);
  }
  return thrown;
}
