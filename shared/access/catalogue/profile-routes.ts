import type { InferenceProfile } from '../../model/dataset.ts';
import { foundationId, type ModelScope, parseModelId } from '../../model/model-id.ts';
import {
  destinationRegions,
  EVERY_REGION,
  scopeOfDestinations,
} from '../../model/profile-destinations.ts';
import { calledPart, destinationPart, type Through } from './parts.ts';
import type { Placed } from './place.ts';
import type { CallPart, Route } from './route.ts';

/**
 * The ways through one inference profile, one for each model behind it (AWS puts one there). The
 * profile and the foundation model in every Region that may serve it must be allowed (Amazon Bedrock
 * User Guide, "Geographic cross-Region inference" and "Global cross-Region inference", IAM policy
 * requirements). None where the profile is not active.
 */
export function profileRoutes({ item, place }: Placed<InferenceProfile>): readonly Route[] {
  if (item.status !== 'ACTIVE') return [];
  const { accountId, region } = place;
  const application = item.type === 'APPLICATION';
  const called = application ? item.profileArn : item.profileId;
  const scope = profileScope(item);
  const through = { profileArn: item.profileArn };
  const parts = [calledPart(item.profileArn, region), ...profileModelParts(item, region, through)];
  return modelsBehind(item.modelArns).map((modelId, index) => ({
    id: index === 0 ? `${region} ${called}` : `${region} ${called} ${modelId}`,
    kind: application ? 'application-inference-profile' : 'inference-profile',
    plane: 'bedrock-runtime',
    modelId,
    accountId,
    region,
    scope,
    called,
    destinations: profileDestinations(item),
    parts,
  }));
}

/** How far a profile may send a call: as its prefix tells, else as its destinations do. */
export function profileScope(profile: InferenceProfile): ModelScope {
  const { geography, scope } = parseModelId(profile.profileId);
  return geography === null ? scopeOfDestinations(profile.modelArns.map(parseModelId)) : scope;
}

/** The Regions that may serve a profile; all commercial Regions of a global one. */
export function profileDestinations(profile: InferenceProfile): readonly string[] {
  return profileScope(profile) === 'global' ? [EVERY_REGION] : destinationRegions(profile);
}

/** The models that stand behind ARNs, each once. */
export function modelsBehind(modelArns: readonly string[]): readonly string[] {
  return [...new Set(modelArns.map(foundationId))];
}

/**
 * The foundation models that AWS authorises behind a profile: in the source Region and every
 * destination; of a global profile in the source Region and without a Region.
 */
export function profileModelParts(
  profile: InferenceProfile,
  source: string,
  through: Through,
): readonly CallPart[] {
  const [first] = profile.modelArns;
  if (first === undefined) return [];
  const inSource = inRegion(first, source);
  const arns =
    profileScope(profile) === 'global'
      ? [inSource, inRegion(first, '')]
      : [...profile.modelArns, ...(spansRegions(profile) ? [inSource] : [])];
  return [...new Set(arns)].map((arn) => destinationPart(arn, through));
}

function spansRegions(profile: InferenceProfile): boolean {
  return profileScope(profile) === 'geographic';
}

/** The same foundation model in another Region, or in none. */
function inRegion(modelArn: string, region: string): string {
  const [arn, partition, service, , ...rest] = modelArn.split(':');
  return [arn, partition, service, region, ...rest].join(':');
}
