import type { BedrockVpc } from '../../../../../shared/model/dataset.ts';
import { resourceId } from '../identifiers.ts';
import { ACCOUNT } from '../organization.ts';

/** An account and Region that hold Bedrock resources. */
export interface BedrockPlace {
  readonly accountId: string;
  readonly region: string;
}

/** Where platform-prod makes and runs models of its own: the careful team. */
export const PLATFORM_EAST: BedrockPlace = { accountId: ACCOUNT.platform, region: 'us-east-1' };
/** Where platform-prod keeps copies. */
export const PLATFORM_WEST: BedrockPlace = { accountId: ACCOUNT.platform, region: 'us-west-2' };
/** Where data-science tries things out: the careless team. */
export const SCIENCE_EAST: BedrockPlace = { accountId: ACCOUNT.dataScience, region: 'us-east-1' };
export const SCIENCE_WEST: BedrockPlace = { accountId: ACCOUNT.dataScience, region: 'us-west-2' };

/** The customer's keys that models and jobs of this world name. */
export const BEDROCK_KEYS = {
  models: keyArn(PLATFORM_EAST, 'c2f1a6d8-3b47-4e0a-8d55-91e6b0a7f312'),
  copies: keyArn(PLATFORM_WEST, '5be90d14-77c2-4c1f-a2d9-0f63e8b4c921'),
  results: keyArn(PLATFORM_EAST, 'e81b3c70-15fa-4f9d-b6c4-2a7d90f3e564'),
} as const;

/** The buckets that models and jobs of this world name; each lies where its team works. */
export const BEDROCK_BUCKETS = {
  /** Training data, weights to import. Platform's is private and encrypted, data-science's is not. */
  platformTraining: `acme-ml-training-${ACCOUNT.platform}`,
  scienceTraining: `acme-ml-scratch-${ACCOUNT.dataScience}`,
  /** What customization, batch and evaluation jobs write. */
  platformResults: `acme-ml-results-${ACCOUNT.platform}`,
  scienceResults: `acme-ml-results-${ACCOUNT.dataScience}`,
} as const;

/** The service roles that jobs and endpoints of this world work as: path and name. */
export const BEDROCK_ROLES = {
  platformCustomization: roleArn(ACCOUNT.platform, 'BedrockCustomization'),
  platformImport: roleArn(ACCOUNT.platform, 'BedrockModelImport'),
  platformBatch: roleArn(ACCOUNT.platform, 'BedrockBatchInference'),
  platformEvaluation: roleArn(ACCOUNT.platform, 'BedrockEvaluation'),
  platformEndpoints: roleArn(ACCOUNT.platform, 'SageMakerModelEndpoints'),
  scienceBedrock: roleArn(ACCOUNT.dataScience, 'BedrockExperiments'),
  scienceEndpoints: roleArn(ACCOUNT.dataScience, 'SageMakerNotebooks'),
} as const;

/** The private network of platform-prod's jobs and endpoints. */
export const PLATFORM_VPC: BedrockVpc = {
  subnetIds: ['subnet-0a41c7e92b5d3f816', 'subnet-0d93e5b17c28a4f60'],
  securityGroupIds: ['sg-0b6f2d81e4a97c350'],
};

/** The ARN of a Bedrock resource: `custom-model/amazon.nova-lite-v1:0:300k`, with an id of its own. */
export function resourceArn(place: BedrockPlace, kind: string, name: string): string {
  const id = resourceId(`${kind}/${place.accountId}/${place.region}/${name}`, 12);
  return `arn:aws:bedrock:${place.region}:${place.accountId}:${kind}/${id}`;
}

/** The ARN of a foundation model as one Region offers it. */
export function baseModelArn(region: string, modelId: string): string {
  return `arn:aws:bedrock:${region}::foundation-model/${modelId}`;
}

/** Whether two places are the same. */
export function isPlace(a: BedrockPlace, b: BedrockPlace): boolean {
  return a.accountId === b.accountId && a.region === b.region;
}

function keyArn(place: BedrockPlace, keyId: string): string {
  return `arn:aws:kms:${place.region}:${place.accountId}:key/${keyId}`;
}

function roleArn(accountId: string, name: string): string {
  return `arn:aws:iam::${accountId}:role/service-role/${name}`;
}
