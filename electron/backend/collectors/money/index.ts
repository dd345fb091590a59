import type { MoneyDatasets } from '../../../../shared/model/dataset.ts';
import type { CollectorsOf } from '../collector.ts';
import { alarms } from './alarms.ts';
import { anomalyMonitors } from './anomaly-monitors.ts';
import { budgets } from './budgets.ts';
import { costAllocationTags } from './cost-allocation-tags.ts';
import { serviceQuotas } from './service-quotas.ts';

/** What watches and limits the money and the use of Bedrock. */
export const moneyCollectors: CollectorsOf<MoneyDatasets> = {
  alarms,
  'anomaly-monitors': anomalyMonitors,
  budgets,
  'cost-allocation-tags': costAllocationTags,
  'service-quotas': serviceQuotas,
};
