import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../../shared/model/app-error.ts';
import { type Connection, transaction } from '../database.ts';
import { noteLoaded } from '../rollups/changed-days.ts';
import type { LogFile } from '../store.ts';
import { cancelled, diskFull, isDiskFull } from '../store-error.ts';
import type { LoadContext, LoadedEntry } from './context.ts';
import { type LoadGroup, loadGroups, removeFragments } from './load.ts';
import { nextFileId, putEntries } from './manifest.ts';
import { type SplitFile, splitOddFile } from './odd-file.ts';
import { doneOutcome, isDamaged, oddOutcome } from './outcome.ts';
import { failure } from './prepare.ts';

/**
 * Loads a file of an odd layout: cut into records first, then loaded as lines, in one transaction.
 * @throws AppError `io-failed` when the disk is full, or `cancelled`.
 */
export async function loadOddFile(
  context: LoadContext,
  file: LogFile,
  signal?: AbortSignal,
): Promise<LoadedEntry> {
  const eventsPath = join(context.folder, 'odd-events.ndjson');
  const invocationsPath = join(context.folder, 'odd-invocations.ndjson');
  try {
    const split = await splitOddFile({
      path: file.path,
      eventsPath,
      invocationsPath,
      ...(signal && { signal }),
    });
    return await loadSplit(context, file, { split, eventsPath, invocationsPath, signal });
  } catch (thrown) {
    if (signal?.aborted) throw cancelled();
    if (thrown instanceof AppError) throw thrown;
    if (isDiskFull(thrown)) throw diskFull(context.folder, thrown);
    return await putFailed(context, file, thrown);
  } finally {
    await rm(eventsPath, { force: true });
    await rm(invocationsPath, { force: true });
  }
}

interface Spooled {
  readonly split: SplitFile;
  readonly eventsPath: string;
  readonly invocationsPath: string;
  readonly signal: AbortSignal | undefined;
}

async function loadSplit(
  context: LoadContext,
  file: LogFile,
  spooled: Spooled,
): Promise<LoadedEntry> {
  return context.database.write((connection) => {
    const load = async () => {
      const fileId = await nextFileId(connection);
      const groups = groupsOf(spooled, fileId);
      const found = groups.length === 0 ? null : await loadGroups(connection, groups);
      await removeFragments(connection, fileId);
      await noteLoaded(connection, fileId);
      const counts = found?.get(fileId);
      const outcome = oddOutcome(file, { split: spooled.split, counts, at: context.now() });
      const invocations = await invocationsOf(connection, fileId);
      const events = outcome.added - invocations;
      const settled = !isDamaged(file, spooled.split);
      const entry = { fileId, file, outcome, settled, events, invocations };
      await putEntries(connection, [entry]);
      return entry;
    };
    return transaction(connection, load, spooled.signal);
  });
}

function groupsOf({ split, eventsPath, invocationsPath }: Spooled, fileId: number): LoadGroup[] {
  const groups: LoadGroup[] = [];
  const alike = { compressed: false, firstId: fileId };
  if (split.events > 0) groups.push({ ...alike, shape: 'event-lines', paths: [eventsPath] });
  if (split.invocations > 0) {
    groups.push({ ...alike, shape: 'invocation-lines', paths: [invocationsPath] });
  }
  return groups;
}

async function invocationsOf(connection: Connection, fileId: number): Promise<number> {
  const rows = await connection.rows(
    `SELECT count(*) AS count FROM invocation_rows WHERE file_id = ${fileId}`,
  );
  return Number(rows[0]?.count ?? 0);
}

async function putFailed(
  context: LoadContext,
  file: LogFile,
  thrown: unknown,
): Promise<LoadedEntry> {
  const next = await failure(file, thrown);
  return context.database.write(async (connection) => {
    const entry = {
      fileId: await nextFileId(connection),
      file,
      outcome: doneOutcome(file, next, context.now()),
      settled: next.settled,
      events: 0,
      invocations: 0,
    };
    await transaction(connection, () => putEntries(connection, [entry]));
    return entry;
  });
}
