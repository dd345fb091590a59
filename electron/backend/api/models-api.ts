import type { ModelInfo } from '../../../shared/api/answers.ts';
import { priceUsed } from '../../../shared/cost/prices-used.ts';
import type { FoundationModel, Snapshot } from '../../../shared/model/dataset.ts';
import { providerLabel } from '../../../shared/model/model-catalogue.ts';
import { canonicalBaseModelId, parseModelId } from '../../../shared/model/model-id.ts';
import { modelLabel } from '../../../shared/model/model-label.ts';
import { addDays, dayOf } from '../../../shared/model/period.ts';
import { type ProfileTargets, resolveModel } from '../../../shared/prices/profile-targets.ts';
import { WINDOW_DAYS } from '../../../shared/rules/observed-usage.ts';
import { isApproved } from '../prompts/approval.ts';
import type { ApiContext, ApiPart } from './context.ts';
import { pricingOf, readingsOf } from './pricing.ts';

/** Models that are offered or were called, and the lines of the price table. */
export function modelsApi(context: ApiContext): ApiPart<'models.list' | 'prices.list'> {
  return {
    'models.list': () => listModels(context),
    async 'prices.list'({ modelId }) {
      const model = modelId === undefined ? null : baseOf(modelId, new Map());
      const { lines } = await context.prices.of(context.workspace().store);
      return lines
        .filter((line) => model === null || canonicalBaseModelId(line.modelId) === model)
        .map(priceUsed);
    },
  };
}

/** One model while what is known of it is gathered. */
interface Gathered {
  offered: FoundationModel | null;
  readonly regions: Set<string>;
  /** Invokable id to the Regions it may be called in. */
  readonly invokable: Map<string, Set<string>>;
  calls: number;
}

async function listModels(context: ApiContext): Promise<readonly ModelInfo[]> {
  const { store, file } = context.workspace();
  const snapshot = await store.latestSnapshot();
  const { profiles, prices } = await pricingOf(context);
  const models = new Map<string, Gathered>();
  gatherOffered(models, snapshot);
  gatherProfiles(models, snapshot);
  const since = addDays(dayOf(context.host.now()), -WINDOW_DAYS);
  for (const row of await store.ask('observed-usage', { since })) {
    gathered(models, baseOf(row.modelId, profiles)).calls += row.calls;
  }
  const { approvedModels } = file.current().settings;
  return [...models]
    .map(([modelId, model]) => ({
      ...infoOf(modelId, model),
      approved: isApproved(modelId, approvedModels, profiles),
      priced: prices.has(modelId),
    }))
    .sort((a, b) => b.calls30d - a.calls30d || (a.label < b.label ? -1 : 1));
}

function gatherOffered(models: Map<string, Gathered>, snapshot: Snapshot | null): void {
  for (const { region, items } of readingsOf(snapshot, 'foundation-models')) {
    for (const item of items) {
      const model = gathered(models, canonicalBaseModelId(item.modelId));
      model.offered ??= item;
      model.regions.add(region);
      if (item.inferenceTypes.includes('ON_DEMAND')) addInvokable(model, item.modelId, region);
    }
  }
}

function gatherProfiles(models: Map<string, Gathered>, snapshot: Snapshot | null): void {
  for (const { region, items } of readingsOf(snapshot, 'inference-profiles')) {
    for (const profile of items.filter((item) => item.type === 'SYSTEM_DEFINED')) {
      const [target] = profile.modelArns;
      if (target === undefined) continue;
      const model = gathered(models, canonicalBaseModelId(target));
      model.regions.add(region);
      addInvokable(model, profile.profileId, region);
    }
  }
}

function gathered(models: Map<string, Gathered>, modelId: string): Gathered {
  const known = models.get(modelId);
  if (known !== undefined) return known;
  const model: Gathered = { offered: null, regions: new Set(), invokable: new Map(), calls: 0 };
  models.set(modelId, model);
  return model;
}

function addInvokable(model: Gathered, id: string, region: string): void {
  const regions = model.invokable.get(id) ?? new Set();
  model.invokable.set(id, regions.add(region));
}

function baseOf(modelId: string, profiles: ProfileTargets): string {
  return canonicalBaseModelId(resolveModel(modelId, profiles).baseModelId);
}

function infoOf(
  modelId: string,
  { offered, regions, invokable, calls }: Gathered,
): Omit<ModelInfo, 'approved' | 'priced'> {
  return {
    modelId,
    label: modelLabel(modelId),
    provider: providerLabel(parseModelId(modelId).provider),
    regions: [...regions].sort(),
    invokableIds: [...invokable]
      .map(([id, where]) => ({ id, regions: [...where].sort() }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    lifecycleStatus: offered?.lifecycle.status ?? 'UNKNOWN',
    endOfLifeTime: offered?.lifecycle.endOfLifeTime ?? null,
    streaming: offered?.streaming ?? false,
    textOut: offered?.outputModalities.includes('TEXT') ?? false,
    calls30d: calls,
  };
}
