import type { ModelRow, ModelUse } from '../../../../shared/api/answers.ts';
import { providerLabel } from '../../../../shared/model/model-catalogue.ts';
import { parseModelId } from '../../../../shared/model/model-id.ts';
import { modelLabel } from '../../../../shared/model/model-label.ts';
import { isApproved } from '../../prompts/approval.ts';
import { entitlementOf } from './entitlement.ts';
import { priceRanges } from './model-prices.ts';
import type { ModelUses } from './model-use.ts';
import type { ModelsBase } from './models-base.ts';
import {
  accountsOf,
  destinationsOf,
  lifecycleOf,
  type OfferedModel,
  offeredModels,
  regionsOf,
} from './offered.ts';
import { NOTHING, ownIdentities, type RowIdentity } from './own-models.ts';

/** Callers that a row of a list names. */
const LISTED_CALLERS = 5;

/** One row for every model that is offered, owned or was called; most used first. */
export function modelRows(base: ModelsBase, uses: ModelUses): readonly ModelRow[] {
  const { readings, pricing, approvedModels, today } = base;
  const units = provisionedUnits(base);
  const ranges = priceRanges(pricing.prices, today);
  return [...identities(base, uses).values()]
    .map((identity) => ({ identity, use: uses.of(identity.modelId, LISTED_CALLERS) }))
    .map(({ identity, use }) => ({
      ...identity,
      use,
      provisionedUnits: units.get(identity.modelId) ?? 0,
      approved: isApproved(identity.modelId, approvedModels, pricing.profiles),
      prices:
        identity.nature === 'foundation' && isPriced(use)
          ? ranges(identity.modelId, identity.regions)
          : [],
      entitlement:
        identity.nature === 'foundation' ? entitlementOf(identity.modelId, readings) : null,
    }))
    .sort(byUse);
}

/** Whether what a model was used for has a price; calls that events alone tell say nothing of it. */
function isPriced({ usd, basis }: ModelUse): boolean {
  return usd !== null || basis.includes('events');
}

function byUse(a: ModelRow, b: ModelRow): number {
  return b.use.calls - a.use.calls || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0);
}

function identities(base: ModelsBase, uses: ModelUses): ReadonlyMap<string, RowIdentity> {
  const rows = new Map<string, RowIdentity>();
  for (const model of offeredModels(base.readings).values()) {
    rows.set(model.modelId, ofFoundation(model, base));
  }
  for (const row of ownIdentities(base.readings)) {
    rows.set(row.modelId, { ...row, ...joinedPlaces(row, rows.get(row.modelId)) });
  }
  for (const name of uses.names) if (!rows.has(name)) rows.set(name, ofCalled(name));
  return rows;
}

/** A default router is the same in every account and Region. */
function joinedPlaces(row: RowIdentity, known: RowIdentity | undefined) {
  if (known === undefined) return {};
  return {
    accounts: known.accounts,
    regions: [...new Set([...known.regions, ...row.regions])].sort(),
  };
}

function ofFoundation(model: OfferedModel, { today }: ModelsBase): RowIdentity {
  const { modelId, places } = model;
  const item = places[0]?.item;
  return {
    ...NOTHING,
    modelId,
    label: modelLabel(modelId),
    provider: providerLabel(parseModelId(modelId).provider),
    nature: 'foundation',
    inputModalities: item?.inputModalities ?? [],
    outputModalities: item?.outputModalities ?? [],
    lifecycle: lifecycleOf(model, today),
    accounts: accountsOf(model),
    regions: regionsOf(model),
    destinations: destinationsOf(model),
  };
}

/** A key that was called: a foundation model that nobody lists any more, or nothing that was read. */
function ofCalled(name: string): RowIdentity {
  const { provider } = parseModelId(name);
  return {
    ...NOTHING,
    modelId: name,
    label: modelLabel(name),
    provider: providerLabel(provider),
    nature: provider === 'unknown' ? 'unknown' : 'foundation',
  };
}

function provisionedUnits({ readings, nameOf }: ModelsBase): ReadonlyMap<string, number> {
  const units = new Map<string, number>();
  for (const reading of readings('provisioned-throughputs')) {
    for (const { provisionedModelArn, modelUnits } of reading.items) {
      const modelId = nameOf(provisionedModelArn, reading);
      units.set(modelId, (units.get(modelId) ?? 0) + modelUnits);
    }
  }
  return units;
}
