import { listValue } from '@duckdb/node-api';
import type { Connection } from '../database.ts';
import { EVENT_COLUMNS, EVENT_PARTS, EVENT_RECORD } from './event-columns.ts';
import { IS_NEEDED } from './event-needs.ts';
import { INVOCATION_RECORD, invocationSelect } from './invocation-columns.ts';
import { MAX_DOCUMENT_BYTES, type Shape } from './shape.ts';

/** Files of one shape that one statement reads; they get consecutive ids from `firstId`. */
export interface LoadGroup {
  readonly shape: Shape;
  readonly compressed: boolean;
  readonly paths: readonly string[];
  readonly firstId: number;
}

/** What was found in one file of a batch. */
export interface FileCounts {
  readonly records: number;
  readonly fragments: number;
  readonly duplicates: number;
  /** Events of other services, which are counted and not kept. */
  readonly leftOut: number;
  /** Ids of the first few repeats. */
  readonly repeated: readonly string[];
}

/** What a file gave of which nothing was stored. */
export const NO_COUNTS: FileCounts = {
  records: 0,
  fragments: 0,
  duplicates: 0,
  leftOut: 0,
  repeated: [],
};

/** The table that a shape goes to, with its identity and time. */
interface Target {
  readonly table: 'event_rows' | 'invocation_rows';
  readonly id: 'event_id' | 'request_id';
  readonly time: 'event_time' | 'time';
}

const EVENTS: Target = { table: 'event_rows', id: 'event_id', time: 'event_time' };
const INVOCATIONS: Target = { table: 'invocation_rows', id: 'request_id', time: 'time' };

/** The `read_json` call for a group; paths are a parameter, schema sniffing is cut off. */
export function readJson(group: LoadGroup, columns: string): string {
  const whole = group.shape === 'event-lines' ? 'records = false, ' : '';
  return `read_json(?, format = 'newline_delimited', ${whole}columns = ${columns}, sample_size = 1,
    maximum_sample_files = 1, maximum_object_size = ${MAX_DOCUMENT_BYTES + 1024},
    compression = '${group.compressed ? 'gzip' : 'uncompressed'}')`;
}

/** The statement that inserts all records of a group. */
export function insertSql(group: LoadGroup): string {
  const fileId = `CAST(${group.firstId} + file_index AS INTEGER)`;
  if (group.shape === 'invocation-lines') {
    const source = readJson(group, INVOCATION_RECORD);
    return `INSERT INTO invocation_rows ${invocationSelect(source, fileId)}`;
  }
  const records =
    group.shape === 'records'
      ? `SELECT unnest("Records") AS r, ${fileId} AS file_id
         FROM ${readJson(group, `{Records: '${EVENT_RECORD}[]'}`)}`
      : `SELECT r, ${fileId} AS file_id FROM ${readJson(group, `{r: '${EVENT_RECORD}'}`)}`;
  const kept = `SELECT file_id, CASE WHEN ${IS_NEEDED} THEN r END AS r FROM (${records})`;
  return `INSERT INTO event_rows SELECT file_id, ${EVENT_COLUMNS}
    FROM (SELECT *, ${EVENT_PARTS} FROM (${kept}))`;
}

