import { providerLabel } from '../../model/model-catalogue.ts';
import { modelKey, parseModelId } from '../../model/model-id.ts';
import { modelLabel } from '../../model/model-label.ts';
import type { ReadingsOf } from './place.ts';
import type { AccessModel, Route } from './route.ts';

/** The models that routes lead to, each once: by provider and name, AWS's before one's own. */
export function accessModels(
  routes: readonly Route[],
  readings: ReadingsOf,
): readonly AccessModel[] {
  const own = ownModels(readings);
  const ids = [...new Set(routes.map(({ modelId }) => modelId))];
  return ids.map((id) => own.get(id) ?? modelNamed(id)).sort(byProvider);
}

function ownModels(readings: ReadingsOf): ReadonlyMap<string, AccessModel> {
  const models = new Map<string, AccessModel>();
  const add = (model: AccessModel) => models.set(model.modelId, model);
  for (const { items } of readings('custom-models')) {
    for (const { modelArn, modelName, baseModelArn } of items) {
      const provider =
        baseModelArn === null ? 'Own' : providerLabel(parseModelId(baseModelArn).provider);
      add({ modelId: modelArn, label: modelName, provider, nature: 'custom' });
    }
  }
  for (const { items } of readings('imported-models')) {
    for (const { modelArn, modelName } of items) {
      add({ modelId: modelArn, label: modelName, provider: 'Own', nature: 'imported' });
    }
  }
  for (const { items } of readings('marketplace-endpoints')) {
    for (const { endpointArn } of items) {
      const label = modelKey(endpointArn);
      const provider = 'AWS Marketplace';
      add({ modelId: endpointArn, label, provider, nature: 'marketplace' });
    }
  }
  return models;
}

/** A model of AWS's, or one's own that only what serves it names. */
function modelNamed(modelId: string): AccessModel {
  if (modelId.startsWith('arn:')) {
    return { modelId, label: modelKey(modelId), provider: 'Own', nature: 'custom' };
  }
  const provider = providerLabel(parseModelId(modelId).provider);
  return { modelId, label: modelLabel(modelId), provider, nature: 'foundation' };
}

const NATURES = ['foundation', 'custom', 'imported', 'marketplace'] as const;

function byProvider(a: AccessModel, b: AccessModel): number {
  return (
    NATURES.indexOf(a.nature) - NATURES.indexOf(b.nature) ||
    a.provider.localeCompare(b.provider, 'en') ||
    a.label.localeCompare(b.label, 'en', { numeric: true }) ||
    (a.modelId < b.modelId ? -1 : 1)
  );
}
