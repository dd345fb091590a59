import type { CollectedDatasetId, DatasetItems, Part } from '../../../../shared/model/dataset.ts';
import type { CollectContext } from '../collector.ts';

/** Something that an item names, with the dataset and Region of the item. */
export type Told<N> = N & { readonly dataset: CollectedDatasetId; readonly region: string };

/** A dataset whose items name things of other services: buckets, keys, functions. */
export interface Namer<N> {
  readonly dataset: CollectedDatasetId;
  told(context: Pick<CollectContext, 'items'>): Promise<readonly Told<N>[]>;
}

/** Says what the items of a dataset name. */
export function namer<D extends CollectedDatasetId, N extends object>(
  dataset: D,
  named: (item: DatasetItems[D]) => readonly N[],
): Namer<N> {
  return {
    dataset,
    told: async (context) => {
      const readings = await context.items(dataset);
      return readings.flatMap(({ region, items }) =>
        items.flatMap((item) => named(item).map((one) => ({ ...one, dataset, region }))),
      );
    },
  };
}

/** Everything that the namers tell of what was read, without repeats. */
export async function allTold<N>(
  context: Pick<CollectContext, 'items'>,
  namers: readonly Namer<N>[],
): Promise<readonly Told<N>[]> {
  const told = await Promise.all(namers.map((one) => one.told(context)));
  const distinct = new Map(told.flat().map((one) => [JSON.stringify(one), one]));
  return [...distinct.values()];
}

/** What was told, by the name it was told of. */
export function byName<N extends { readonly name: string }>(
  told: readonly Told<N>[],
): ReadonlyMap<string, readonly Told<N>[]> {
  const found = new Map<string, Told<N>[]>();
  for (const one of told) found.set(one.name, [...(found.get(one.name) ?? []), one]);
  return found;
}

/** A name that may be absent as a list, for items that name at most one thing in a place. */
export function maybe<N extends object>(
  name: string | null | undefined,
  rest: N,
): readonly (N & { readonly name: string })[] {
  return name === null || name === undefined || name === '' ? [] : [{ name, ...rest }];
}

/** The value of a part; null where it was not read, which its dataset's gaps tell. */
export function known<T>(part: Part<T>): T | null {
  return part.read ? part.value : null;
}
