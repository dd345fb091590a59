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
  const changed = `(SELECT DISTINCT day, account_id, region FROM changed_day_rows
    WHERE rollup = '${rollup.id}')`;
  return `SELECT ${rollup.columns.map((name) => `r.${name}`).join(', ')} FROM ${rollup.table} r
    LEFT JOIN ${changed} c
      ON c.day = r.day AND c.account_id = r.account_id AND c.region = r.region
    WHERE c.day IS NULL
    UNION ALL
    ${summedDays(rollup, changed, days)}`;
}

/**
 * The days and places that `days` lists once each, summed from their raw rows. Rows are joined after
 * they are summed: joining them before costs more than summing those of other places.
 */
export function summedDays(rollup: Rollup, days: string, near?: RawDays): string {
  const from = near === undefined ? rollup.source : rowsWithin(rollup, near);
  return `SELECT ${rollup.columns.map((name) => `f.${name}`).join(', ')}
    FROM (${rollup.sum(from)}) f JOIN ${days} c
    ON c.day = f.day AND c.account_id = f.account_id AND c.region = f.region`;
}

/** DuckDB skips the raw rows of other days by their time. */
function rowsWithin({ source, time }: Rollup, { from, to }: RawDays): string {
  return `(SELECT * FROM ${source} s WHERE ${time} >= TIMESTAMP '${from}'
    AND ${time} < TIMESTAMP '${to}') near`;
}
