import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import { AppError } from '../../../shared/model/app-error.ts';
import { cancelled, openingError } from './store-error.ts';
import { jsonRows, type RowShape } from './values.ts';

/** Values of `?` parameters. */
export type Params = readonly DuckDBValue[];
/** A row by column name, with JSON-ready values. */
export type Row = Readonly<Record<string, unknown>>;

/** One connection: statements and rows. */
export interface Connection {
  readonly raw: DuckDBConnection;
  run(sql: string, params?: Params): Promise<void>;
  /** Rows by the names of their columns, or as they are shaped. */
  rows(sql: string, params?: Params, shape?: RowShape): Promise<readonly Row[]>;
  close(): void;
}

/** The open database of a workspace; holds the file and its lock until closed. */
export interface Database {
  connect(): Promise<Connection>;
  /** Runs work with the only writing connection, one piece of work after the other. */
  write<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  /** Runs work with a connection of its own; it sees what was committed when it began. */
  read<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  /** Lets writing end, interrupts reading and frees the file once both have stopped. */
  close(): Promise<void>;
}

/** Above this, more threads need more buffer memory than the limit leaves. */
const MAX_THREADS = 4;
/** An interrupt between two statements of one read is not heard; the next one is. */
const INTERRUPT_EVERY_MS = 50;

/**
 * Opens a database file. No extension is installed or loaded at run time, temporary files stay in
 * the workspace, and memory has a limit (the process needs about 0.5 GB beyond it).
 * @throws AppError `workspace-locked`, `workspace-damaged` or `io-failed`.
 */
export async function openDatabase(options: {
  readonly file: string;
  readonly temp: string;
  readonly readOnly: boolean;
}): Promise<Database> {
  const instance = await createInstance(options);
  try {
    return await databaseOf(instance);
  } catch (thrown) {
    instance.closeSync();
    throw openingError(options.file, thrown);
  }
}

async function createInstance(options: {
  readonly file: string;
  readonly temp: string;
  readonly readOnly: boolean;
}): Promise<DuckDBInstance> {
  try {
    return await DuckDBInstance.create(options.file, {
      access_mode: options.readOnly ? 'READ_ONLY' : 'READ_WRITE',
      storage_compatibility_version: 'v1.5.0',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      checkpoint_threshold: '256MB',
      memory_limit: '600MB',
      threads: String(Math.min(MAX_THREADS, availableParallelism())),
      temp_directory: join(options.temp, 'duckdb'),
    });
  } catch (thrown) {
    throw openingError(options.file, thrown);
  }
}

async function databaseOf(instance: DuckDBInstance): Promise<Database> {
  const connect = async () => connectionOf(await instance.connect());
  const writer = await connect();
  let last: Promise<unknown> = Promise.resolve();
  let closing = false;
  const write = async <T>(work: (connection: Connection) => Promise<T>) => {
    // A statement on a closed database ends the whole process.
    if (closing) throw closed();
    const next = last.then(() => work(writer));
    last = next.catch(() => undefined);
    return next;
  };
  const reading = createReads(connect);
  const close = async () => {
    closing = true;
    const stopped = reading.stop();
    await Promise.all([last, stopped]);
    writer.close();
    instance.closeSync();
  };
  return { connect, write, read: reading.read, close };
}

/**
 * The reads that run. A connection keeps the file open even after its instance was closed, and a
 * second instance on the file would lose rows, so that closing has to wait for every read.
 */
function createReads(connect: Database['connect']) {
  const connections = new Set<Connection>();
  const ends = new Set<Promise<unknown>>();
  let stopping = false;
  const run: Database['read'] = async (work) => {
    const connection = await connect();
    connections.add(connection);
    try {
      if (stopping) throw closed();
      return await work(connection);
    } catch (thrown) {
      throw stopping ? closed(thrown) : thrown;
    } finally {
      connections.delete(connection);
      connection.close();
    }
  };
  const read: Database['read'] = async (work) => {
    if (stopping) throw closed();
    const end = run(work);
    ends.add(end);
    try {
      return await end;
    } finally {
      ends.delete(end);
    }
  };
  const stop = async () => {
    stopping = true;
    const interrupt = () => {
      for (const connection of connections) connection.raw.interrupt();
    };
    interrupt();
    const again = setInterval(interrupt, INTERRUPT_EVERY_MS);
    await Promise.allSettled(ends);
    clearInterval(again);
  };
  return { read, stop };
}

function closed(cause?: unknown): AppError {
  const text = 'The workspace was closed before this could be answered. Open it again and repeat.';
  return new AppError('conflict', text, { cause });
}

async function connectionOf(raw: DuckDBConnection): Promise<Connection> {
  const run = async (sql: string, params?: Params) => {
    await raw.run(sql, params === undefined ? undefined : [...params]);
  };
  const rows = async (sql: string, params?: Params, shape?: RowShape) => {
    const reader = await raw.runAndReadAll(sql, params === undefined ? undefined : [...params]);
    return jsonRows({ names: reader.columnNames(), columns: reader.getColumns() }, shape);
  };
  await run(`SET TimeZone = 'UTC'`);
  return { raw, run, rows, close: () => raw.closeSync() };
}

/**
 * Runs work in one transaction: all of it is committed, or nothing. The signal ends the statement
 * that runs; one that is only given once the work is done finds it committed.
 * @throws AppError `cancelled`.
 */
export async function transaction<T>(
  connection: Connection,
  work: () => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  if (signal?.aborted) throw cancelled();
  await connection.run('BEGIN');
  const interrupts = interruptsOf(connection, signal);
  try {
    const result = await work();
    interrupts.stop();
    await connection.run('COMMIT');
    return result;
  } catch (thrown) {
    interrupts.stop();
    await rollback(connection);
    throw signal?.aborted ? cancelled() : thrown;
  }
}

/** Interrupts a connection from the signal on, until it is stopped. */
function interruptsOf(connection: Connection, signal?: AbortSignal): { stop(): void } {
  let again: NodeJS.Timeout | null = null;
  const interrupt = () => connection.raw.interrupt();
  const begin = () => {
    interrupt();
    again = setInterval(interrupt, INTERRUPT_EVERY_MS);
  };
  signal?.addEventListener('abort', begin, { once: true });
  return {
    stop() {
      signal?.removeEventListener('abort', begin);
      if (again !== null) clearInterval(again);
    },
  };
}

async function rollback(connection: Connection): Promise<void> {
  try {
    await connection.run('ROLLBACK');
  } catch {
    // DuckDB has ended the transaction itself; the first error is the one that tells.
  }
}
