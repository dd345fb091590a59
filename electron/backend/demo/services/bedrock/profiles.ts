import type { InferenceProfile } from '../../../../../shared/model/dataset.ts';
import { requiredText, textOf } from '../../protocols/input.ts';
import type { Call, Operation } from '../../service.ts';
import { WireFault } from '../../wire-fault.ts';
import { bedrockPage } from './bedrock-page.ts';
import type { TagsOf } from './tags.ts';
import { known, optional } from './wire-parts.ts';

/** Inference profiles, system-defined and application. */
export const profileOperations: Readonly<Record<string, Operation>> = {
  ListInferenceProfiles: {
    http: 'GET /inference-profiles',
    action: 'bedrock:ListInferenceProfiles',
    run: listInferenceProfiles,
  },
  GetInferenceProfile: {
    http: 'GET /inference-profiles/{inferenceProfileIdentifier}',
    action: 'bedrock:GetInferenceProfile',
    resource: (call) =>
      inferenceProfileArn(call, requiredText(call.input, 'inferenceProfileIdentifier')),
    run: getInferenceProfile,
  },
};

/** An inference profile of the caller's account and Region, by id or ARN. */
export function findInferenceProfile(call: Call, id: string): InferenceProfile | undefined {
  return call.world
    .inferenceProfiles(call.identity.accountId, call.region)
    .find((profile) => profile.profileId === id || profile.profileArn === id);
}

/** The tags of an application inference profile; AWS's own profiles cannot be tagged. */
export const profileTags: TagsOf = (call, arn) => {
  const tags = findInferenceProfile(call, arn)?.tags ?? null;
  return tags === null ? undefined : known(tags);
};

function inferenceProfileArn(call: Call, id: string): string {
  if (id.startsWith('arn:')) return id;
  return `arn:aws:bedrock:${call.region}:${call.identity.accountId}:inference-profile/${id}`;
}

function listInferenceProfiles(call: Call): object {
  const type = textOf(call.input, 'type');
  const profiles = call.world
    .inferenceProfiles(call.identity.accountId, call.region)
    .filter((profile) => type === undefined || profile.type === type);
  const page = bedrockPage(call, profiles);
  return { inferenceProfileSummaries: page.items.map(describeProfile), nextToken: page.next };
}

function getInferenceProfile(call: Call): object {
  const profile = findInferenceProfile(
    call,
    requiredText(call.input, 'inferenceProfileIdentifier'),
  );
  if (profile === undefined) {
    const text = 'The requested inference profile was not found.';
    throw new WireFault('ResourceNotFoundException', 404, text);
  }
  return describeProfile(profile);
}

function describeProfile(profile: InferenceProfile): object {
  return {
    inferenceProfileName: profile.profileName,
    description: optional(profile.description),
    createdAt: optional(profile.createdAt),
    updatedAt: optional(profile.updatedAt),
    inferenceProfileArn: profile.profileArn,
    inferenceProfileId: profile.profileId,
    models: profile.modelArns.map((modelArn) => ({ modelArn })),
    status: profile.status,
    type: profile.type,
  };
}
