import { type Connection, transaction } from '../database.ts';
import { type RawDays, ROLLUPS, type Rollup, summedDays } from './rollups.ts';

/** Days that one transaction sums: enough to fill row groups, few enough for the memory limit. */
const DAYS_AT_ONCE = 31;

/**
 * Sums the days that have changed since their roll-up, oldest first, some days in a transaction with
 * their marks: stopped anywhere, what is done is done, and the rest is still marked. Answers are the
 * same before, meanwhile and after; they only get faster.
 * @throws AppError `cancelled`.
 */
export async function sumChangedDays(
  write: <T>(work: (connection: Connection) => Promise<T>) => Promise<T>,
  signal?: AbortSignal,
): Promise<void> {
  for (const rollup of ROLLUPS) {
    let more = true;
    while (more) more = await write((connection) => sumOldest(connection, rollup, signal));
  }
}

/** Sums the oldest changed days of a roll-up; false when there were none. */
function sumOldest(connection: Connection, rollup: Rollup, signal?: AbortSignal): Promise<boolean> {
  const sum = async () => {
    const [range] = await connection.rows(
      `SELECT CAST(min(day) AS VARCHAR) AS "from",
         CAST(CAST(min(day) + INTERVAL ${DAYS_AT_ONCE} DAY AS DATE) AS VARCHAR) AS "to"
       FROM changed_day_rows WHERE rollup = '${rollup.id}'`,
    );
    if (range === undefined || range.from === null) return false;
    const from = String(range.from);
    const to = String(range.to);
    await connection.run(
      `CREATE OR REPLACE TEMP TABLE chosen_days AS SELECT DISTINCT day, account_id, region
       FROM changed_day_rows WHERE rollup = '${rollup.id}' AND day < CAST(? AS DATE)`,
      [to],
    );
    await sumChosen(connection, rollup, { from, to });
    await connection.run(
      `DELETE FROM changed_day_rows WHERE rollup = '${rollup.id}' AND day < CAST(? AS DATE)`,
      [to],
    );
    return true;
  };
  return transaction(connection, sum, signal);
}

async function sumChosen(connection: Connection, rollup: Rollup, period: RawDays): Promise<void> {
  const { table, columns } = rollup;
  await connection.run(
    `DELETE FROM ${table} USING chosen_days c WHERE c.day = ${table}.day
       AND c.account_id = ${table}.account_id AND c.region = ${table}.region`,
  );
  const summed = summedDays(rollup, 'chosen_days', period);
  await connection.run(
    `INSERT INTO ${table} (${columns.join(', ')}) ${summed}
     ORDER BY f.day, f.account_id, f.region, f.model_key`,
  );
}
