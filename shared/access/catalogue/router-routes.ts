import type { InferenceProfile, PromptRouter } from '../../model/dataset.ts';
import type { ModelScope } from '../../model/model-id.ts';
import { modelKey, parseModelId } from '../../model/model-id.ts';
import { calledPart, destinationPart, innerProfilePart } from './parts.ts';
import type { Placed } from './place.ts';
import {
  modelsBehind,
  profileDestinations,
  profileModelParts,
  profileScope,
} from './profile-routes.ts';
import type { CallPart, Route } from './route.ts';

/** The profiles of one place by ARN and by id. */
export type ProfilesOfPlace = (ref: string) => InferenceProfile | undefined;

/** A model or profile that a router may choose. */
interface Choice {
  readonly models: readonly string[];
  readonly scope: ModelScope;
  readonly destinations: readonly string[];
  readonly parts: readonly CallPart[];
}

/**
 * The ways through a prompt router, one for each model that it may choose. The choice is AWS's, so
 * all of them must be allowed (Service Authorization Reference, `bedrock:PromptRouterArn` on
 * `InvokeModel`). None where it is not available, or names a profile that was not read.
 */
export function routerRoutes(
  { item, place }: Placed<PromptRouter>,
  profiles: ProfilesOfPlace,
): readonly Route[] {
  const choices = routerModels(item).map((arn) => choiceOf(arn, place.region, { item, profiles }));
  const known = choices.filter((choice) => choice !== null);
  if (item.status !== 'AVAILABLE' || known.length < choices.length) return [];
  const parts = [
    calledPart(item.promptRouterArn, place.region),
    ...distinct(known.flatMap((each) => each.parts)),
  ];
  return [...new Set(known.flatMap(({ models }) => models))].map((modelId) => ({
    id: `${place.region} ${item.promptRouterArn} ${modelId}`,
    kind: 'prompt-router',
    plane: 'bedrock-runtime',
    modelId,
    ...place,
    scope: farthest(known),
    called: item.promptRouterArn,
    destinations: [...new Set(known.flatMap(({ destinations }) => destinations))].sort(),
    parts,
  }));
}

/** What a router may choose, its fallback included. */
export function routerModels(router: PromptRouter): readonly string[] {
  const { modelArns, fallbackModelArn } = router;
  return [...new Set([...modelArns, ...(fallbackModelArn === null ? [] : [fallbackModelArn])])];
}

/** Whether an ARN stands for a profile. */
export function isProfileArn(arn: string): boolean {
  const { kind } = parseModelId(arn);
  return kind === 'inference-profile' || kind === 'application-inference-profile';
}

function choiceOf(
  arn: string,
  region: string,
  { item, profiles }: { readonly item: PromptRouter; readonly profiles: ProfilesOfPlace },
): Choice | null {
  const through = { routerArn: item.promptRouterArn };
  if (!isProfileArn(arn)) {
    const part = destinationPart(arn, through);
    const destinations = [part.requestedRegion];
    return { models: modelsBehind([arn]), scope: 'in-region', destinations, parts: [part] };
  }
  const profile = profiles(arn) ?? profiles(modelKey(arn));
  if (profile === undefined) return null;
  return {
    models: modelsBehind(profile.modelArns),
    scope: profileScope(profile),
    destinations: profileDestinations(profile),
    parts: [
      innerProfilePart(profile.profileArn, region, through),
      ...profileModelParts(profile, region, { ...through, profileArn: profile.profileArn }),
    ],
  };
}

function distinct(parts: readonly CallPart[]): readonly CallPart[] {
  const known = new Map(parts.map((part) => [JSON.stringify(part), part]));
  return [...known.values()];
}

function farthest(choices: readonly Choice[]): ModelScope {
  const scopes = choices.map(({ scope }) => scope);
  return (['global', 'geographic'] as const).find((each) => scopes.includes(each)) ?? 'in-region';
}
