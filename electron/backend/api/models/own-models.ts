import type { ModelRow } from '../../../../shared/api/answers.ts';
import type {
  CustomModel,
  DatasetReading,
  ImportedModel,
  MarketplaceEndpoint,
  PromptRouter,
} from '../../../../shared/model/dataset.ts';
import { providerLabel } from '../../../../shared/model/model-catalogue.ts';
import { foundationId, modelKey, parseModelId } from '../../../../shared/model/model-id.ts';
import type { ReadingsOfDataset } from '../inventory-api.ts';
import type { Place } from './model-names.ts';

/** The part of a row that says what the model is and where it lies. */
export type RowIdentity = Omit<
  ModelRow,
  'use' | 'approved' | 'provisionedUnits' | 'prices' | 'entitlement'
>;

/** What a row says where nothing is known. */
export const NOTHING = {
  baseModelId: null,
  inputModalities: [],
  outputModalities: [],
  lifecycle: null,
  accounts: 0,
  regions: [],
  destinations: [],
} as const;

/** The models that lie in accounts: made, brought, served by an endpoint, or routers over others. */
export function ownIdentities(readings: ReadingsOfDataset): readonly RowIdentity[] {
  const routers = readings('prompt-routers');
  return [
    ...eachItem(readings('custom-models'), ofCustom),
    ...eachItem(readings('imported-models'), ofImported),
    ...eachItem(readings('marketplace-endpoints'), ofEndpoint),
    ...eachItem(routers, ofRouter(accountsWithRouters(routers))),
  ];
}

function eachItem<T>(
  readings: readonly (Place & { readonly items: readonly T[] })[],
  toRow: (item: T, place: Place) => RowIdentity,
): readonly RowIdentity[] {
  return readings.flatMap((reading) => reading.items.map((item) => toRow(item, reading)));
}

function ofCustom(model: CustomModel, { region }: Place): RowIdentity {
  const base = model.baseModelArn === null ? null : foundationId(model.baseModelArn);
  return {
    ...NOTHING,
    modelId: model.modelArn,
    label: model.modelName,
    provider: base === null ? 'Own' : providerLabel(parseModelId(base).provider),
    nature: 'custom',
    baseModelId: base,
    accounts: 1,
    regions: [region],
  };
}

function ofImported(model: ImportedModel, { region }: Place): RowIdentity {
  return {
    ...NOTHING,
    modelId: model.modelArn,
    label: model.modelName,
    provider: 'Own',
    nature: 'imported',
    accounts: 1,
    regions: [region],
  };
}

function ofEndpoint(endpoint: MarketplaceEndpoint, { region }: Place): RowIdentity {
  return {
    ...NOTHING,
    modelId: endpoint.endpointArn,
    label: modelKey(endpoint.endpointArn),
    provider: 'AWS Marketplace',
    nature: 'marketplace',
    baseModelId: modelKey(endpoint.modelSourceIdentifier),
    accounts: 1,
    regions: [region],
  };
}

function ofRouter(accounts: ReadonlyMap<string, number>) {
  return ({ promptRouterArn, promptRouterName, type }: PromptRouter, { region }: Place) => {
    const modelId = modelKey(promptRouterArn);
    return {
      ...NOTHING,
      modelId,
      label: promptRouterName,
      provider: type === 'default' ? 'Amazon' : 'Own',
      nature: 'router',
      accounts: accounts.get(modelId) ?? 1,
      regions: [region],
    } as const;
  };
}

function accountsWithRouters(
  readings: readonly DatasetReading<'prompt-routers'>[],
): ReadonlyMap<string, number> {
  const accounts = new Map<string, Set<string>>();
  for (const { accountId, items } of readings) {
    for (const { promptRouterArn } of items) {
      const key = modelKey(promptRouterArn);
      accounts.set(key, (accounts.get(key) ?? new Set()).add(accountId));
    }
  }
  return new Map([...accounts].map(([key, of]) => [key, of.size]));
}
