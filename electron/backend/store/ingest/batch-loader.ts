import { AppError } from '../../../../shared/model/app-error.ts';
import { type Connection, transaction } from '../database.ts';
import { noteLoaded } from '../rollups/changed-days.ts';
import type { LogFile } from '../store.ts';
import { cancelled, diskFull, isDiskFull } from '../store-error.ts';
import type { LoadContext, LoadedEntry } from './context.ts';
import { type FileCounts, type LoadGroup, loadGroups, unload } from './load.ts';
import { nextFileId, putEntries } from './manifest.ts';
import { loadOddFile } from './odd-loader.ts';
import { doneOutcome, fastOutcome } from './outcome.ts';
import type { PreparedFile } from './prepare.ts';
import type { Shape } from './shape.ts';

/** Loads batches, one after the other. */
export interface BatchLoader {
  load(batch: readonly PreparedFile[]): Promise<void>;
}

interface FastFile {
  readonly file: LogFile;
  readonly shape: Shape;
  readonly path: string;
  readonly compressed: boolean;
}

/** A loader that tells `onLoaded` what each commit made of its files. */
export function createBatchLoader(
  context: LoadContext,
  onLoaded: (entries: readonly LoadedEntry[]) => void,
  signal?: AbortSignal,
): BatchLoader {
  const odd = async (file: LogFile) => {
    if (signal?.aborted) throw cancelled();
    onLoaded([await loadOddFile(context, file, signal)]);
  };
  const fast = async (files: readonly FastFile[]): Promise<void> => {
    if (files.length === 0) return;
    if (signal?.aborted) throw cancelled();
    const loaded = await tryLoad(context, files, signal);
    if (loaded !== null) {
      onLoaded(loaded.entries);
      for (const file of loaded.odd) await odd(file);
      return;
    }
    const [only] = files;
    if (files.length === 1 && only !== undefined) return odd(only.file);
    const half = Math.ceil(files.length / 2);
    await fast(files.slice(0, half));
    await fast(files.slice(half));
  };
  return {
    async load(batch) {
      if (batch.length === 0) return;
      onLoaded(await putDone(context, batch));
      await fast(batch.flatMap((prepared) => fastOf(prepared)));
      for (const { file, next } of batch) if (next.as === 'odd') await odd(file);
    },
  };
}

function fastOf({ file, next }: PreparedFile): readonly FastFile[] {
  if (next.as !== 'fast') return [];
  return [{ file, shape: next.shape, path: next.path, compressed: next.compressed }];
}

/** Writes the entries of files with nothing to load. */
async function putDone(
  context: LoadContext,
  batch: readonly PreparedFile[],
): Promise<readonly LoadedEntry[]> {
  const done = batch.flatMap(({ file, next }) => (next.as === 'done' ? [{ file, next }] : []));
  if (done.length === 0) return [];
  return context.database.write(async (connection) => {
    const firstId = await nextFileId(connection);
    const entries = done.map(({ file, next }, i) => ({
      fileId: firstId + i,
      file,
      outcome: doneOutcome(file, next, context.now()),
      settled: next.settled,
      events: 0,
      invocations: 0,
    }));
    await transaction(connection, () => putEntries(connection, entries));
    return entries;
  });
}

interface Loaded {
  readonly entries: readonly LoadedEntry[];
  /** Files in which records without id or time lie among good ones. */
  readonly odd: readonly LogFile[];
}

/**
 * Loads files in one transaction; null when DuckDB refused one of them and nothing was stored.
 * @throws AppError `io-failed` when the disk is full, or `cancelled`.
 */
async function tryLoad(
  context: LoadContext,
  files: readonly FastFile[],
  signal?: AbortSignal,
): Promise<Loaded | null> {
  try {
    return await context.database.write((connection) =>
      transaction(connection, () => loadAll(context, connection, files), signal),
    );
  } catch (thrown) {
    if (isDiskFull(thrown)) throw diskFull(context.folder, thrown);
    if (thrown instanceof AppError) throw thrown;
    return null;
  }
}

async function loadAll(
  context: LoadContext,
  connection: Connection,
  files: readonly FastFile[],
): Promise<Loaded> {
  const firstId = await nextFileId(connection);
  const placed = place(files, firstId);
  const counts = await loadGroups(connection, placed.groups);
  const odd = placed.files.filter(({ fileId }) => (counts.get(fileId)?.fragments ?? 0) > 0);
  if (odd.length > 0)
    await unload(
      connection,
      odd.map(({ fileId }) => fileId),
    );
  await noteLoaded(connection, firstId);
  const entries = placed.files
    .filter((one) => !odd.includes(one))
    .map((one) => entryOf(one, counts.get(one.fileId), context.now()));
  await putEntries(connection, entries);
  return { entries, odd: odd.map(({ file }) => file) };
}

interface PlacedFile extends FastFile {
  readonly fileId: number;
}

/** Gives files their ids: those that one statement reads get consecutive ones. */
function place(
  files: readonly FastFile[],
  firstId: number,
): { readonly groups: readonly LoadGroup[]; readonly files: readonly PlacedFile[] } {
  const byReading = new Map<string, FastFile[]>();
  for (const file of files) {
    const name = `${file.shape} ${file.compressed}`;
    byReading.set(name, [...(byReading.get(name) ?? []), file]);
  }
  const groups: LoadGroup[] = [];
  const placed: PlacedFile[] = [];
  for (const alike of byReading.values()) {
    const [first] = alike;
    if (first === undefined) continue;
    const groupId = firstId + placed.length;
    const paths = alike.map(({ path }) => path);
    groups.push({ shape: first.shape, compressed: first.compressed, paths, firstId: groupId });
    for (const file of alike) placed.push({ ...file, fileId: firstId + placed.length });
  }
  return { groups, files: placed };
}

function entryOf(one: PlacedFile, counts: FileCounts | undefined, at: string): LoadedEntry {
  const outcome = fastOutcome(one.file, { shape: one.shape, counts, at });
  const isLog = one.shape === 'invocation-lines';
  return {
    fileId: one.fileId,
    file: one.file,
    outcome,
    settled: true,
    events: isLog ? 0 : outcome.added,
    invocations: isLog ? outcome.added : 0,
  };
}
