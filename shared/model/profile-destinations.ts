import type { InferenceProfile } from './dataset.ts';
import { type ModelRef, type ModelScope, parseModelId } from './model-id.ts';

/** What a profile's destinations without a Region stand for. */
export const EVERY_REGION = 'every commercial Region';

/** The Regions that may serve a call to a profile. */
export function destinationRegions({ modelArns }: Pick<InferenceProfile, 'modelArns'>) {
  return [...new Set(modelArns.map((arn) => parseModelId(arn).region ?? EVERY_REGION))].sort();
}

/** One Region is in-Region, several are geographic, an ARN without a Region makes it global. */
export function scopeOfDestinations(models: readonly ModelRef[]): ModelScope {
  if (models.some((model) => model.region === null)) return 'global';
  return new Set(models.map((model) => model.region)).size > 1 ? 'geographic' : 'in-region';
}
