import { type Connection, transaction } from '../database.ts';
import { currentDays, type RawDays, ROLLUPS, type Rollup } from './rollups.ts';

/**
 * Runs reading with the views of the roll-ups at their fastest for the days that have changed now:
 * where there are none, raw rows are not looked at; else only those around them. What is changed and
 * what is read are of one transaction. The connection keeps these views and is for this work alone.
 */
export function withCurrentDays<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  return transaction(connection, async () => {
    for (const rollup of ROLLUPS) {
      const days = await changedRange(connection, rollup);
      const select =
        days === null
          ? `SELECT ${rollup.columns.join(', ')} FROM ${rollup.table}`
          : currentDays(rollup, days);
      await connection.run(`CREATE OR REPLACE TEMP VIEW ${rollup.view} AS ${select}`);
    }
    return await work();
  });
}

async function changedRange(connection: Connection, { id }: Rollup): Promise<RawDays | null> {
  const [row] = await connection.rows(
    `SELECT CAST(min(day) AS VARCHAR) AS "from",
       CAST(CAST(max(day) + INTERVAL 1 DAY AS DATE) AS VARCHAR) AS "to"
     FROM changed_day_rows WHERE rollup = '${id}'`,
  );
  if (row === undefined || row.from === null) return null;
  return { from: String(row.from), to: String(row.to) };
}
