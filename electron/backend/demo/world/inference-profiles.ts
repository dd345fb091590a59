import type { InferenceProfile } from '../../../../shared/model/dataset.ts';
import { resourceId } from './identifiers.ts';
import { CATALOGUE, type CatalogueModel } from './models.ts';
import { ACCOUNT, GEOGRAPHIES } from './organization.ts';

/** An application inference profile: a tagged copy of a model or a system-defined profile. */
export interface ApplicationProfile {
  readonly name: string;
  readonly accountId: string;
  readonly region: string;
  readonly profileId: string;
  readonly arn: string;
  readonly copyOf: string;
  readonly modelArns: readonly string[];
}

/** The profile that bills the checkout assistant to the storefront team. */
export const CHECKOUT_PROFILE = applicationProfile(
  'storefront-checkout',
  ACCOUNT.platform,
  'us.anthropic.claude-sonnet-5-5',
);

/** The profile that bills evaluations to the research team. */
export const EVALUATION_PROFILE = applicationProfile(
  'research-evaluations',
  ACCOUNT.dataScience,
  'us.anthropic.claude-haiku-4-5-20251001-v1:0',
);

const APPLICATION_PROFILES = [CHECKOUT_PROFILE, EVALUATION_PROFILE];

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
  return key.slice(0, dot) in GEOGRAPHIES ? key.slice(dot + 1) : key;
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
    type: 'SYSTEM_DEFINED',
    status: 'ACTIVE',
    modelArns: (GEOGRAPHIES[geography] ?? []).map((region) => modelArn(region, model.modelId)),
  };
}

function applicationProfile(name: string, accountId: string, copyOf: string): ApplicationProfile {
  const region = 'us-east-1';
  const profileId = resourceId(`application-profile/${name}`, 12);
  const [geography = '', ...rest] = copyOf.split('.');
  return {
    name,
    accountId,
    region,
    profileId,
    arn: `arn:aws:bedrock:${region}:${accountId}:application-inference-profile/${profileId}`,
    copyOf,
    modelArns: (GEOGRAPHIES[geography] ?? []).map((at) => modelArn(at, rest.join('.'))),
  };
}

function toInferenceProfile(profile: ApplicationProfile): InferenceProfile {
  return {
    profileId: profile.profileId,
    profileArn: profile.arn,
    profileName: profile.name,
    type: 'APPLICATION',
    status: 'ACTIVE',
    modelArns: profile.modelArns,
  };
}

function modelArn(region: string, modelId: string): string {
  return `arn:aws:bedrock:${region}::foundation-model/${modelId}`;
}
