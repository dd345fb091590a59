import type { ModelDestinations, ModelLifecycleNow } from '../../../../shared/api/answers.ts';
import type {
  DatasetReading,
  FoundationModel,
  InferenceProfile,
  ModelLifecycle,
} from '../../../../shared/model/dataset.ts';
import { foundationId, parseModelId } from '../../../../shared/model/model-id.ts';
import { type Day, dayOf, daysBetween, type Instant } from '../../../../shared/model/period.ts';
import { destinationRegions } from '../../../../shared/model/profile-destinations.ts';
import type { ReadingsOfDataset } from '../inventory-api.ts';
import type { Place } from './model-names.ts';

/** A foundation model as one place offers it. */
export interface OfferedIn extends Place {
  readonly readAt: Instant;
  readonly item: FoundationModel;
}

/** A foundation model with every place that offers it, and AWS's own profiles over it. */
export interface OfferedModel {
  readonly modelId: string;
  readonly places: OfferedIn[];
  readonly profiles: {
    readonly place: Place;
    readonly profile: InferenceProfile;
  }[];
}

/** Every foundation model that is listed or stands behind one of AWS's profiles, by its id. */
export function offeredModels(readings: ReadingsOfDataset): ReadonlyMap<string, OfferedModel> {
  const models = new Map<string, OfferedModel>();
  const modelOf = (ref: string): OfferedModel => {
    const modelId = foundationId(ref);
    const known = models.get(modelId) ?? { modelId, places: [], profiles: [] };
    models.set(modelId, known);
    return known;
  };
  for (const { items, accountId, region, readAt } of readings('foundation-models')) {
    for (const item of items) {
      modelOf(item.modelId).places.push({ accountId, region, readAt, item });
    }
  }
  for (const reading of readings('inference-profiles')) addProfiles(reading, modelOf);
  return models;
}

function addProfiles(
  { items, accountId, region }: DatasetReading<'inference-profiles'>,
  modelOf: (ref: string) => OfferedModel,
): void {
  for (const profile of items) {
    const [target] = profile.modelArns;
    if (profile.type !== 'SYSTEM_DEFINED' || target === undefined) continue;
    modelOf(target).profiles.push({ place: { accountId, region }, profile });
  }
}

/** The Regions where a model can be called, under its own id or through a profile. */
export function regionsOf({ places, profiles }: OfferedModel): readonly string[] {
  const regions = [...places, ...profiles.map(({ place }) => place)].map(({ region }) => region);
  return [...new Set(regions)].sort();
}

/** The accounts that can see a model. */
export function accountsOf({ places, profiles }: OfferedModel): number {
  return new Set([...places, ...profiles.map(({ place }) => place)].map((each) => each.accountId))
    .size;
}

/** The earliest of each date over all Regions, legacy where any Region says so; null if unlisted. */
export function lifecycleOf(
  { places }: Pick<OfferedModel, 'places'>,
  today: Day,
): ModelLifecycleNow | null {
  const all = places.map(({ item }) => item.lifecycle);
  const [first] = all;
  if (first === undefined) return null;
  const endOfLifeTime = earliest(all, 'endOfLifeTime');
  return {
    status: mostSerious(all),
    startOfLifeTime: earliest(all, 'startOfLifeTime'),
    legacyTime: earliest(all, 'legacyTime'),
    publicExtendedAccessTime: earliest(all, 'publicExtendedAccessTime'),
    endOfLifeTime,
    daysLeft: endOfLifeTime === null ? null : daysBetween(today, dayOf(endOfLifeTime)),
    varies: new Set(all.map(stateOf)).size > 1,
  };
}

function mostSerious(all: readonly ModelLifecycle[]): ModelLifecycle['status'] {
  const states = all.map(({ status }) => status);
  return (['LEGACY', 'ACTIVE'] as const).find((status) => states.includes(status)) ?? 'UNKNOWN';
}

function stateOf(lifecycle: ModelLifecycle): string {
  const { status, legacyTime, publicExtendedAccessTime, endOfLifeTime } = lifecycle;
  return JSON.stringify([status, legacyTime, publicExtendedAccessTime, endOfLifeTime]);
}

function earliest(
  all: readonly ModelLifecycle[],
  of: Exclude<keyof ModelLifecycle, 'status'>,
): Instant | null {
  const times = all.map((lifecycle) => lifecycle[of]).filter((time) => time !== null);
  return [...times].sort()[0] ?? null;
}

/** Where AWS's profiles over a model may send a call, by geography. */
export function destinationsOf({ profiles }: OfferedModel): readonly ModelDestinations[] {
  const geographies = new Map<
    string,
    { scope: ModelDestinations['scope']; regions: Set<string> }
  >();
  for (const { profile } of profiles) {
    const { geography, scope } = parseModelId(profile.profileId);
    if (geography === null) continue;
    const known = geographies.get(geography) ?? { scope, regions: new Set() };
    for (const region of destinationRegions(profile)) known.regions.add(region);
    geographies.set(geography, known);
  }
  return [...geographies]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([geography, { scope, regions }]) => ({ geography, scope, regions: [...regions].sort() }));
}
