import type { Pricing } from '../../../shared/cost/estimate.ts';
import type {
  DatasetId,
  DatasetReading,
  InferenceProfile,
  Snapshot,
} from '../../../shared/model/dataset.ts';
import { type OwnedModels, ownedModels } from '../../../shared/prices/owned-models.ts';
import { ownedTargets, profileTargets } from '../../../shared/prices/profile-targets.ts';
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

/** Prices, and what application inference profiles and own models stand for as last read. */
export async function pricingOf({ prices, workspace }: ApiContext): Promise<Pricing> {
  const { store } = workspace();
  const [book, snapshot] = await Promise.all([prices.of(store), store.latestSnapshot()]);
  const profiles = [
    ...ownedTargets(ownedIn((dataset) => readingsOf(snapshot, dataset))),
    ...profileTargets(profilesIn(snapshot)),
  ];
  return { prices: book, profiles: new Map(profiles) };
}

type OwnDataset =
  | 'custom-models'
  | 'custom-model-deployments'
  | 'imported-models'
  | 'provisioned-throughputs';

/** Models and capacity of the accounts' own. */
export function ownedIn(
  readings: <D extends OwnDataset>(dataset: D) => readonly DatasetReading<D>[],
): OwnedModels {
  return ownedModels({
    custom: readings('custom-models').flatMap(({ items }) => items),
    deployments: readings('custom-model-deployments').flatMap(({ items }) => items),
    imported: readings('imported-models').flatMap(({ items }) => items),
    provisioned: readings('provisioned-throughputs').flatMap(({ items }) => items),
  });
}

function profilesIn(snapshot: Snapshot | null): readonly InferenceProfile[] {
  return readingsOf(snapshot, 'inference-profiles').flatMap((reading) => reading.items);
}
