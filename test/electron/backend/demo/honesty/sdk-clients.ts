/** A client of the JavaScript SDK, and what other clients call the same service. */
export interface SdkClient {
  readonly load: () => Promise<object>;
  /** The service's name in the simulation: its IAM prefix. */
  readonly service: string;
  /** The service's name in botocore; the AWS CLI uses it too unless `cli` says otherwise. */
  readonly botocore: string;
  readonly cli?: string;
}

/** Every client of AWS that the simulated account answers, by the word that cases use for it. */
export const SDK_CLIENTS = {
  agentCore: {
    load: () => import('@aws-sdk/client-bedrock-agentcore-control'),
    service: 'bedrock-agentcore',
    botocore: 'bedrock-agentcore-control',
  },
  bedrock: {
    load: () => import('@aws-sdk/client-bedrock'),
    service: 'bedrock',
    botocore: 'bedrock',
  },
  bedrockAgent: {
    load: () => import('@aws-sdk/client-bedrock-agent'),
    service: 'bedrock',
    botocore: 'bedrock-agent',
  },
  bedrockRuntime: {
    load: () => import('@aws-sdk/client-bedrock-runtime'),
    service: 'bedrock',
    botocore: 'bedrock-runtime',
  },
  budgets: {
    load: () => import('@aws-sdk/client-budgets'),
    service: 'budgets',
    botocore: 'budgets',
  },
  cloudtrail: {
    load: () => import('@aws-sdk/client-cloudtrail'),
    service: 'cloudtrail',
    botocore: 'cloudtrail',
  },
  cloudwatch: {
    load: () => import('@aws-sdk/client-cloudwatch'),
    service: 'cloudwatch',
    botocore: 'cloudwatch',
  },
  costExplorer: {
    load: () => import('@aws-sdk/client-cost-explorer'),
    service: 'ce',
    botocore: 'ce',
  },
  dataExports: {
    load: () => import('@aws-sdk/client-bcm-data-exports'),
    service: 'bcm-data-exports',
    botocore: 'bcm-data-exports',
  },
  ec2: { load: () => import('@aws-sdk/client-ec2'), service: 'ec2', botocore: 'ec2' },
  iam: { load: () => import('@aws-sdk/client-iam'), service: 'iam', botocore: 'iam' },
  kms: { load: () => import('@aws-sdk/client-kms'), service: 'kms', botocore: 'kms' },
  lambda: { load: () => import('@aws-sdk/client-lambda'), service: 'lambda', botocore: 'lambda' },
  logs: {
    load: () => import('@aws-sdk/client-cloudwatch-logs'),
    service: 'logs',
    botocore: 'logs',
  },
  macie: { load: () => import('@aws-sdk/client-macie2'), service: 'macie2', botocore: 'macie2' },
  organizations: {
    load: () => import('@aws-sdk/client-organizations'),
    service: 'organizations',
    botocore: 'organizations',
  },
  pricing: {
    load: () => import('@aws-sdk/client-pricing'),
    service: 'pricing',
    botocore: 'pricing',
  },
  quotas: {
    load: () => import('@aws-sdk/client-service-quotas'),
    service: 'servicequotas',
    botocore: 'service-quotas',
  },
  s3: { load: () => import('@aws-sdk/client-s3'), service: 's3', botocore: 's3', cli: 's3api' },
  s3Control: {
    load: () => import('@aws-sdk/client-s3-control'),
    service: 's3control',
    botocore: 's3control',
  },
  searchServerless: {
    load: () => import('@aws-sdk/client-opensearchserverless'),
    service: 'aoss',
    botocore: 'opensearchserverless',
  },
  sts: { load: () => import('@aws-sdk/client-sts'), service: 'sts', botocore: 'sts' },
} as const satisfies Readonly<Record<string, SdkClient>>;

/** The word that cases use for a client. */
export type SdkClientName = keyof typeof SDK_CLIENTS;
