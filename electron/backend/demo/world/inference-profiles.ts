import type { BedrockTag, InferenceProfile } from '../../../../shared/model/dataset.ts';
import type { Instant } from '../../../../shared/model/period.ts';
import { resourceId } from './identifiers.ts';
import { CATALOGUE, type CatalogueModel, catalogueModel } from './models.ts';
import { ACCOUNT, GEOGRAPHIES } from './organization.ts';

/** An application inference profile: a tagged copy of a model or a system-defined profile. */
export interface ApplicationProfile {
  readonly name: string;
  readonly accountId: string;
  readonly region: string;
  readonly profileId: string;
  readonly arn: string;
  readonly copyOf: string;
  readonly description: string | null;
  readonly createdAt: Instant;
  readonly tags: readonly BedrockTag[];
  readonly modelArns: readonly string[];
}

type ProfilePlan = Pick<
  ApplicationProfile,
  'accountId' | 'copyOf' | 'description' | 'createdAt' | 'tags'
>;

/** The profile that bills the checkout assistant to the storefront team. */
export const CHECKOUT_PROFILE = applicationProfile('storefront-checkout', {
  accountId: ACCOUNT.platform,
  copyOf: 'us.anthropic.claude-sonnet-5-5',
  description: 'Checkout assistant of the storefront',
  createdAt: '2026-03-17T09:41:25Z',
  tags: [
    { key: 'team', value: 'storefront' },
    { key: 'cost-center', value: 'cc-4410' },
  ],
});

/** The profile that bills evaluations to the research team. */
export const EVALUATION_PROFILE = applicationProfile('research-evaluations', {
  accountId: ACCOUNT.dataScience,
  copyOf: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
  description: null,
  createdAt: '2026-05-04T15:08:59Z',
  tags: [
    { key: 'team', value: 'research' },
    { key: 'cost-center', value: 'cc-7702' },
  ],
});

/** A profile that somebody made for a trial and that bills nobody: its tag names no team. */
const TRIAL_PROFILE = applicationProfile('assistant-trial', {
  accountId: ACCOUNT.platform,
  copyOf: 'us.anthropic.claude-haiku-5-5',
  description: null,
  createdAt: '2026-08-11T12:30:02Z',
  tags: [{ key: 'created-by', value: 'console' }],
});

const APPLICATION_PROFILES = [CHECKOUT_PROFILE, EVALUATION_PROFILE, TRIAL_PROFILE];

/** When AWS made its own profiles. */
const SYSTEM_SINCE = '2025-08-12T00:00:00Z';

/** What `bedrock:ListInferenceProfiles` answers in one account and Region. */
export function inferenceProfilesIn(
  accountId: string,
  region: string,
): readonly InferenceProfile[] {
  const system = CATALOGUE.flatMap((model) =>
    model.geographies
      .filter((geography) => GEOGRAPHIES[geography]?.includes(region))
      .map((geography) => systemProfile(model, geography, { accountId, region })),
  );
  const application = APPLICATION_PROFILES.filter(
    (profile) => profile.accountId === accountId && profile.region === region,
  ).map(toInferenceProfile);
  return [...system, ...application];
}

/** Regions that may serve a call to this id; empty where the call stays in its Region. */
export function destinationRegions(modelId: string): readonly string[] {
  const application = APPLICATION_PROFILES.find((profile) => profile.arn === modelId);
  const prefix = (application?.copyOf ?? modelId).split('.')[0] ?? '';
  return GEOGRAPHIES[prefix] ?? [];
}

/** The foundation model behind a model id, a profile id or a profile ARN. */
export function baseModelOf(modelId: string): string {
  const application = APPLICATION_PROFILES.find((profile) => profile.arn === modelId);
  const key = application?.copyOf ?? modelId.slice(modelId.lastIndexOf('/') + 1);
  const dot = key.indexOf('.');
  const base = key.slice(0, dot) in GEOGRAPHIES ? key.slice(dot + 1) : key;
  return catalogueModel(base) === undefined ? (mantleSpellingOf(base) ?? base) : base;
}

/** The mantle endpoint knows models of OpenAI without the version that the other one asks for. */
function mantleSpellingOf(modelId: string): string | undefined {
  return catalogueModel(`${modelId}-1:0`)?.modelId;
}

function systemProfile(
  model: CatalogueModel,
  geography: string,
  place: { readonly accountId: string; readonly region: string },
): InferenceProfile {
  const profileId = `${geography}.${model.modelId}`;
  return {
    profileId,
    profileArn: `arn:aws:bedrock:${place.region}:${place.accountId}:inference-profile/${profileId}`,
    profileName: `${geography === 'global' ? 'Global' : geography.toUpperCase()} ${model.provider} ${model.name}`,
    description: `Routes requests to ${model.provider} ${model.name} in ${geography}.`,
    type: 'SYSTEM_DEFINED',
    status: 'ACTIVE',
    modelArns: (GEOGRAPHIES[geography] ?? []).map((region) => modelArn(region, model.modelId)),
    createdAt: SYSTEM_SINCE,
    updatedAt: SYSTEM_SINCE,
    tags: null,
  };
}

function applicationProfile(name: string, plan: ProfilePlan): ApplicationProfile {
  const region = 'us-east-1';
  const profileId = resourceId(`application-profile/${name}`, 12);
  const [geography = '', ...rest] = plan.copyOf.split('.');
  return {
    ...plan,
    name,
    region,
    profileId,
    arn: `arn:aws:bedrock:${region}:${plan.accountId}:application-inference-profile/${profileId}`,
    modelArns: (GEOGRAPHIES[geography] ?? []).map((at) => modelArn(at, rest.join('.'))),
  };
}

function toInferenceProfile(profile: ApplicationProfile): InferenceProfile {
  return {
    profileId: profile.profileId,
    profileArn: profile.arn,
    profileName: profile.name,
    description: profile.description,
    type: 'APPLICATION',
    status: 'ACTIVE',
    modelArns: profile.modelArns,
    createdAt: profile.createdAt,
    updatedAt: profile.createdAt,
    tags: { read: true, value: profile.tags },
  };
}

function modelArn(region: string, modelId: string): string {
  return `arn:aws:bedrock:${region}::foundation-model/${modelId}`;
}
