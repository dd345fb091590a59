import type { Calendar } from '../calendar.ts';
import { anomalyMonitorsOf } from './anomaly-monitors.ts';
import { costAllocationTagsOf } from './cost-allocation-tags.ts';
import type { MoneyWorld } from './money-world.ts';

/** What watches and limits the money of the organisation. */
export function createMoneyWorld(calendar: Calendar): MoneyWorld {
  return {
    anomalyMonitors: (accountId) => anomalyMonitorsOf(accountId, calendar),
    costAllocationTags: (accountId) => costAllocationTagsOf(accountId, calendar),
  };
}
