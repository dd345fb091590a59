import type { Call } from '../../../shared/api/contract.ts';
import { unwrap } from '../../../shared/api/result.ts';
import type { Month } from '../../../shared/model/period.ts';

/** What one month's bill comes to, in one currency. */
export interface BilledMonth {
  readonly month: Month;
  readonly lines: number;
  /** Exact decimal text. */
  readonly cost: string;
  readonly currency: string;
}

const BILLED = `SELECT billing_period, count(*) AS lines, CAST(sum(unblended_cost) AS VARCHAR) AS cost,
  currency FROM bill GROUP BY billing_period, currency ORDER BY billing_period, currency`;
const MOST_MONTHS = 1000;

/** The months that the workspace has a bill of, oldest first. */
export async function billedMonths(call: Call): Promise<readonly BilledMonth[]> {
  const { rows } = unwrap(await call('query.run', { sql: BILLED, limit: MOST_MONTHS }));
  return rows.map(([month, lines, cost, currency]) => ({
    month: String(month),
    lines: Number(lines),
    cost: String(cost),
    currency: String(currency),
  }));
}
