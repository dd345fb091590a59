import type { ModelInfo, ModelsInventory, ProfilesAnswer } from '../../../shared/api/answers.ts';
import type { CollectedDatasetId } from '../../../shared/model/dataset.ts';
import type { Instant } from '../../../shared/model/period.ts';
import type { ApiContext, ApiPart } from './context.ts';
import type { ReadingsOfDataset } from './inventory-api.ts';
import { modelDetail } from './models/model-detail.ts';
import { modelRows } from './models/model-rows.ts';
import { coverageIn, modelsBase, usesOf } from './models/models-base.ts';
import { type OfferedModel, offeredModels } from './models/offered.ts';
import { profileRows } from './models/profile-rows.ts';

/** Every model of the organisation, each in detail. */
export function modelsApi(
  context: ApiContext,
): ApiPart<'models.list' | 'models.inventory' | 'models.profiles' | 'models.detail'> {
  return {
    'models.list': () => listModels(context),
    'models.inventory': () => inventory(context),
    'models.profiles': () => profiles(context),
    'models.detail': ({ modelId }) => modelDetail(context, modelId),
  };
}

/** Rows that one answer carries at most. */
const MOST_ROWS = 2_000;

/** What says which models there are. */
const LISTING: readonly CollectedDatasetId[] = [
  'foundation-models',
  'inference-profiles',
  'model-availability',
  'custom-models',
  'imported-models',
  'marketplace-endpoints',
  'prompt-routers',
  'provisioned-throughputs',
];

async function inventory(context: ApiContext): Promise<ModelsInventory> {
  const base = await modelsBase(context);
  const models = modelRows(base, await usesOf(context, base));
  return {
    takenAt: newestOf(base.readings),
    window: base.window,
    models: models.slice(0, MOST_ROWS),
    total: models.length,
    coverage: coverageIn(base.readings, LISTING),
  };
}

function newestOf(readings: ReadingsOfDataset): Instant | null {
  const times = LISTING.flatMap((dataset) => readings(dataset).map(({ readAt }) => readAt));
  return times.sort().at(-1) ?? null;
}

async function profiles(context: ApiContext): Promise<ProfilesAnswer> {
  const base = await modelsBase(context);
  const { callsOfKey } = await usesOf(context, base);
  const rows = profileRows(base.readings, base.pricing.profiles, callsOfKey);
  const [coverage] = coverageIn(base.readings, ['inference-profiles']);
  return {
    window: base.window,
    profiles: rows.slice(0, MOST_ROWS),
    total: rows.length,
    coverage: coverage ?? { dataset: 'inference-profiles', places: 0, lacking: [] },
  };
}

/** The foundation models among the rows, with what may be invoked where. */
async function listModels(context: ApiContext): Promise<readonly ModelInfo[]> {
  const base = await modelsBase(context);
  const offered = offeredModels(base.readings);
  return modelRows(base, await usesOf(context, base))
    .filter(({ nature }) => nature === 'foundation' || nature === 'unknown')
    .map((row) => ({
      modelId: row.modelId,
      label: row.label,
      provider: row.provider,
      regions: row.regions,
      invokableIds: invokableIds(offered.get(row.modelId)),
      lifecycleStatus: row.lifecycle?.status ?? 'UNKNOWN',
      endOfLifeTime: row.lifecycle?.endOfLifeTime ?? null,
      streaming: offered.get(row.modelId)?.places[0]?.item.streaming ?? false,
      textOut: row.outputModalities.includes('TEXT'),
      calls30d: row.use.calls,
      approved: row.approved,
      priced: row.prices.length > 0,
    }));
}

/** The ids under which a model may be called on demand, each with the Regions where it may. */
function invokableIds(model: OfferedModel | undefined): ModelInfo['invokableIds'] {
  const ids = new Map<string, Set<string>>();
  const add = (id: string, region: string) => ids.set(id, (ids.get(id) ?? new Set()).add(region));
  for (const { item, region } of model?.places ?? []) {
    if (item.inferenceTypes.includes('ON_DEMAND')) add(item.modelId, region);
  }
  for (const { profile, place } of model?.profiles ?? []) add(profile.profileId, place.region);
  return [...ids]
    .map(([id, where]) => ({ id, regions: [...where].sort() }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
