import { foundationId, modelKey, parseModelId } from '../../../../shared/model/model-id.ts';
import { type ProfileTargets, resolveModel } from '../../../../shared/prices/profile-targets.ts';
import type { ReadingsOfDataset } from '../inventory-api.ts';

/** An account and Region. */
export interface Place {
  readonly accountId: string;
  readonly region: string;
}

/** Which model an id, key or ARN stands for, in the place where it was called or named. */
export type ModelNames = (ref: string, place: Place) => string;

/**
 * Makes the look-up from what calls, jobs and capacity name to the id of a model: a foundation
 * model's base id; the ARN of one's own, whatever serves it; a router's key. What names nothing that
 * was read keeps its key.
 */
export function modelNames(readings: ReadingsOfDataset, profiles: ProfileTargets): ModelNames {
  const own = ownNames(readings);
  return (ref, { accountId, region }) => {
    const known = own.get(`${accountId} ${region} ${modelKey(ref)}`);
    if (known !== undefined) return known;
    const { kind, baseModelId } = resolveModel(ref, profiles);
    return OWN_KINDS.has(kind) ? ref : foundationId(baseModelId);
  };
}

const OWN_KINDS: ReadonlySet<string> = new Set([
  'custom-model',
  'imported-model',
  'marketplace-endpoint',
]);

/** What lies in an account under a key of its own, by `account region key`. */
function ownNames(readings: ReadingsOfDataset): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const add = ({ accountId, region }: Place, ref: string, id: string) =>
    names.set(`${accountId} ${region} ${modelKey(ref)}`, id);
  for (const reading of [...readings('custom-models'), ...readings('imported-models')]) {
    for (const { modelArn } of reading.items) add(reading, modelArn, modelArn);
  }
  for (const reading of readings('marketplace-endpoints')) {
    for (const { endpointArn } of reading.items) add(reading, endpointArn, endpointArn);
  }
  for (const reading of readings('custom-model-deployments')) {
    for (const each of reading.items) add(reading, each.customModelDeploymentArn, each.modelArn);
  }
  for (const reading of readings('provisioned-throughputs')) {
    for (const { provisionedModelArn, modelArn } of reading.items) {
      add(reading, provisionedModelArn, servedId(modelArn));
    }
  }
  for (const reading of readings('prompt-routers')) {
    for (const { promptRouterArn } of reading.items) {
      add(reading, promptRouterArn, modelKey(promptRouterArn));
    }
  }
  return names;
}

/** What bought capacity serves: a model of one's own by its ARN, a foundation model by its id. */
function servedId(modelArn: string): string {
  return parseModelId(modelArn).kind === 'custom-model' ? modelArn : foundationId(modelArn);
}
