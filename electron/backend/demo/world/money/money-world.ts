import type { AnomalyMonitor, CostAllocationTag } from '../../../../../shared/model/dataset.ts';

/** What watches and limits the money of the simulated organisation. */
export interface MoneyWorld {
  /** The cost anomaly monitors of one account with what it subscribes to them. */
  anomalyMonitors(accountId: string): readonly AnomalyMonitor[];
  /** The cost allocation tags; null for a member account, which AWS does not tell. */
  costAllocationTags(accountId: string): readonly CostAllocationTag[] | null;
}
