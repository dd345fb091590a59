import { INVOCATION_DAY_COLUMNS, invocationDays } from './invocation-days.ts';
import { METRIC_DAY_COLUMNS, metricDays } from './metric-hours.ts';

/** Rows of the raw tables summed by UTC day and place, kept as a table and read through a view. */
export interface Rollup {
  readonly id: 'invocations' | 'metrics';
  readonly table: string;
  /** The view that reads the table, and the raw rows of days that have changed since. */
  readonly view: string;
  readonly columns: readonly string[];
  /** The view of the raw rows `s`, and how they name their time, day, account and Region. */
  readonly source: string;
  readonly time: string;
  readonly day: string;
  readonly accountId: string;
  readonly region: string;
  /** The SELECT that sums a FROM clause over the raw rows. */
  readonly sum: (source: string) => string;
}

/** All roll-ups. */
export const ROLLUPS: readonly Rollup[] = [
  {
    id: 'invocations',
    table: 'invocation_day_rows',
    view: 'invocation_days',
    columns: INVOCATION_DAY_COLUMNS,
    source: 'invocations',
    time: 's.time',
    day: 'CAST(s.time AS DATE)',
    accountId: `coalesce(s.account_id, 'unknown')`,
    region: `coalesce(s.region, 'unknown')`,
    sum: invocationDays,
  },
  {
    id: 'metrics',
    table: 'metric_day_rows',
    view: 'metric_days',
    columns: METRIC_DAY_COLUMNS,
    source: 'metrics',
    time: 's.period_start',
    day: 'CAST(s.period_start AS DATE)',
    accountId: 's.account_id',
    region: 's.region',
    sum: metricDays,
  },
];

/**
 * The raw rows whose day and place a table lists once each, as a FROM clause. A join: DuckDB reads all
 * rows several times for the same said with EXISTS.
 */
export function rowsOfDays({ source, day, accountId, region }: Rollup, days: string): string {
  return `(SELECT s.* FROM ${source} s JOIN ${days} c
    ON c.day = ${day} AND c.account_id = ${accountId} AND c.region = ${region}) changed`;
}

/** The time in which raw rows are looked for: UTC days, `to` exclusive. */
export interface RawDays {
  readonly from: string;
  readonly to: string;
}

/**
 * A SELECT of a roll-up that always tells what the raw rows tell: a day that has changed since it was
 * summed is summed anew, in the same statement and so from the same state of the database. Raw rows
 * are looked for in `days` alone where the changed days are known to lie there.
 */
export function currentDays(rollup: Rollup, days?: RawDays): string {
  const columns = rollup.columns.join(', ');
  const changed = `(SELECT DISTINCT day, account_id, region FROM changed_day_rows
    WHERE rollup = '${rollup.id}')`;
  const near = days === undefined ? rollup : within(rollup, days);
  return `SELECT ${rollup.columns.map((name) => `r.${name}`).join(', ')} FROM ${rollup.table} r
    LEFT JOIN ${changed} c
      ON c.day = r.day AND c.account_id = r.account_id AND c.region = r.region
    WHERE c.day IS NULL
    UNION ALL
    SELECT ${columns} FROM (${rollup.sum(rowsOfDays(near, changed))}) fresh`;
}

/** The same roll-up over the raw rows of some days: DuckDB skips the others by their time. */
export function within(rollup: Rollup, { from, to }: RawDays): Rollup {
  const { source, time } = rollup;
  const rows = `(SELECT * FROM ${source} s WHERE ${time} >= TIMESTAMP '${from}'
    AND ${time} < TIMESTAMP '${to}')`;
  return { ...rollup, source: rows };
}
