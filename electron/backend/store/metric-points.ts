import { AppError } from '../../../shared/model/app-error.ts';
import { type Connection, transaction } from './database.ts';
import { modelKeySql } from './ingest/event-columns.ts';
import { jsonTable } from './json-table.ts';
import { noteChangedDays } from './rollups/changed-days.ts';
import type { MetricPoint } from './store.ts';

/** A run of points of one series; a series is written once, not with each of its points. */
const RUN = {
  accountId: 'VARCHAR',
  region: 'VARCHAR',
  namespace: 'VARCHAR',
  metric: 'VARCHAR',
  modelId: 'VARCHAR',
  serviceTier: 'VARCHAR',
  dimensions: 'VARCHAR',
  statistic: 'VARCHAR',
  periodSeconds: 'INTEGER',
  starts: 'TIMESTAMP[]',
  values: 'DOUBLE[]',
} as const;

/** Rows per statement when points are written. */
const POINTS_AT_ONCE = 20_000;
const HOUR_SECONDS = 3600;
/** Points that days of usage are made of. */
const IS_USAGE = `namespace IN ('AWS/Bedrock', 'AWS/BedrockMantle') AND model_id <> ''`;

/**
 * Inserts metric points, replacing those of the same series, start and length.
 * @throws AppError `invalid-input` for points of other than an hour: usage is read by the hour;
 * `cancelled`, with none of them stored.
 */
export async function putPoints(
  connection: Connection,
  points: readonly MetricPoint[],
  signal?: AbortSignal,
): Promise<void> {
  const other = points.find((point) => point.periodSeconds !== HOUR_SECONDS);
  if (other !== undefined) {
    throw new AppError(
      'invalid-input',
      `A point of ${other.metric} covers ${other.periodSeconds} s; read metrics by the hour.`,
    );
  }
  const putAll = async () => {
    for (let from = 0; from < points.length; from += POINTS_AT_ONCE) {
      await putSome(connection, points.slice(from, from + POINTS_AT_ONCE));
    }
  };
  await transaction(connection, putAll, signal);
}

async function putSome(connection: Connection, points: readonly MetricPoint[]): Promise<void> {
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE new_points AS
     SELECT "accountId" AS account_id, region, namespace, metric, "modelId" AS model_id,
       "serviceTier" AS service_tier, period_start, "periodSeconds" AS period_seconds, dimensions,
       statistic, last(value) AS value
     FROM (SELECT *, unnest(starts) AS period_start, unnest("values") AS value
       FROM ${jsonTable(RUN)})
     GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`,
    [JSON.stringify(runsOf(points))],
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
  await noteChangedDays(connection, 'metrics', `SELECT * FROM new_points WHERE ${IS_USAGE}`);
}

/** Points in the order given, those of a series that follow one another in one row. */
function runsOf(points: readonly MetricPoint[]) {
  const runs: ReturnType<typeof startRun>[] = [];
  let before: MetricPoint | undefined;
  for (const point of points) {
    if (before === undefined || !isSameSeries(before, point)) runs.push(startRun(point));
    const run = runs.at(-1);
    run?.starts.push(point.periodStart);
    run?.values.push(point.value);
    before = point;
  }
  return runs;
}

/** Points of one answer share their dimensions; equal ones of two objects only begin a new run. */
function isSameSeries(a: MetricPoint, b: MetricPoint): boolean {
  return (
    a.dimensions === b.dimensions &&
    a.metric === b.metric &&
    a.modelId === b.modelId &&
    a.serviceTier === b.serviceTier &&
    a.statistic === b.statistic &&
    a.region === b.region &&
    a.accountId === b.accountId &&
    a.namespace === b.namespace
  );
}

function startRun(point: MetricPoint) {
  const { periodStart: _start, value: _value, dimensions = {}, statistic = 'Sum', ...of } = point;
  const starts: string[] = [];
  const values: number[] = [];
  return { ...of, dimensions: JSON.stringify(dimensions), statistic, starts, values };
}
