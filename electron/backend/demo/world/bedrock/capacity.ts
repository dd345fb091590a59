import type {
  MarketplaceEndpoint,
  PromptRouter,
  ProvisionedThroughput,
} from '../../../../../shared/model/dataset.ts';
import { addDays } from '../../../../../shared/model/period.ts';
import type { Calendar } from '../calendar.ts';
import {
  BEDROCK_KEYS,
  BEDROCK_ROLES,
  type BedrockPlace,
  baseModelArn,
  isPlace,
  PLATFORM_EAST,
  PLATFORM_VPC,
  resourceArn,
  SCIENCE_EAST,
  SCIENCE_WEST,
} from './bedrock-names.ts';
import { CATALOG_TAGGER, customModelArn, type Placed, tags, timeBefore } from './own-models.ts';

/** The custom model's bought capacity, whose commitment ends in under two weeks. */
export const TAGGER_THROUGHPUT = resourceArn(
  PLATFORM_EAST,
  'provisioned-model',
  'tagger-committed',
);
/** Capacity that somebody bought for a peak that has passed; nearly nobody calls it. */
export const IDLE_THROUGHPUT = resourceArn(PLATFORM_EAST, 'provisioned-model', 'nova-pro-peak');

/** Bought capacity: one that expires soon, one without commitment that idles, one that holds long. */
export function provisionedThroughputs(
  calendar: Calendar,
): readonly Placed<ProvisionedThroughput>[] {
  const nova = baseModelArn('us-east-1', 'amazon.nova-pro-v1:0');
  const llama = baseModelArn('us-west-2', 'meta.llama3-3-70b-instruct-v1:0');
  const made = (days: number) => timeBefore(calendar, days, '08:30:00');
  const ends = (days: number) => `${addDays(calendar.runawayDay, 5 + days)}T08:30:00Z`;
  const committed = {
    ...throughput(TAGGER_THROUGHPUT, 'tagger-committed', customModelArn(CATALOG_TAGGER)),
    foundationModelArn: baseModelArn('us-east-1', CATALOG_TAGGER.base),
    commitmentDuration: 'SixMonths',
    commitmentExpirationTime: ends(13),
    creationTime: made(170),
    lastModifiedTime: made(170),
    tags: { read: true, value: tags({ team: 'platform', 'cost-center': 'cc-4410' }) },
  } as const;
  const idle = {
    ...throughput(IDLE_THROUGHPUT, 'nova-pro-peak', nova),
    modelUnits: 2,
    desiredModelUnits: 2,
    creationTime: made(34),
    lastModifiedTime: made(34),
  };
  const arn = resourceArn(SCIENCE_WEST, 'provisioned-model', 'llama-lab-committed');
  const lasting = {
    ...throughput(arn, 'llama-lab-committed', llama),
    commitmentDuration: 'SixMonths',
    commitmentExpirationTime: ends(121),
    creationTime: made(61),
    lastModifiedTime: made(61),
    tags: { read: true, value: tags({ team: 'research', 'cost-center': 'cc-7702' }) },
  } as const;
  return [
    { place: PLATFORM_EAST, item: committed },
    { place: PLATFORM_EAST, item: idle },
    { place: SCIENCE_WEST, item: lasting },
  ];
}

