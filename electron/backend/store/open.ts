import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AppError } from '../../../shared/model/app-error.ts';
import type { Instant } from '../../../shared/model/period.ts';
import { systemNow } from '../clock.ts';
import type { Log } from '../log.ts';
import { createBillStore } from './bill/create-bill-store.ts';
import { type Database, openDatabase, transaction } from './database.ts';
import { openBodies, putBodies } from './ingest/bodies.ts';
import { ingestFiles } from './ingest/ingest.ts';
import { knownKeys, putContentHashes, putUnread, readOutcomes } from './ingest/manifest.ts';
import { hoursFromS3 } from './ingest/told-hours.ts';
import { putCursor, putWatchingRows, readCursor, readWatching } from './ledger.ts';
import { putPoints } from './metric-points.ts';
import { claimFile } from './owner.ts';
import { askQuestion } from './questions/ask.ts';
import { readRawInvocation, readRawRecord } from './raw-record.ts';
import {
  putDatasetReadings,
  putSourceReadingRows,
  readLatestSnapshot,
  readLatestSources,
} from './readings.ts';
import { sumChangedDays } from './rollups/sum-changed-days.ts';
import { migrate, readVersion } from './schema/migrate.ts';
import { SCHEMA_VERSION } from './schema/tables.ts';
import { runSelect } from './select.ts';
import type { Store } from './store.ts';
import { diskFull, isDiskFull, messageOf, openingError } from './store-error.ts';

/** The database file of a workspace folder. */
export const DATABASE_FILE = 'assay.duckdb';
/** Emptied at every start; named so that no folder of the user's is ever taken for it. */
const TEMP_FOLDER = 'assay.duckdb.temp';

export interface OpenStoreOptions {
  /** The workspace folder; made when absent. */
  readonly folder: string;
  /** Several processes may read one workspace at the same time; none may write then. */
  readonly readOnly?: boolean;
  readonly now?: () => Instant;
  readonly log?: Log;
}

/**
 * Opens the database of a workspace folder, brings its schema forward and clears what a crash left
 * in its spool.
 * @throws AppError `conflict` (open in this process already), `workspace-locked`,
 * `workspace-newer`, `workspace-damaged`, `not-found` (read-only and absent) or `io-failed`.
 */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const folder = resolve(options.folder);
  const file = join(folder, DATABASE_FILE);
  const readOnly = options.readOnly ?? false;
  if (readOnly && !existsSync(file)) {
    throw new AppError('not-found', `There is no workspace in ${folder}; scan or import first.`);
  }
  const unclaim = claimFile(file);
  const { temp, drop } = readOnly ? await ownTemp(folder) : tempOf(folder);
  const release = async () => {
    unclaim();
    await drop();
  };
  try {
    if (!readOnly) await makeFolder(folder);
    const database = await openDatabase({ file, temp, readOnly });
    try {
      await prepare(database, { ...options, file, temp, readOnly });
    } catch (thrown) {
      await database.close();
      throw thrown instanceof AppError ? thrown : openingError(file, thrown);
    }
    options.log?.debug('workspace database opened', { file, readOnly });
    const now = options.now ?? systemNow;
    const background = new AbortController();
    const store = storeOf(database, { file, temp, release, now });
    if (!readOnly) sumInBackground(store, background.signal, options.log);
    return givingWay(store, background);
  } catch (thrown) {
    await release();
    throw thrown;
  }
}

/** Where DuckDB puts what its memory does not hold. */
interface TempFolder {
  readonly temp: string;
  drop(): Promise<void>;
}

function tempOf(folder: string): TempFolder {
  return { temp: join(folder, TEMP_FOLDER), drop: () => Promise.resolve() };
}

/** A reader changes nothing in a workspace, and may not be able to: it has a folder of its own. */
async function ownTemp(folder: string): Promise<TempFolder> {
  try {
    const temp = await mkdtemp(join(tmpdir(), 'assay-reading-'));
    return { temp, drop: () => rm(temp, { recursive: true, force: true }) };
  } catch {
    // Few questions need it; those that do say that they cannot write.
    return tempOf(folder);
  }
}

/**
 * Days that a crash or an older program left unsummed; until then they are read from raw rows. It
 * stops as soon as a job begins to write, which sums what is left at its end, or the file is closed.
 */
function sumInBackground(store: Store, signal: AbortSignal, log?: Log): void {
  store.sumUp(signal).catch((thrown: unknown) => {
    log?.debug('changed days were not summed', { reason: messageOf(thrown) });
  });
}