/** A path in which DuckDB finds no pattern: each pattern character is its own character class. */
function withoutGlob(path: string): string {
  return path.replace(/[*?[]/g, '[$&]');
}

/** Inserts groups and takes out what was stored before; runs inside the caller's transaction. */
export async function loadGroups(
  connection: Connection,
  groups: readonly LoadGroup[],
): Promise<ReadonlyMap<number, FileCounts>> {
  for (const group of groups) {
    await connection.run(insertSql(group), [listValue(group.paths.map(withoutGlob))]);
  }
  const firstId = Math.min(...groups.map((group) => group.firstId));
  const counts = new Map<number, FileCounts>();
  const targets = new Set(
    groups.map((g) => (g.shape === 'invocation-lines' ? INVOCATIONS : EVENTS)),
  );
  const leftOut = targets.has(EVENTS) ? await removeUnneeded(connection, firstId) : new Map();
  for (const target of targets) {
    const repeats = await removeRepeats(connection, target, firstId);
    await addCounts(connection, { target, firstId, repeats, counts });
  }
  for (const [fileId, count] of leftOut) {
    counts.set(fileId, { ...(counts.get(fileId) ?? NO_COUNTS), leftOut: count });
  }
  return counts;
}

/** Takes out the events that Assay does not need, which came in as empty rows, and counts them. */
async function removeUnneeded(
  connection: Connection,
  firstId: number,
): Promise<ReadonlyMap<number, number>> {
  const unneeded = `FROM event_rows WHERE file_id >= ${firstId} AND event_source IS NULL`;
  const rows = await connection.rows(`SELECT file_id, count(*) AS count ${unneeded} GROUP BY 1`);
  if (rows.length > 0) await connection.run(`DELETE ${unneeded}`);
  return new Map(rows.map((row) => [Number(row.file_id), Number(row.count)]));
}

interface Repeats {
  readonly count: number;
  readonly ids: readonly string[];
}

/**
 * Takes out rows of the batch whose id was stored before, or stands earlier in the batch. Stored
 * rows are searched within the batch's real time range and a day around it (a repeated record has
 * the time of the first), never in a range guessed from file names.
 */
async function removeRepeats(
  connection: Connection,
  target: Target,
  firstId: number,
): Promise<ReadonlyMap<number, Repeats>> {
  const { table, id, time } = target;
  const [range] = await connection.rows(
    `SELECT CAST(min(${time}) - INTERVAL 1 DAY AS VARCHAR) AS low,
      CAST(max(${time}) + INTERVAL 1 DAY AS VARCHAR) AS high
     FROM ${table} WHERE file_id >= ${firstId}`,
  );
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE repeats AS
     SELECT place, file_id, id FROM (
       SELECT rowid AS place, file_id, ${id} AS id,
         row_number() OVER (PARTITION BY ${id} ORDER BY file_id, rowid) AS nth
       FROM ${table} WHERE file_id >= ${firstId} AND ${id} IN (
         SELECT ${id} FROM ${table} WHERE file_id >= ${firstId} GROUP BY ${id} HAVING count(*) > 1))
     WHERE nth > 1
     UNION
     SELECT rowid, file_id, ${id} FROM ${table} WHERE file_id >= ${firstId} AND ${id} IN (
       SELECT ${id} FROM ${table} WHERE file_id < ${firstId}
       AND ${time} >= CAST('${range?.low ?? '1970-01-01'}' AS TIMESTAMP)
       AND ${time} <= CAST('${range?.high ?? '1970-01-01'}' AS TIMESTAMP))`,
  );
  const rows = await connection.rows(
    'SELECT file_id, count(*) AS count, list(id ORDER BY place)[1:3] AS ids FROM repeats GROUP BY 1',
  );
  if (rows.length > 0) {
    await connection.run(`DELETE FROM ${table} WHERE rowid IN (SELECT place FROM repeats)`);
  }
  return new Map(
    rows.map((row) => [
      Number(row.file_id),
      { count: Number(row.count), ids: Array.isArray(row.ids) ? row.ids.map(String) : [] },
    ]),
  );
}

async function addCounts(
  connection: Connection,
  found: {
    readonly target: Target;
    readonly firstId: number;
    readonly repeats: ReadonlyMap<number, Repeats>;
    readonly counts: Map<number, FileCounts>;
  },
): Promise<void> {
  const { table, id, time } = found.target;
  const rows = await connection.rows(
    `SELECT file_id, count(*) AS kept,
       count(CASE WHEN ${id} IS NULL OR ${time} IS NULL THEN 1 END) AS fragments
     FROM ${table} WHERE file_id >= ${found.firstId} GROUP BY file_id`,
  );
  const kept = new Map(rows.map((row) => [Number(row.file_id), row]));
  for (const fileId of new Set([...kept.keys(), ...found.repeats.keys()])) {
    const repeats = found.repeats.get(fileId);
    const before = found.counts.get(fileId);
    const duplicates = repeats?.count ?? 0;
    found.counts.set(fileId, {
      records: (before?.records ?? 0) + Number(kept.get(fileId)?.kept ?? 0) + duplicates,
      fragments: (before?.fragments ?? 0) + Number(kept.get(fileId)?.fragments ?? 0),
      duplicates: (before?.duplicates ?? 0) + duplicates,
      leftOut: 0,
      repeated: [...(before?.repeated ?? []), ...(repeats?.ids ?? [])],
    });
  }
}

/** Takes all rows of a file out again, inside the caller's transaction. */
export async function unload(connection: Connection, fileIds: readonly number[]): Promise<void> {
  for (const { table } of [EVENTS, INVOCATIONS]) {
    await connection.run(
      `DELETE FROM ${table} WHERE file_id IN (${fileIds.map(Number).join(', ')})`,
    );
  }
}

/** Takes the records without id or time of a file out again, inside the caller's transaction. */
export async function removeFragments(connection: Connection, fileId: number): Promise<void> {
  for (const { table, id, time } of [EVENTS, INVOCATIONS]) {
    await connection.run(
      `DELETE FROM ${table} WHERE file_id = ${fileId} AND (${id} IS NULL OR ${time} IS NULL)`,
    );
  }
}
