import type { Input } from '../../../../shared/api/contract.ts';
import { besideSum } from '../../../../shared/cost/spend/beside-metered.ts';
import { dayOf, monthPeriod } from '../../../../shared/model/period.ts';
import { cache } from '../../../../shared/reports/cache.ts';
import { capacity } from '../../../../shared/reports/capacity.ts';
import { chargeback } from '../../../../shared/reports/chargeback.ts';
import { spend } from '../../../../shared/reports/spend.ts';
import type { Table } from '../../../../shared/reports/table.ts';
import type { ApiContext } from '../context.ts';
import { readBeside } from './beside-metered-of.ts';
import { spendCache } from './cache.ts';
import { spendCapacity } from './capacity.ts';
import { spendChargeback } from './chargeback.ts';
import { getSpend } from './get-spend.ts';

type Asked = Pick<Input<'report.build'>, 'month' | 'groupBy'>;

/** A month's spend by any grouping. */
export async function spendReport(
  context: ApiContext,
  { month, groupBy = 'model' }: Asked,
): Promise<Table> {
  const period = monthPeriod(month);
  const [answer, { costs, rows }] = await Promise.all([
    getSpend(context, { ...period, groupBy }),
    readBeside(context, period),
  ]);
  return spend.build({ month, groupBy, answer, beside: besideSum(costs, rows) });
}

/** A month shared out over teams; of a closed one what was kept. */
export async function chargebackReport(context: ApiContext, { month }: Asked): Promise<Table> {
  const today = dayOf(context.host.now());
  return chargeback.build({ ...(await spendChargeback(context, { month })), today });
}

/** A month's use of the prompt cache. */
export async function cacheReport(context: ApiContext, { month }: Asked): Promise<Table> {
  return cache.build({ month, cache: await spendCache(context, monthPeriod(month)) });
}

/** A month's use of bought capacity. */
export async function capacityReport(context: ApiContext, { month }: Asked): Promise<Table> {
  return capacity.build({ month, capacity: await spendCapacity(context, monthPeriod(month)) });
}
