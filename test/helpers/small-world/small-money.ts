import type { MoneyWorld } from '../../../electron/backend/demo/world/money/money-world.ts';

/** Nothing watches or limits the money of the small world. */
export const smallMoney: MoneyWorld = {
  alarms: () => [],
  anomalyMonitors: () => [],
  budgets: () => [],
  costAllocationTags: () => [],
  serviceQuotas: () => [],
};
