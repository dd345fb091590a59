import type { WorkspaceInfo } from '../../shared/api/answers.ts';
import { groupThousands } from '../../shared/model/group-thousands.ts';
import type { Month } from '../../shared/model/period.ts';
import { roundUsd } from '../../shared/model/usd.ts';
import type { BilledMonth } from '../backend/terminal/billed-months.ts';

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
      : `There are data from ${oldestDay} to ${newestDay}.`;
  return [
    `No usage of ${month} was counted. ${counted}`,
    ...bills.map(
      ({ lines, cost, currency }) =>
        `The bill of ${month} has ${groupThousands(String(lines))} lines, ${roundUsd(cost, 2)} ${currency} (billed). To see it: assay query "${billQuery(month)}"`,
    ),
    ...(bills.length === 0 && others !== '' ? [`There are bills of ${others}.`] : []),
  ];
}
