import type { CollectedDatasetId, DatasetReading, Snapshot } from '../../model/dataset.ts';

/** An account and Region from which models are called. */
export interface Place {
  readonly accountId: string;
  readonly region: string;
}

/** What was read of a dataset. */
export type ReadingsOf = <D extends CollectedDatasetId>(dataset: D) => readonly DatasetReading<D>[];

/** Makes the look-up of readings by dataset. */
export function readingsByDataset(readings: Snapshot['readings']): ReadingsOf {
  const byDataset = new Map<string, DatasetReading[]>();
  for (const reading of readings) {
    const known = byDataset.get(reading.dataset) ?? [];
    known.push(reading);
    byDataset.set(reading.dataset, known);
  }
  return <D extends CollectedDatasetId>(dataset: D) =>
    (byDataset.get(dataset) ?? []) as readonly DatasetReading[] as readonly DatasetReading<D>[];
}

/** An item with the place in which it was read. */
export interface Placed<T> {
  readonly item: T;
  readonly place: Place;
}

/** The items of all readings of a dataset, each with its place. */
export function itemsOf<T>(
  readings: readonly (Place & { readonly items: readonly T[] })[],
): readonly Placed<T>[] {
  return readings.flatMap(({ accountId, region, items }) =>
    items.map((item) => ({ item, place: { accountId, region } })),
  );
}
