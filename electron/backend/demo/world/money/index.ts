import type { BillWorld } from '../bill/bill-world.ts';
import type { Calendar } from '../calendar.ts';
import { keepByKey } from '../keep.ts';
import { alarmsIn } from './alarms.ts';
import { anomalyMonitorsOf } from './anomaly-monitors.ts';
import { budgetsOf } from './budgets.ts';
import { costAllocationTagsOf } from './cost-allocation-tags.ts';
import type { MoneyWorld } from './money-world.ts';
import { serviceQuotasIn } from './service-quotas.ts';

/** What watches and limits the money of the organisation; budgets count what the bill says. */
export function createMoneyWorld(calendar: Calendar, bill: BillWorld): MoneyWorld {
  return {
    alarms: alarmsIn,
    anomalyMonitors: (accountId) => anomalyMonitorsOf(accountId, calendar),
    budgets: keepByKey((accountId) => budgetsOf(accountId, calendar, bill)),
    costAllocationTags: (accountId) => costAllocationTagsOf(accountId, calendar),
    serviceQuotas: serviceQuotasIn,
  };
}
