import type { CollectedDatasetId } from '../../../shared/model/dataset.ts';

interface Following {
  readonly dataset: CollectedDatasetId;
  readonly follows?: readonly CollectedDatasetId[];
}

/**
 * The datasets so that each comes after those it follows, otherwise as given.
 * @throws RangeError when datasets follow each other in a circle, or one that is not given.
 */
export function inReadingOrder(collectors: readonly Following[]): readonly CollectedDatasetId[] {
  const ordered = new Set<CollectedDatasetId>();
  let waiting = collectors;
  while (waiting.length > 0) {
    const ready = waiting.filter(({ follows = [] }) => follows.every((id) => ordered.has(id)));
    if (ready.length === 0) {
      const names = waiting.map(({ dataset }) => dataset).join(', ');
      throw new RangeError(`These datasets wait for each other: ${names}.`);
    }
    for (const { dataset } of ready) ordered.add(dataset);
    waiting = waiting.filter(({ dataset }) => !ordered.has(dataset));
  }
  return [...ordered];
}
