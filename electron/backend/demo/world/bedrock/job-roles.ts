import { ACCOUNT } from '../organization.ts';
import { BEDROCK_BUCKETS } from './bedrock-names.ts';

/** A role that Bedrock or SageMaker works as for a job or an endpoint, as plain data. */
export interface JobRole {
  readonly accountId: string;
  readonly name: string;
  readonly path: string;
  readonly service: `${string}.amazonaws.com`;
  /** Whether its trust policy names the account that the service must act for. */
  readonly guarded: boolean;
  readonly statements: readonly object[];
}

const READ = ['s3:GetObject', 's3:ListBucket'];
const WRITE = ['s3:PutObject'];
const INVOKE = ['bedrock:InvokeModel'];
const TRAINING = bucket(BEDROCK_BUCKETS.platformTraining);
const RESULTS = bucket(BEDROCK_BUCKETS.platformResults);

/** Tight roles of platform-prod for each kind of job, and one of data-science for everything. */
export const JOB_ROLES: readonly JobRole[] = [
  platformRole('BedrockCustomization', [allow(READ, TRAINING), allow(WRITE, RESULTS)]),
  platformRole('BedrockModelImport', [allow(READ, TRAINING)]),
  platformRole('BedrockBatchInference', [
    allow(READ, TRAINING),
    allow(WRITE, RESULTS),
    allow(INVOKE, ['arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0']),
  ]),
  platformRole('BedrockEvaluation', [
    allow(READ, TRAINING),
    allow(WRITE, RESULTS),
    allow(INVOKE, ['arn:aws:bedrock:*::foundation-model/anthropic.claude-*']),
  ]),
  {
    ...platformRole('SageMakerModelEndpoints', [allow(READ, TRAINING)]),
    service: 'sagemaker.amazonaws.com',
  },
  {
    ...platformRole('BedrockExperiments', [allow(['s3:*', 'bedrock:*'], ['*'])]),
    accountId: ACCOUNT.dataScience,
    guarded: false,
  },
];

function platformRole(name: string, statements: readonly object[]): JobRole {
  return {
    accountId: ACCOUNT.platform,
    name,
    path: '/service-role/',
    service: 'bedrock.amazonaws.com',
    guarded: true,
    statements,
  };
}

function bucket(name: string): readonly string[] {
  return [`arn:aws:s3:::${name}`, `arn:aws:s3:::${name}/*`];
}

function allow(actions: readonly string[], resources: readonly string[]): object {
  return { Effect: 'Allow', Action: actions, Resource: resources };
}
