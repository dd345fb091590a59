import { join } from 'node:path';
import { expect } from 'vitest';
import { type Connection, openDatabase } from '../../../../../electron/backend/store/database.ts';
import { DATABASE_FILE } from '../../../../../electron/backend/store/open.ts';
import { ROLLUPS, type Rollup } from '../../../../../electron/backend/store/rollups/rollups.ts';

/** Runs work on the database of a workspace that no store has open. */
export async function withDatabase<T>(
  workspace: string,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const database = await openDatabase({
    file: join(workspace, DATABASE_FILE),
    temp: workspace,
    readOnly: false,
  });
  try {
    return await database.write(work);
  } finally {
    await database.close();
  }
}

/** The rows of a FROM clause, those of the same key added up, as text in order. */
async function summed(connection: Connection, rollup: Rollup, from: string): Promise<string[]> {
  const first = rollup.columns.indexOf('calls');
  const keys = rollup.columns.slice(0, first).join(', ');
  const sums = rollup.columns.slice(first).map((name) => `sum(${name}) AS ${name}`);
  const rows = await connection.rows(
    `SELECT ${keys}, ${sums.join(', ')} FROM ${from} GROUP BY ${keys}`,
  );
  return rows.map((row) => JSON.stringify(row)).sort();
}

/** Expects each roll-up's view to tell what its raw rows tell; answers how many rows that are. */
export async function expectEqualToRaw(connection: Connection): Promise<number> {
  let count = 0;
  for (const rollup of ROLLUPS) {
    const raw = await summed(connection, rollup, `(${rollup.sum(rollup.source)}) raw`);
    expect(await summed(connection, rollup, rollup.view)).toEqual(raw);
    count += raw.length;
  }
  return count;
}

/** How many days of places are marked as changed. */
export async function changedDays(connection: Connection): Promise<number> {
  const [row] = await connection.rows('SELECT count(*) AS count FROM changed_day_rows');
  return Number(row?.count);
}
