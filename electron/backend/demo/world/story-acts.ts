import { addDays, type Day } from '../../../../shared/model/period.ts';
import { type Calendar, timeOn } from './calendar.ts';
import { callerOf, sourceAddress } from './callers.ts';
import type { ManagementAct } from './cloudtrail-record.ts';
import { guardrailId } from './guardrails/guardrail-ids.ts';
import { API_KEY_PLANS, type ApiKeyPlan, credentialIdOf } from './identity/api-key-plans.ts';
import { JACKING_HOUR, THIEF } from './incidents.ts';
import { CHECKOUT_PROFILE } from './inference-profiles.ts';
import { LOGGING_ON_HOUR } from './logging.ts';
import { ACCOUNT, invocationLogBucket } from './organization.ts';
import { principalNamed } from './principals.ts';
import { createRandom, type Random } from './random.ts';

/** One act of the story without the ids that are drawn for it. */
interface Scene {
  readonly day: Day;
  readonly clock: readonly [hour: number, minute: number, second?: number];
  readonly accountId: string;
  readonly region: string;
  readonly principal: string;
  readonly eventName: string;
  readonly service?: string;
  readonly readOnly?: boolean;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly response?: Readonly<Record<string, unknown>>;
  readonly errorCode?: string;
  readonly thief?: boolean;
}

const HIDDEN = 'HIDDEN_DUE_TO_SECURITY_REASONS';

/** The changes and the reconnaissance that the story of this world consists of. */
export function storyActs(calendar: Calendar, seed: number): readonly ManagementAct[] {
  const random = createRandom(`${seed}/story`);
  return [
    ...apiKeyScenes(calendar),
    ...changeScenes(calendar),
    ...guardrailScenes(calendar),
    ...reconnaissanceScenes(calendar.jackingDay),
  ].map((scene) => toAct(scene, random));
}

function apiKeyScenes(calendar: Calendar): readonly Scene[] {
  return API_KEY_PLANS.flatMap((plan) => apiKeyPair(plan, calendar.apiKeyDay));
}

/** IAM makes the user first, then its key; both are recorded in us-east-1 only. */
function apiKeyPair(plan: ApiKeyPlan, day: Day): readonly Scene[] {
  const { accountId, userName, madeBy, clock, days } = plan;
  const iam = { accountId, principal: madeBy, day, clock, region: 'us-east-1', service: 'iam' };
  const age = days === null ? {} : { credentialAgeDays: days };
  const serviceSpecificCredentialId = credentialIdOf(plan, day);
  return [
    { ...iam, eventName: 'CreateUser', parameters: { userName } },
    {
      ...iam,
      clock: [clock[0], clock[1], 2],
      eventName: 'CreateServiceSpecificCredential',
      parameters: { userName, serviceName: 'bedrock.amazonaws.com', ...age },
      response: {
        serviceSpecificCredential: { userName, serviceSpecificCredentialId, status: 'Active' },
      },
    },
  ];
}

function changeScenes(calendar: Calendar): readonly Scene[] {
  const platform = { accountId: ACCOUNT.platform, principal: 'PlatformAdmin' };
  return [
    {
      ...platform,
      day: calendar.loggingOnDay,
      clock: [LOGGING_ON_HOUR, 0],
      region: 'us-west-2',
      eventName: 'PutModelInvocationLoggingConfiguration',
      parameters: {
        loggingConfig: {
          s3Config: { bucketName: invocationLogBucket(ACCOUNT.platform, 'us-west-2') },
          textDataDeliveryEnabled: true,
          imageDataDeliveryEnabled: true,
          embeddingDataDeliveryEnabled: true,
        },
      },
    },
    {
      ...platform,
      day: addDays(calendar.apiKeyDay, 4),
      clock: [16, 40],
      region: 'us-east-1',
      eventName: 'CreateInferenceProfile',
      parameters: { inferenceProfileName: CHECKOUT_PROFILE.name, description: HIDDEN },
      response: { inferenceProfileArn: CHECKOUT_PROFILE.arn, status: 'ACTIVE' },
    },
    {
      ...platform,
      day: addDays(calendar.apiKeyDay, 2),
      clock: [15, 20],
      region: 'us-east-1',
      eventName: 'CreateFoundationModelAgreement',
      parameters: { modelId: 'anthropic.claude-opus-5-5' },
      response: { modelId: 'anthropic.claude-opus-5-5' },
    },
    {
      day: calendar.trailStoppedDay,
      clock: [17, 2],
      accountId: ACCOUNT.dataScience,
      principal: 'ScienceAdmin',
      region: 'us-west-2',
      service: 'cloudtrail',
      eventName: 'StopLogging',
      parameters: { name: 'experiments-trail' },
    },
    ...quietScenes(calendar),
  ];
}

