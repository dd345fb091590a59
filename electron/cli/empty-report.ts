import type { WorkspaceInfo } from '../../shared/api/answers.ts';
import type { Call } from '../../shared/api/contract.ts';
import { unwrap } from '../../shared/api/result.ts';
import { groupThousands } from '../../shared/model/group-thousands.ts';
import type { Month } from '../../shared/model/period.ts';
import { roundUsd } from '../../shared/model/usd.ts';

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

/** The SELECT that shows a month's bill. */
export function billQuery(month: Month): string {
  return `select service, usage_type, sum(unblended_cost) as cost from bill where billing_period = '${month}' group by 1, 2 order by 3 desc`;
}

/**
 * What a workspace has in place of the usage that a report of a month found none of: the bill, or
 * other months, and how to see them.
 */
export function insteadOfUsage(
  month: Month,
  { oldestDay, newestDay }: Pick<WorkspaceInfo, 'oldestDay' | 'newestDay'>,
  billed: readonly BilledMonth[],
): readonly string[] {
  const bills = billed.filter((each) => each.month === month);
  const others = [...new Set(billed.map((each) => each.month))].join(', ');
  const counted =
    oldestDay === null || newestDay === null
      ? 'No invocation logs or metrics were read, which count calls and tokens.'
      : `Invocation logs, metrics and events were read from ${oldestDay} to ${newestDay}.`;
  return [
    `No usage of ${month} was counted. ${counted}`,
    ...bills.map(
      ({ lines, cost, currency }) =>
        `The bill of ${month} has ${groupThousands(String(lines))} lines, ${roundUsd(cost, 2)} ${currency} (billed). To see it: assay query "${billQuery(month)}"`,
    ),
    ...(bills.length === 0 && others !== '' ? [`There are bills of ${others}.`] : []),
  ];
}
