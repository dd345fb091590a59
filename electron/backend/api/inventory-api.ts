import type { InventoryAnswer, InventoryPlace, InventoryRow } from '../../../shared/api/answers.ts';
import type { Input } from '../../../shared/api/contract.ts';
import type {
  CollectedDatasetId,
  DatasetReading,
  Snapshot,
} from '../../../shared/model/dataset.ts';
import type { ApiContext, ApiPart } from './context.ts';
import { currentPlaces } from './current-places.ts';
import { readingsOf } from './pricing.ts';

/** The items of every dataset, as collected, with their place and time. */
export function inventoryApi(context: ApiContext): ApiPart<'inventory.list'> {
  return {
    async 'inventory.list'({ dataset, filter = {}, offset, limit }) {
      const readings = (await currentReadings(context))(dataset).filter(inPlace(filter));
      const rows = readings.flatMap(rowsOf).filter(withText(filter.text));
      return {
        rows: rows.slice(offset, offset + limit),
        total: rows.length,
        outcomes: readings.map(placeOf),
      } satisfies InventoryAnswer;
    },
  };
}

/** The newest readings of a dataset. */
export type ReadingsOfDataset = <D extends CollectedDatasetId>(
  dataset: D,
) => readonly DatasetReading<D>[];

/** The newest readings by dataset, of the places that are connected now. */
export async function currentReadings({ workspace }: ApiContext): Promise<ReadingsOfDataset> {
  const { store, file } = workspace();
  const snapshot = await store.latestSnapshot();
  return readingsIn(snapshot, currentPlaces(file.current().connections, snapshot));
}

function readingsIn(
  snapshot: Snapshot | null,
  isCurrent: ReturnType<typeof currentPlaces>,
): ReadingsOfDataset {
  return (dataset) => readingsOf(snapshot, dataset).filter(isCurrent);
}

type Filter = NonNullable<Input<'inventory.list'>['filter']>;

function inPlace({ accounts, regions }: Filter): (reading: DatasetReading) => boolean {
  return ({ accountId, region }) =>
    (accounts === undefined || accounts.length === 0 || accounts.includes(accountId)) &&
    (regions === undefined || regions.length === 0 || regions.includes(region));
}

function withText(text: string | undefined): (row: InventoryRow) => boolean {
  const wanted = text?.trim().toLowerCase() ?? '';
  if (wanted === '') return () => true;
  return ({ item }) => JSON.stringify(item).toLowerCase().includes(wanted);
}

function rowsOf<D extends CollectedDatasetId>(reading: DatasetReading<D>): InventoryRow<D>[] {
  const { accountId, region, readAt } = reading;
  return reading.items.map((item) => ({ accountId, region, readAt, item }));
}

/** How a reading ended, without its items. */
export function placeOf(reading: DatasetReading): InventoryPlace {
  const { accountId, region, readAt, outcome, gaps, actions, items } = reading;
  return { accountId, region, readAt, outcome, gaps: gaps ?? [], actions, items: items.length };
}