/** Routers: AWS's own in the US, and one that platform-prod made for its assistants. */
export function promptRouters(place: BedrockPlace, calendar: Calendar): readonly PromptRouter[] {
  const { accountId, region } = place;
  if (!region.startsWith('us-')) return [];
  const arn = `arn:aws:bedrock:${region}:${accountId}`;
  const anthropic = routerOver(place, [
    'us.anthropic.claude-haiku-4-5-20251001-v1:0',
    'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
  ]);
  const own = routerOver(place, [
    'us.anthropic.claude-haiku-5-5',
    'us.anthropic.claude-sonnet-5-5',
  ]);
  const aws: PromptRouter = {
    ...anthropic,
    promptRouterArn: `${arn}:default-prompt-router/anthropic.claude:1`,
    promptRouterName: 'Anthropic Prompt Router',
    type: 'default',
    description: 'Routes requests among models in the Claude family',
    responseQualityDifference: 0,
    createdAt: '2025-11-20T00:00:00Z',
    updatedAt: '2025-11-20T00:00:00Z',
  };
  const made = timeBefore(calendar, 52, '13:20:05');
  const custom: PromptRouter = {
    ...own,
    promptRouterArn: resourceArn(place, 'prompt-router', 'assistant-router'),
    promptRouterName: 'assistant-router',
    type: 'custom',
    description: 'Small questions to the small model',
    responseQualityDifference: 10,
    createdAt: made,
    updatedAt: made,
  };
  return isPlace(PLATFORM_EAST, place) ? [aws, custom] : [aws];
}

/** Endpoints of Marketplace models: one in a private network with a key, one in the open. */
export function marketplaceEndpoints(calendar: Calendar): readonly Placed<MarketplaceEndpoint>[] {
  const made = timeBefore(calendar, 38, '10:44:51');
  const isolated: MarketplaceEndpoint = {
    ...endpointOf(PLATFORM_EAST, 'acme-translate', 'huggingface-translation-gemma-2-27b'),
    createdAt: made,
    updatedAt: made,
    detail: {
      read: true,
      value: {
        endpointStatus: 'InService',
        instanceType: 'ml.g6.12xlarge',
        initialInstanceCount: 2,
        executionRole: BEDROCK_ROLES.platformEndpoints,
        kmsEncryptionKey: BEDROCK_KEYS.models,
        vpc: PLATFORM_VPC,
      },
    },
  };
  const open: MarketplaceEndpoint = {
    ...endpointOf(SCIENCE_EAST, 'lab-protein-language', 'evolutionaryscale-esm3'),
    createdAt: made,
    updatedAt: made,
    detail: {
      read: true,
      value: {
        endpointStatus: 'InService',
        instanceType: 'ml.g5.2xlarge',
        initialInstanceCount: 1,
        executionRole: BEDROCK_ROLES.scienceEndpoints,
        kmsEncryptionKey: null,
        vpc: null,
      },
    },
  };
  return [
    { place: PLATFORM_EAST, item: isolated },
    { place: SCIENCE_EAST, item: open },
  ];
}

function throughput(arn: string, name: string, modelArn: string): ProvisionedThroughput {
  return {
    provisionedModelArn: arn,
    provisionedModelName: name,
    modelArn,
    desiredModelArn: modelArn,
    foundationModelArn: modelArn,
    modelUnits: 1,
    desiredModelUnits: 1,
    status: 'InService',
    commitmentDuration: null,
    commitmentExpirationTime: null,
    creationTime: null,
    lastModifiedTime: null,
    tags: { read: true, value: [] },
  };
}

type Routing = Pick<PromptRouter, 'status' | 'modelArns' | 'fallbackModelArn'>;

/** What a router over inference profiles has in common; the first is what it falls back to. */
function routerOver({ accountId, region }: BedrockPlace, profileIds: readonly string[]): Routing {
  const arns = profileIds.map(
    (id) => `arn:aws:bedrock:${region}:${accountId}:inference-profile/${id}`,
  );
  return { status: 'AVAILABLE', modelArns: arns, fallbackModelArn: arns[0] ?? null };
}

function endpointOf(
  { accountId, region }: BedrockPlace,
  name: string,
  model: string,
): Pick<MarketplaceEndpoint, 'endpointArn' | 'modelSourceIdentifier' | 'status'> {
  return {
    endpointArn: `arn:aws:sagemaker:${region}:${accountId}:endpoint/${name}`,
    modelSourceIdentifier: `arn:aws:sagemaker:${region}:aws:hub-content/SageMakerPublicHub/Model/${model}/1.0.2`,
    status: 'REGISTERED',
  };
}