/** The store whose jobs need not wait for what goes on in the background, nor its closing. */
function givingWay(store: Store, background: AbortController): Store {
  const first = <A extends readonly unknown[], R>(write: (...args: A) => R) => {
    return (...args: A): R => {
      background.abort();
      return write(...args);
    };
  };
  return {
    ...store,
    ingest: first(store.ingest),
    noteUnread: first(store.noteUnread),
    putReadings: first(store.putReadings),
    putSourceReadings: first(store.putSourceReadings),
    sumUp: first(store.sumUp),
    close: first(store.close),
  };
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (thrown) {
    throw isDiskFull(thrown)
      ? diskFull(folder, thrown)
      : new AppError('io-failed', `The workspace folder ${folder} cannot be made.`, {
          cause: thrown,
        });
  }
}

async function prepare(
  database: Database,
  options: {
    readonly file: string;
    readonly temp: string;
    readonly readOnly: boolean;
    readonly now?: () => Instant;
  },
): Promise<void> {
  const { file, temp } = options;
  if (options.readOnly) {
    const version = await database.read((connection) => readVersion(connection, file));
    if (version === SCHEMA_VERSION) return;
    throw new AppError(
      'conflict',
      `${file} has schema ${version}, older than this program's ${SCHEMA_VERSION}; open it once ` +
        'for writing to bring it forward.',
    );
  }
  await rm(temp, { recursive: true, force: true });
  await mkdir(temp, { recursive: true });
  await database.write((connection) =>
    migrate(connection, { file, now: options.now ?? systemNow }),
  );
}

function storeOf(
  database: Database,
  own: {
    readonly file: string;
    readonly temp: string;
    readonly release: () => Promise<void>;
    readonly now: () => Instant;
  },
): Store {
  const { read } = database;
  const write = guardedWrite(database, own.file);
  const snapshot = remembered(() => read(readLatestSnapshot));
  return {
    knownFiles: (files) => read((c) => knownKeys(c, files)),
    ingest: (files, options) =>
      ingestFiles({ database, temp: own.temp, now: own.now }, files, options),
    openBodies: (place) => openBodies({ database }, place),
    hoursFromS3: (place) => hoursFromS3({ database }, place),
    putBodies: (bodies) => putBodies({ database, temp: own.temp }, bodies),
    putHashes: (hashes) => write((c) => putContentHashes(c, hashes)),
    noteUnread: (outcomes) => write((c) => transaction(c, () => putUnread(c, outcomes))),
    fileOutcomes: (page) => read((c) => readOutcomes(c, page)),
    putMetricPoints: (points, signal) => write((c) => putPoints(c, points, signal)),
    sumUp: (signal) => sumChangedDays(write, signal),
    getCursor: (name) => read((c) => readCursor(c, name)),
    setCursor: (name, value) => write((c) => putCursor(c, name, value)),
    putReadings: (scanId, readings) =>
      write((c) => putDatasetReadings(c, scanId, readings)).finally(snapshot.forget),
    putSourceReadings: (scanId, readings) =>
      write((c) => putSourceReadingRows(c, scanId, readings)),
    latestSnapshot: snapshot.get,
    latestSourceReadings: () => read(readLatestSources),
    putWatching: (rows) => write((c) => putWatchingRows(c, rows)),
    watching: (month) => read((c) => readWatching(c, month)),
    bill: createBillStore({ read, write }, own.now),
    ask: (name, params) => read((c) => askQuestion(c, name, params)),
    query: (sql, limit) => read((c) => runSelect(c, sql, limit)),
    rawRecord: (eventId) => read((c) => readRawRecord(c, eventId)),
    rawInvocation: (requestId) => read((c) => readRawInvocation(c, requestId)),
    async close() {
      await database.close();
      await own.release();
    },
  };
}

/** An answer that is made once and kept until it is forgotten; a failure is not kept. */
function remembered<T>(make: () => Promise<T>) {
  let made: Promise<T> | null = null;
  const forget = () => {
    made = null;
  };
  const get = () => {
    const asked = made ?? make();
    made = asked;
    asked.catch(() => {
      if (made === asked) forget();
    });
    return asked;
  };
  return { get, forget };
}

/** Writing, with a full disk told in one sentence. */
function guardedWrite(database: Database, file: string): Database['write'] {
  return async (work) => {
    try {
      return await database.write(work);
    } catch (thrown) {
      throw isDiskFull(thrown) ? diskFull(file, thrown) : thrown;
    }
  };
}
