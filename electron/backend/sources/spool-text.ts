import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { instantOfMs, msOfInstant } from '../../../shared/model/period.ts';
import type { LogFile } from '../store/store.ts';
import type { SourceTools } from './source.ts';
import { passingFolder, spoolPath, writeBytes } from './spool.ts';

const compress = promisify(gzip);

/**
 * Keeps what a source read as a log file of its own, named by what is in it: the same text is the
 * same file. `passing` files are for ingest only.
 */
export async function spoolText(
  tools: Pick<SourceTools, 'spoolFolder' | 'clock'>,
  file: {
    readonly origin: 'lookup-events' | 'log-group';
    /** Account, Region and what else tells the place. */
    readonly place: readonly string[];
    readonly text: string;
    readonly extension: 'json.gz' | 'ndjson.gz';
    readonly passing: boolean;
  },
): Promise<LogFile> {
  const etag = createHash('sha256').update(file.text).digest('hex');
  const stamp = instantOfMs(msOfInstant(tools.clock())).replaceAll(':', '');
  const name = `${stamp}_${etag.slice(0, 16)}.${file.extension}`;
  const key = [file.origin, ...file.place, name].join('/');
  const folder = file.passing ? passingFolder(tools.spoolFolder) : tools.spoolFolder;
  const path = spoolPath(folder, key);
  const bytes = await compress(file.text);
  await writeBytes(path, bytes);
  return { path, key, etag, size: bytes.byteLength, origin: file.origin };
}