/** What a thorough auditor would ask about: logging deleted, a subscription, rights for a key's user. */
function quietScenes(calendar: Calendar): readonly Scene[] {
  const science = { accountId: ACCOUNT.dataScience, principal: 'ScienceAdmin' };
  const subscribed = addDays(calendar.apiKeyDay, 2);
  return [
    {
      ...science,
      day: addDays(calendar.trailStoppedDay, -2),
      clock: [11, 18],
      region: 'us-west-2',
      eventName: 'DeleteModelInvocationLoggingConfiguration',
    },
    ...(['Subscribe', 'AcceptAgreementRequest'] as const).map((eventName, index) => ({
      accountId: ACCOUNT.platform,
      principal: 'PlatformAdmin',
      day: subscribed,
      clock: [15, 19, 10 + index * 20] as const,
      region: 'us-east-1',
      service: 'aws-marketplace',
      eventName,
      parameters: { productId: 'prod-7h2opus55acme' },
    })),
    {
      ...science,
      day: addDays(calendar.apiKeyDay, 3),
      clock: [10, 2],
      region: 'us-east-1',
      service: 'iam',
      eventName: 'AttachUserPolicy',
      parameters: {
        userName: 'BedrockAPIKey-m2ph',
        policyArn: 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess',
      },
    },
    {
      ...science,
      day: addDays(calendar.apiKeyDay, 5),
      clock: [16, 31],
      region: 'us-east-1',
      principal: 'BedrockAPIKey-m2ph',
      service: 's3',
      eventName: 'ListBuckets',
      readOnly: true,
    },
    {
      ...science,
      day: addDays(calendar.trailStoppedDay, -1),
      clock: [9, 26],
      region: 'us-east-1',
      service: 's3',
      eventName: 'PutBucketPolicy',
      parameters: { bucketName: invocationLogBucket(ACCOUNT.dataScience, 'us-east-1') },
    },
  ];
}

function guardrailScenes(calendar: Calendar): readonly Scene[] {
  const storefront = {
    accountId: ACCOUNT.platform,
    region: 'us-east-1',
    principal: 'PlatformAdmin',
  };
  const support = { accountId: ACCOUNT.support, region: 'eu-west-1', principal: 'GuardrailAdmin' };
  const storefrontId = guardrailId(ACCOUNT.platform, 'storefront');
  const supportId = guardrailId(ACCOUNT.support, 'support');
  const day = calendar.guardrailDay;
  return [
    updateScene({ ...storefront, day, clock: [14, 20] }, storefrontId),
    versionScene({ ...storefront, day, clock: [14, 22] }, storefrontId, '3'),
    updateScene({ ...support, day: addDays(day, 2), clock: [9, 47] }, supportId),
    {
      ...storefront,
      day: addDays(day, -45),
      clock: [13, 10],
      eventName: 'CreateGuardrail',
      parameters: { name: HIDDEN },
      response: { guardrailId: guardrailId(ACCOUNT.platform, 'internal-tools'), version: 'DRAFT' },
    },
  ];
}

type SceneStart = Pick<Scene, 'accountId' | 'region' | 'principal' | 'day' | 'clock'>;

/** CloudTrail hides what an UpdateGuardrail changed. */
function updateScene(start: SceneStart, id: string): Scene {
  return {
    ...start,
    eventName: 'UpdateGuardrail',
    parameters: { guardrailIdentifier: id, name: HIDDEN },
    response: { guardrailId: id, version: 'DRAFT' },
  };
}

function versionScene(start: SceneStart, id: string, version: string): Scene {
  return {
    ...start,
    eventName: 'CreateGuardrailVersion',
    parameters: { guardrailIdentifier: id },
    response: { guardrailId: id, version },
  };
}

/** What the thief looks at before the first call: models, access, and whether anybody is logging. */
function reconnaissanceScenes(day: Day): readonly Scene[] {
  const looks = [
    { eventName: 'ListFoundationModels' },
    { eventName: 'GetModelInvocationLoggingConfiguration' },
    { eventName: 'ListInferenceProfiles' },
    ...['anthropic.claude-opus-4-8', 'anthropic.claude-opus-5-5'].map((modelId) => ({
      eventName: 'GetFoundationModelAvailability',
      parameters: { modelId },
    })),
    { eventName: 'PutUseCaseForModelAccess', readOnly: false, errorCode: 'AccessDeniedException' },
  ];
  return ['us-east-1', 'us-west-2', 'eu-west-1'].flatMap((region, place) =>
    looks.map((look, index) => ({
      readOnly: true,
      ...look,
      day,
      clock: [JACKING_HOUR, 4 + place * 4, index * 7] as const,
      accountId: ACCOUNT.platform,
      region,
      principal: 'ci-deploy-bot',
      thief: true,
    })),
  );
}

function toAct(scene: Scene, random: Random): ManagementAct {
  const principal = principalNamed(scene.accountId, scene.principal);
  const [hour, minute, second] = scene.clock;
  const usual = {
    sourceIp: sourceAddress(principal.network, random),
    userAgent: principal.userAgent,
  };
  return {
    time: timeOn(scene.day, hour, minute, second ?? 0),
    eventId: random.uuid(),
    requestId: random.uuid(),
    eventName: scene.eventName,
    service: scene.service ?? 'bedrock',
    accountId: scene.accountId,
    region: scene.region,
    caller: callerOf(principal, principal.sessions[0] ?? null, scene.day),
    ...(scene.thief === true ? THIEF : usual),
    readOnly: scene.readOnly ?? false,
    requestParameters: scene.parameters ?? null,
    responseElements: scene.response ?? null,
    ...(scene.errorCode === undefined ? {} : { errorCode: scene.errorCode }),
  };
}
