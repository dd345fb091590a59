import {
  ACCOUNT_SCOPE,
  type CollectedDatasetId,
  type DatasetItems,
  type DatasetReading,
  type ReadOutcome,
} from '../../../shared/model/dataset.ts';
import type { Instant } from '../../../shared/model/period.ts';
import { createCaller, outcomeOf } from '../aws/caller.ts';
import type { Clients } from '../aws/clients.ts';
import type { Collector } from '../collectors/collector.ts';

/** Where and with what one dataset is read. */
export interface ReadDatasetOptions {
  readonly clients: Clients;
  readonly accountId: string;
  readonly region: string;
  readonly signal: AbortSignal;
  readonly clock: () => Instant;
}

/**
 * Runs a collector in one account and Region; whatever goes wrong becomes the reading's outcome.
 * @throws AppError `cancelled` only.
 */
export async function readDataset<D extends CollectedDatasetId>(
  collector: Collector<D>,
  options: ReadDatasetOptions,
): Promise<DatasetReading<D>> {
  const { clients, region, signal } = options;
  const { profile } = clients.connection;
  const caller = createCaller({ region, profile, signal, identified: true });
  let outcome: ReadOutcome = { status: 'collected' };
  let items: readonly DatasetItems[D][] = [];
  try {
    items = await collector.collect({ clients, region, call: caller.call });
  } catch (error) {
    outcome = outcomeOf(error, collector.title);
  }
  return {
    dataset: collector.dataset,
    accountId: options.accountId,
    region: collector.scope === 'account' ? ACCOUNT_SCOPE : region,
    outcome,
    actions: collector.iamActions,
    readAt: options.clock(),
    calls: caller.calls(),
    items,
  };
}
