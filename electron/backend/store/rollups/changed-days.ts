import type { Connection } from '../database.ts';
import { ROLLUPS, type Rollup } from './rollups.ts';

/**
 * Notes that days of places have other raw rows than their roll-up; runs in the transaction that
 * changes them. `rows` is a SELECT of the raw table's columns.
 */
export async function noteChangedDays(
  connection: Connection,
  id: Rollup['id'],
  rows: string,
): Promise<void> {
  const rollup = ROLLUPS.find((one) => one.id === id);
  if (rollup === undefined) return;
  const { day, accountId, region, time } = rollup;
  await connection.run(
    `INSERT INTO changed_day_rows
     SELECT '${id}', day, account_id, region FROM (
       SELECT DISTINCT ${day} AS day, ${accountId} AS account_id, ${region} AS region
       FROM (${rows}) s WHERE ${time} IS NOT NULL
     ) touched
     WHERE NOT EXISTS (SELECT 1 FROM changed_day_rows c WHERE c.rollup = '${id}'
       AND c.day = touched.day AND c.account_id = touched.account_id AND c.region = touched.region)`,
  );
}

/**
 * Notes what files with ids from `firstId` on have brought: the days of their invocations, and the
 * roles whose path their events tell. Runs in the transaction that loads them, at its end.
 */
export async function noteLoaded(connection: Connection, firstId: number): Promise<void> {
  await noteChangedDays(
    connection,
    'invocations',
    `SELECT * FROM invocation_rows WHERE file_id >= ${firstId}`,
  );
  await connection.run(
    `INSERT INTO role_path_rows
     SELECT DISTINCT principal_arn FROM event_rows
     WHERE file_id >= ${firstId} AND principal_arn LIKE '%:role/%/%'
       AND principal_arn NOT IN (SELECT principal_arn FROM role_path_rows)`,
  );
}
