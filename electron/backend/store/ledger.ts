import { type Connection, transaction } from './database.ts';
import { insertRows } from './json-table.ts';
import type { WatchingRow } from './store.ts';

const WATCHING = {
  made_at: 'TIMESTAMP',
  scan_id: 'VARCHAR',
  operation: 'VARCHAR',
  calls: 'BIGINT',
  units: 'BIGINT',
  usd: 'VARCHAR',
} as const;

/** How far a resumable source got; null when it never ran. */
export async function readCursor(connection: Connection, name: string): Promise<string | null> {
  const rows = await connection.rows('SELECT value FROM cursor_rows WHERE name = ?', [name]);
  const value = rows[0]?.value;
  return typeof value === 'string' ? value : null;
}

/** Remembers how far a resumable source got. */
export async function putCursor(
  connection: Connection,
  name: string,
  value: string,
): Promise<void> {
  await transaction(connection, async () => {
    await connection.run('DELETE FROM cursor_rows WHERE name = ?', [name]);
    await connection.run('INSERT INTO cursor_rows VALUES (?, ?)', [name, value]);
  });
}

/** Adds what metered AWS calls were made. */
export async function putWatchingRows(
  connection: Connection,
  rows: readonly WatchingRow[],
): Promise<void> {
  await insertRows(connection, 'watching_rows', {
    columns: WATCHING,
    rows: rows.map(({ at, scanId, operation, calls, units, usd }) => ({
      made_at: at,
      scan_id: scanId,
      operation,
      calls,
      units,
      usd,
    })),
  });
}

/** The metered AWS calls of a UTC month (`YYYY-MM`), oldest first. */
export async function readWatching(
  connection: Connection,
  month: string,
): Promise<readonly WatchingRow[]> {
  const rows = await connection.rows(
    `SELECT * FROM watching_rows WHERE made_at >= CAST(? AS TIMESTAMP)
     AND made_at < CAST(? AS TIMESTAMP) + INTERVAL 1 MONTH ORDER BY made_at`,
    [`${month}-01`, `${month}-01`],
  );
  return rows.map((row) => ({
    at: String(row.made_at),
    scanId: String(row.scan_id),
    operation: String(row.operation),
    calls: Number(row.calls),
    units: Number(row.units),
    usd: String(row.usd),
  }));
}
