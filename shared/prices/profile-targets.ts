import type { InferenceProfile } from '../model/dataset.ts';
import { type ModelRef, type ModelScope, modelKey, parseModelId } from '../model/model-id.ts';

/** What an application inference profile routes to. */
export interface ProfileTarget {
  /** The foundation model, without geography prefix. */
  readonly baseModelId: string;
  readonly scope: ModelScope;
  readonly geography: string | null;
  readonly profileName: string;
}

/** Profile key (the last segment of its ARN) to what it stands for. */
export type ProfileTargets = ReadonlyMap<string, ProfileTarget>;

/**
 * Reads from application inference profiles which model and scope each stands for: one Region is
 * in-Region, several are geographic, an ARN without a Region makes it global.
 */
export function profileTargets(profiles: readonly InferenceProfile[]): ProfileTargets {
  const targets = new Map<string, ProfileTarget>();
  for (const profile of profiles) {
    const target = profile.type === 'APPLICATION' ? targetOf(profile) : null;
    if (target !== null) targets.set(modelKey(profile.profileArn), target);
  }
  return targets;
}

/** Parses an id and, where it is a known application profile, answers the model behind it. */
export function resolveModel(id: string, profiles: ProfileTargets): ModelRef {
  const ref = parseModelId(id);
  const target = profiles.get(ref.key);
  if (target === undefined) return ref;
  return {
    ...ref,
    baseModelId: target.baseModelId,
    provider: parseModelId(target.baseModelId).provider,
    scope: target.scope,
    geography: target.geography,
    kind: 'application-inference-profile',
  };
}

function targetOf(profile: InferenceProfile): ProfileTarget | null {
  const models = profile.modelArns.map(parseModelId);
  const [first] = models;
  if (first === undefined || models.some((model) => model.baseModelId !== first.baseModelId)) {
    return null;
  }
  const scope = scopeOfDestinations(models);
  return {
    baseModelId: first.baseModelId,
    scope,
    geography: scope === 'in-region' ? null : geographyOf(scope, models),
    profileName: profile.profileName,
  };
}

function scopeOfDestinations(models: readonly ModelRef[]): ModelScope {
  if (models.some((model) => model.region === null)) return 'global';
  return new Set(models.map((model) => model.region)).size > 1 ? 'geographic' : 'in-region';
}

function geographyOf(scope: ModelScope, models: readonly ModelRef[]): string {
  if (scope === 'global') return 'global';
  const region = models[0]?.region ?? '';
  if (region.startsWith('us-gov-')) return 'us-gov';
  const continent = region.split('-')[0] ?? '';
  return continent === 'ap' ? 'apac' : continent;
}
