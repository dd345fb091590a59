import {
  ACCOUNT_SCOPE,
  type CollectedDatasetId,
  type DatasetReading,
  type Snapshot,
} from '../../../shared/model/dataset.ts';
import { isCollected } from '../../../shared/model/dataset-ids.ts';
import { type Instant, msOfInstant } from '../../../shared/model/period.ts';
import { collectors } from '../collectors/index.ts';

const HOUR_MS = 3_600_000;

/** A reading of before that is still good, or null. */
export type RecentReading = (
  dataset: CollectedDatasetId,
  account: { readonly accountId: string },
  region: string,
) => Promise<DatasetReading> | null;

/**
 * What need not be read again: datasets whose collector says for how many hours a reading is good,
 * as long as it was collected without a gap.
 */
export function recentReadings(snapshot: Snapshot | null, now: Instant): RecentReading {
  const good = new Map<string, DatasetReading>();
  for (const reading of snapshot?.readings ?? []) {
    if (isGood(reading, now))
      good.set(keyOf(reading.dataset, reading.accountId, reading.region), reading);
  }
  return (dataset, { accountId }, region) => {
    const wide = collectors[dataset].scope === 'account';
    const found = good.get(keyOf(dataset, accountId, wide ? ACCOUNT_SCOPE : region));
    return found === undefined ? null : Promise.resolve(found);
  };
}

function isGood({ dataset, outcome, gaps = [], readAt }: DatasetReading, now: Instant): boolean {
  if (!isCollected(dataset)) return false;
  const hours = collectors[dataset].goodForHours ?? 0;
  const age = msOfInstant(now) - msOfInstant(readAt);
  return outcome.status === 'collected' && gaps.length === 0 && age >= 0 && age < hours * HOUR_MS;
}

function keyOf(dataset: string, accountId: string, region: string): string {
  return `${dataset} ${accountId} ${region}`;
}
