import type {
  CustomModel,
  CustomModelDeployment,
  ImportedModel,
  ProvisionedThroughput,
} from '../model/dataset.ts';
import { canonicalBaseModelId, modelKey } from '../model/model-id.ts';

/** A model or capacity of the accounts' own. */
export interface OwnedModel {
  readonly kind: 'provisioned-model' | 'custom-model' | 'imported-model';
  readonly name: string;
  /** The foundation model that it was made from or serves; null where AWS names none. */
  readonly baseModelId: string | null;
}

/** Own models by key (the last segment of the ARN) and by name. */
export type OwnedModels = ReadonlyMap<string, OwnedModel>;

/** What the accounts own, as last read. */
export interface OwnedReadings {
  readonly custom: readonly CustomModel[];
  readonly deployments: readonly CustomModelDeployment[];
  readonly imported: readonly ImportedModel[];
  readonly provisioned: readonly ProvisionedThroughput[];
}

/** What each own model stands for; capacity of a custom model leads to that model's base. */
export function ownedModels(read: OwnedReadings): OwnedModels {
  const owned = new Map<string, OwnedModel>();
  const add = (arn: string, model: OwnedModel) => {
    if (!owned.has(model.name)) owned.set(model.name, model);
    owned.set(modelKey(arn), model);
  };
  for (const { modelArn, modelName, baseModelArn } of read.custom) {
    add(modelArn, { kind: 'custom-model', name: modelName, baseModelId: baseOf(baseModelArn) });
  }
  for (const { modelArn, modelName } of read.imported) {
    add(modelArn, { kind: 'imported-model', name: modelName, baseModelId: null });
  }
  for (const one of read.deployments) {
    const baseModelId = owned.get(modelKey(one.modelArn))?.baseModelId ?? null;
    const name = one.customModelDeploymentName;
    add(one.customModelDeploymentArn, { kind: 'custom-model', name, baseModelId });
  }
  for (const one of read.provisioned) {
    const own = owned.get(modelKey(one.modelArn))?.baseModelId ?? null;
    const baseModelId = own ?? baseOf(one.foundationModelArn ?? one.modelArn);
    add(one.provisionedModelArn, {
      kind: 'provisioned-model',
      name: one.provisionedModelName,
      baseModelId,
    });
  }
  return owned;
}

function baseOf(arn: string | null): string | null {
  return arn === null || !arn.includes('foundation-model/') ? null : canonicalBaseModelId(arn);
}
