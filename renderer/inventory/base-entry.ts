import type { InventoryRow } from '../../shared/api/answers.ts';
import type { Entry, ShownDataset } from './entry.ts';

/** What a dataset says of one of its items. */
export type Described = Omit<Entry, 'id' | 'dataset' | 'accountId' | 'region' | 'readAt' | 'item'>;

/** An entry from a row of a dataset and what its item says. */
export function entryOf<D extends ShownDataset>(
  dataset: D,
  { accountId, region, readAt, item }: InventoryRow<D>,
  described: Described,
): Entry {
  const id = [dataset, accountId, region, described.awsId].join('/');
  return { id, dataset, accountId, region, readAt, item, ...described };
}
