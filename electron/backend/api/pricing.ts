import type { Pricing } from '../../../shared/cost/estimate.ts';
import type {
  DatasetId,
  DatasetReading,
  InferenceProfile,
  Snapshot,
} from '../../../shared/model/dataset.ts';
import { profileTargets } from '../../../shared/prices/profile-targets.ts';
import type { ApiContext } from './context.ts';

/** The readings of one dataset in a snapshot. */
export function readingsOf<D extends DatasetId>(
  snapshot: Snapshot | null,
  dataset: D,
): readonly DatasetReading<D>[] {
  return (snapshot?.readings ?? []).filter(
    (reading): reading is DatasetReading<D> => reading.dataset === dataset,
  );
}

/** Prices, and what application inference profiles stand for as last read. */
export async function pricingOf({ prices, workspace }: ApiContext): Promise<Pricing> {
  const { store } = workspace();
  const [book, snapshot] = await Promise.all([prices.of(store), store.latestSnapshot()]);
  return { prices: book, profiles: profileTargets(profilesIn(snapshot)) };
}

function profilesIn(snapshot: Snapshot | null): readonly InferenceProfile[] {
  return readingsOf(snapshot, 'inference-profiles').flatMap((reading) => reading.items);
}
