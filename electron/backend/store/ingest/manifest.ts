import { listValue } from '@duckdb/node-api';
import type { FileOutcome } from '../../../../shared/api/answers.ts';
import type { Connection, Row } from '../database.ts';
import { insertRows, jsonTable } from '../json-table.ts';
import type { ContentHash, LogFile } from '../store.ts';

/** One file with its outcome, as the manifest keeps it. */
export interface ManifestEntry {
  readonly fileId: number;
  readonly file: LogFile;
  readonly outcome: FileOutcome;
  /** False when the same content may end differently next time (it could not be read). */
  readonly settled: boolean;
}

/** Keys whose newest entry has the same etag and needs no second look. */
export async function knownKeys(
  connection: Connection,
  files: readonly LogFile[],
): Promise<ReadonlySet<string>> {
  if (files.length === 0) return new Set();
  const rows = await connection.rows(
    `SELECT asked.key AS key
     FROM (SELECT unnest(?) AS key, unnest(?) AS etag) asked
     JOIN (SELECT key, max_by(etag, file_id) AS etag, max_by(settled, file_id) AS settled
       FROM file_rows GROUP BY key) newest
     ON asked.key = newest.key AND asked.etag = newest.etag WHERE newest.settled`,
    [listValue(files.map((file) => file.key)), listValue(files.map((file) => file.etag))],
  );
  return new Set(rows.map((row) => String(row.key)));
}

const COLUMNS = {
  file_id: 'INTEGER',
  key: 'VARCHAR',
  etag: 'VARCHAR',
  path: 'VARCHAR',
  origin: 'VARCHAR',
  size: 'BIGINT',
  kind: 'VARCHAR',
  status: 'VARCHAR',
  records: 'BIGINT',
  added: 'BIGINT',
  duplicates: 'BIGINT',
  fragments: 'BIGINT',
  reason: 'VARCHAR',
  settled: 'BOOLEAN',
  read_at: 'TIMESTAMP',
} as const;

/** Writes entries; runs in the transaction that writes their records. */
export async function putEntries(
  connection: Connection,
  entries: readonly ManifestEntry[],
): Promise<void> {
  const rows = entries.map(({ fileId, file, outcome, settled }) => ({
    file_id: fileId,
    key: file.key,
    etag: file.etag,
    path: file.path,
    origin: file.origin,
    size: file.size,
    kind: outcome.kind,
    status: outcome.status,
    records: outcome.records,
    added: outcome.added,
    duplicates: outcome.duplicates,
    fragments: outcome.fragments,
    reason: outcome.reason,
    settled,
    read_at: outcome.at,
  }));
  await insertRows(connection, 'file_rows', { columns: COLUMNS, rows });
}

/**
 * Writes outcomes of files that were never read (hidden, special, in a folder that cannot be
 * listed) in place of what was noted of them before.
 */
export async function putUnread(
  connection: Connection,
  outcomes: readonly FileOutcome[],
): Promise<void> {
  if (outcomes.length === 0) return;
  await connection.run('DELETE FROM file_rows WHERE records = 0 AND key IN (SELECT unnest(?))', [
    listValue(outcomes.map(({ key }) => key)),
  ]);
  const firstId = await nextFileId(connection);
  const entries = outcomes.map((outcome, i) => ({
    fileId: firstId + i,
    file: { key: outcome.key, path: outcome.key, etag: '', size: outcome.size, origin: 'folder' },
    outcome,
    settled: false,
  })) satisfies readonly ManifestEntry[];
  await putEntries(connection, entries);
}

const HASH = { key: 'VARCHAR', etag: 'VARCHAR', sha256: 'VARCHAR' } as const;

/** Notes hashes of contents with the entries of the same key and version. */
export async function putContentHashes(
  connection: Connection,
  hashes: readonly ContentHash[],
): Promise<void> {
  if (hashes.length === 0) return;
  await connection.run(
    `UPDATE file_rows SET sha256 = hashed.sha256 FROM ${jsonTable(HASH)} hashed
     WHERE file_rows.key = hashed.key AND file_rows.etag = hashed.etag`,
    [JSON.stringify(hashes)],
  );
}

/** The first file id that no entry has. */
export async function nextFileId(connection: Connection): Promise<number> {
  const rows = await connection.rows('SELECT coalesce(max(file_id), 0) + 1 AS next FROM file_rows');
  return Number(rows[0]?.next ?? 1);
}

/** A page of outcomes, newest first. */
export async function readOutcomes(
  connection: Connection,
  page: {
    readonly statuses?: readonly FileOutcome['status'][];
    readonly offset: number;
    readonly limit: number;
  },
): Promise<{ readonly rows: readonly FileOutcome[]; readonly total: number }> {
  const wanted = page.statuses === undefined ? null : listValue([...page.statuses]);
  const where = 'WHERE ? IS NULL OR list_contains(CAST(? AS VARCHAR[]), status)';
  const [count] = await connection.rows(`SELECT count(*) AS total FROM files ${where}`, [
    wanted,
    wanted,
  ]);
  const rows = await connection.rows(
    `SELECT * FROM files ${where} ORDER BY read_at DESC, key OFFSET ? LIMIT ?`,
    [wanted, wanted, page.offset, page.limit],
  );
  return { rows: rows.map(toOutcome), total: Number(count?.total ?? 0) };
}

function toOutcome(row: Row): FileOutcome {
  return {
    key: String(row.key),
    kind: row.kind as FileOutcome['kind'],
    status: row.status as FileOutcome['status'],
    records: Number(row.records),
    added: Number(row.added),
    duplicates: Number(row.duplicates),
    fragments: Number(row.fragments),
    size: Number(row.size),
    reason: row.reason === null ? null : String(row.reason),
    at: String(row.read_at),
  };
}
