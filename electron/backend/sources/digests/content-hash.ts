import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

/**
 * The SHA-256, as hex, of what a compressed file holds: digests state the hash of a log file before
 * compression. A text that no hash equals where the file cannot be decompressed.
 */
export async function contentHash(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), createGunzip(), hash, { signal });
  } catch (error) {
    if (error instanceof Error && 'code' in error && isBadGzip(error.code)) return 'not gzip';
    throw error;
  }
  return hash.digest('hex');
}

function isBadGzip(code: unknown): boolean {
  return typeof code === 'string' && code.startsWith('Z_');
}
