import type { DatasetId, DatasetReading } from '../../../shared/model/dataset.ts';

/** How a dataset was read, without what was read: the store has that. */
export interface ReadingEnd extends Omit<DatasetReading, 'items'> {
  /** How many items there are. */
  readonly items: number;
}

/** The datasets that sources need: where records lie, who pays, what may have been called. */
const NEEDED: ReadonlySet<DatasetId> = new Set<DatasetId>([
  'agreement-offers',
  'cost-allocation-tags',
  'foundation-models',
  'inference-profiles',
  'invocation-logging',
  'organization',
  'trails',
]);

/** What a scan keeps in memory of the configuration. */
export interface KeptReadings {
  /** How each reading ended. */
  readonly ends: readonly ReadingEnd[];
  /** The readings that sources need, whole. */
  readonly needed: readonly DatasetReading[];
}

/** Gathers readings and lets go of the items that no source needs. */
export function keepReadings(): KeptReadings & { add(reading: DatasetReading): void } {
  const ends: ReadingEnd[] = [];
  const needed: DatasetReading[] = [];
  return {
    ends,
    needed,
    add(reading) {
      ends.push({ ...reading, items: reading.items.length });
      if (NEEDED.has(reading.dataset)) needed.push(reading);
    },
  };
}
