import { AppError } from '../../../shared/model/app-error.ts';
import { type Connection, transaction } from './database.ts';
import { modelKeySql } from './ingest/event-columns.ts';
import { insertRows, jsonTable } from './json-table.ts';
import type { MetricPoint, WatchingRow } from './store.ts';

const POINT = {
  accountId: 'VARCHAR',
  region: 'VARCHAR',
  namespace: 'VARCHAR',
  metric: 'VARCHAR',
  modelId: 'VARCHAR',
  serviceTier: 'VARCHAR',
  dimensions: 'VARCHAR',
  statistic: 'VARCHAR',
  periodStart: 'TIMESTAMP',
  periodSeconds: 'INTEGER',
  value: 'DOUBLE',
} as const;

const WATCHING = {
  made_at: 'TIMESTAMP',
  scan_id: 'VARCHAR',
  operation: 'VARCHAR',
  calls: 'BIGINT',
  units: 'BIGINT',
  usd: 'VARCHAR',
} as const;

/** Rows per statement when points are written. */
const POINTS_AT_ONCE = 20_000;
const HOUR_SECONDS = 3600;

/**
 * Inserts metric points, replacing those of the same series, start and length.
 * @throws AppError `invalid-input` for points of other than an hour: usage is read by the hour.
 */
export async function putPoints(
  connection: Connection,
  points: readonly MetricPoint[],
): Promise<void> {
  const other = points.find((point) => point.periodSeconds !== HOUR_SECONDS);
  if (other !== undefined) {
    throw new AppError(
      'invalid-input',
      `A point of ${other.metric} covers ${other.periodSeconds} s; read metrics by the hour.`,
    );
  }
  await transaction(connection, async () => {
    for (let from = 0; from < points.length; from += POINTS_AT_ONCE) {
      await putSome(connection, points.slice(from, from + POINTS_AT_ONCE));
    }
  });
}

async function putSome(connection: Connection, points: readonly MetricPoint[]): Promise<void> {
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE new_points AS
     SELECT "accountId" AS account_id, region, namespace, metric, "modelId" AS model_id,
       "serviceTier" AS service_tier, "periodStart" AS period_start,
       "periodSeconds" AS period_seconds, dimensions, statistic, last(value) AS value
     FROM ${jsonTable(POINT)} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`,
    [JSON.stringify(points.map(toStored))],
  );
  await connection.run(
    `DELETE FROM metric_point_rows USING new_points n
     WHERE metric_point_rows.period_start = n.period_start
       AND metric_point_rows.period_seconds = n.period_seconds
       AND metric_point_rows.account_id = n.account_id AND metric_point_rows.region = n.region
       AND metric_point_rows.namespace = n.namespace AND metric_point_rows.metric = n.metric
       AND metric_point_rows.model_id = n.model_id
       AND metric_point_rows.dimensions = n.dimensions
       AND metric_point_rows.statistic = n.statistic
       AND metric_point_rows.service_tier IS NOT DISTINCT FROM n.service_tier`,
  );
  await connection.run(
    `INSERT INTO metric_point_rows SELECT account_id, region, namespace, metric, model_id,
       coalesce(${modelKeySql('model_id')}, ''), service_tier, period_start, period_seconds, value,
       dimensions, statistic
     FROM new_points`,
  );
}

function toStored({ dimensions = {}, statistic = 'Sum', ...point }: MetricPoint) {
  return { ...point, dimensions: JSON.stringify(dimensions), statistic };
}

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
