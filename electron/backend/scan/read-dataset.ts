import {
  ACCOUNT_SCOPE,
  type CollectedDatasetId,
  type DatasetItems,
  type DatasetReading,
  type Part,
  type ReadGap,
  type ReadOutcome,
  type Unread,
} from '../../../shared/model/dataset.ts';
import type { Instant } from '../../../shared/model/period.ts';
import { deniedResource, refusedBy } from '../../../shared/model/read-outcome.ts';
import { createCaller, outcomeOf } from '../aws/caller.ts';
import type { IamAction } from '../aws/classify-error.ts';
import type { Clients } from '../aws/clients.ts';
import type { CollectContext, Collector } from '../collectors/collector.ts';
import { createSharedReads } from '../collectors/shared-reads.ts';
import { pauseUnder } from './pause.ts';

/** Where and with what one dataset is read. */
export interface ReadDatasetOptions {
  readonly clients: Clients;
  readonly accountId: string;
  readonly region: string;
  /** The Regions of the connection; the one Region alone when absent. */
  readonly regions?: readonly string[];
  readonly signal: AbortSignal;
  readonly clock: () => Instant;
  /** How to wait between looks at something that AWS is making; by the real clock when absent. */
  readonly pause?: CollectContext['pause'];
  /** Where paid calls are booked, under the monthly cap; nowhere when absent. */
  readonly book?: CollectContext['book'];
  /** What the scan's accounts read once for all; for this reading alone when absent. */
  readonly shared?: CollectContext['shared'];
  /** The readings of a dataset in reach of this one; none when absent. */
  readonly readings?: <D extends CollectedDatasetId>(
    dataset: D,
  ) => Promise<readonly DatasetReading<D>[]>;
}

/**
 * Runs a collector in one account and Region; whatever goes wrong becomes the reading's outcome, or
 * a gap where the rest can be told without it.
 * @throws AppError `cancelled` only.
 */
export async function readDataset<D extends CollectedDatasetId>(
  collector: Collector<D>,
  options: ReadDatasetOptions,
): Promise<DatasetReading<D>> {
  const { clients, accountId, region, signal } = options;
  const { profile } = clients.connection;
  const caller = createCaller({ region, profile, signal, identified: true });
  const gaps = createGaps();
  const { regions = [region] } = options;
  const reach = { clients, accountId, region, regions, call: caller.call };
  let outcome: ReadOutcome = { status: 'collected' };
  let items: readonly DatasetItems[D][] = [];
  const names = followed(collector, options, gaps);
  try {
    items = await collector.collect({
      ...reach,
      items: names.items,
      part: (action, read) => readPart(action, read, gaps),
      pause: options.pause ?? pauseUnder(signal),
      book: options.book ?? (() => undefined),
      shared: options.shared ?? createSharedReads(),
    });
  } catch (error) {
    outcome = outcomeOf(error, collector.title);
  }
  if (outcome.status === 'collected' && caller.calls() === 0) outcome = names.unnamed() ?? outcome;
  return {
    dataset: collector.dataset,
    accountId,
    region: collector.scope === 'account' ? ACCOUNT_SCOPE : region,
    outcome,
    actions: collector.iamActions,
    readAt: options.clock(),
    calls: caller.calls(),
    gaps: outcome.status === 'collected' ? gaps.list() : [],
    items,
  };
}

interface Gaps {
  add(of: string, outcome: Unread): void;
  list(): readonly ReadGap[];
}

/** Gaps that say the same of several items are one, and keep what each of them was denied. */
function createGaps(): Gaps {
  const found = new Map<string, ReadGap>();
  return {
    add(of, outcome) {
      const refuser = outcome.status === 'denied' ? refusedBy(outcome.reason) : null;
      const key = `${of} ${outcome.status} ${refuser}`;
      found.set(key, withItem(found.get(key) ?? { of, outcome, items: 0 }, outcome));
    },
    list: () => [...found.values()],
  };
}

function withItem(gap: ReadGap, outcome: Unread): ReadGap {
  const items = gap.items + 1;
  const resource = outcome.status === 'denied' ? deniedResource(outcome.reason) : null;
  if (resource === null) return { ...gap, items };
  return { ...gap, items, resources: [...new Set([...(gap.resources ?? []), resource])] };
}

async function readPart<T>(
  action: IamAction,
  read: () => Promise<T>,
  gaps: Gaps,
): Promise<Part<T>> {
  try {
    return { read: true, value: await read() };
  } catch (error) {
    const outcome = outcomeOf(error, action);
    if (outcome.status === 'collected') throw error;
    gaps.add(action, outcome);
    return { read: false, outcome };
  }
}

interface Followed {
  readonly items: CollectContext['items'];
  /** Why nothing could be named: no followed dataset is to be had here, or none could be read. */
  unnamed(): Unread | null;
}

/** What the collector may read of other datasets; one that it does not declare is a mistake. */
function followed<D extends CollectedDatasetId>(
  collector: Collector<D>,
  { readings }: ReadDatasetOptions,
  gaps: Gaps,
): Followed {
  const heard: DatasetReading[] = [];
  return {
    items: async (dataset) => {
      if (collector.follows?.includes(dataset) !== true) {
        throw new RangeError(`${collector.dataset} does not declare that it follows ${dataset}`);
      }
      const found = (await readings?.(dataset)) ?? [];
      heard.push(...found);
      for (const { outcome } of found) {
        const missing = outcome.status === 'denied' || outcome.status === 'failed';
        if (missing) gaps.add(dataset, outcome);
      }
      return found.filter(({ outcome }) => outcome.status === 'collected');
    },
    unnamed: () => notToBeHad(heard) ?? notReadable(heard),
  };
}

function notToBeHad(heard: readonly DatasetReading[]): Unread | null {
  const regional = heard.filter(isRegional).map(({ outcome }) => outcome);
  const [first] = regional;
  const all = regional.every(({ status }) => status === 'unavailable');
  return all && first?.status === 'unavailable' ? first : null;
}

function notReadable(heard: readonly DatasetReading[]): Unread | null {
  const unread = heard.flatMap(({ outcome }) => (outcome.status === 'collected' ? [] : outcome));
  if (unread.length < heard.length) return null;
  return unread.find(({ status }) => status !== 'unavailable') ?? null;
}

function isRegional({ region }: DatasetReading): boolean {
  return region !== ACCOUNT_SCOPE;
}
