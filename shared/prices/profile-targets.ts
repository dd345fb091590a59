import type { InferenceProfile } from '../model/dataset.ts';
import { type ModelRef, type ModelScope, modelKey, parseModelId } from '../model/model-id.ts';
import { scopeOfDestinations } from '../model/profile-destinations.ts';
import type { OwnedModel, OwnedModels } from './owned-models.ts';

/** What an application inference profile, or a model or capacity of the accounts' own, stands for. */
export interface ProfileTarget {
  /** The foundation model, without geography prefix. */
  readonly baseModelId: string;
  readonly scope: ModelScope;
  readonly geography: string | null;
  readonly profileName: string;
  /** Absent for application inference profiles. */
  readonly kind?: OwnedModel['kind'];
}

/** The last segment of an ARN to what it stands for. */
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

/**
 * What own models and bought capacity stand for: the foundation model that they were made from or
 * serve, or themselves where AWS names none.
 */
export function ownedTargets(owned: OwnedModels): ProfileTargets {
  const targets = new Map<string, ProfileTarget>();
  for (const [key, { kind, name, baseModelId }] of owned) {
    if (key === name) continue;
    targets.set(key, {
      baseModelId: baseModelId ?? key,
      scope: 'in-region',
      geography: null,
      profileName: name,
      kind,
    });
  }
  return targets;
}

/** Parses an id and, where it is known to stand for another model, answers that one. */
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
    kind: target.kind ?? 'application-inference-profile',
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

function geographyOf(scope: ModelScope, models: readonly ModelRef[]): string {
  if (scope === 'global') return 'global';
  const region = models[0]?.region ?? '';
  if (region.startsWith('us-gov-')) return 'us-gov';
  const continent = region.split('-')[0] ?? '';
  return continent === 'ap' ? 'apac' : continent;
}
