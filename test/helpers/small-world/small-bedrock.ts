import type {
  BedrockResources,
  BedrockWorld,
} from '../../../electron/backend/demo/world/bedrock/bedrock-world.ts';
import type { World } from '../../../electron/backend/demo/world/world.ts';
import type { BatchJob, FoundationModel, InferenceProfile } from '../../../shared/model/dataset.ts';

const TEXT_MODEL: FoundationModel = {
  modelId: 'acme.text-v1:0',
  modelArn: 'arn:aws:bedrock:us-east-1::foundation-model/acme.text-v1:0',
  modelName: 'Acme Text',
  providerName: 'Anthropic',
  inputModalities: ['TEXT', 'IMAGE'],
  outputModalities: ['TEXT'],
  inferenceTypes: ['ON_DEMAND'],
  customizations: ['FINE_TUNING'],
  streaming: true,
  lifecycle: {
    status: 'ACTIVE',
    startOfLifeTime: '2025-06-01T00:00:00Z',
    legacyTime: null,
    publicExtendedAccessTime: null,
    endOfLifeTime: null,
  },
};

const MODELS: readonly FoundationModel[] = [
  TEXT_MODEL,
  variant('acme.profile-only-v1:0', { inferenceTypes: ['INFERENCE_PROFILE'] }),
  variant('acme.old-v1:0', {
    lifecycle: {
      status: 'LEGACY',
      startOfLifeTime: null,
      legacyTime: '2026-03-01T00:00:00Z',
      publicExtendedAccessTime: '2026-06-01T00:00:00Z',
      endOfLifeTime: '2027-01-01T00:00:00Z',
    },
  }),
  variant('acme.pictures-v1:0', { outputModalities: ['IMAGE'], streaming: false }),
  variant('acme.slow-v1:0', { streaming: false, providerName: 'Other' }),
];

const NOTHING: BedrockResources = {
  promptRouters: [],
  provisionedThroughputs: [],
  customModels: [],
  customModelDeployments: [],
  importedModels: [],
  marketplaceEndpoints: [],
  customizationJobs: [],
  importJobs: [],
  copyJobs: [],
  batchJobs: [],
  evaluationJobs: [],
};

/**
 * Bedrock of the small world: the same in every account. Of jobs there are 2,340 batch jobs in
 * us-east-1 and nothing else; no model is metered by AWS Marketplace.
 */
export const smallBedrock: Pick<World, 'foundationModels' | 'inferenceProfiles'> & BedrockWorld = {
  bedrockResources: (accountId, region) =>
    region === 'us-east-1'
      ? { ...NOTHING, batchJobs: Array.from({ length: 2340 }, (_, at) => batchJob(accountId, at)) }
      : NOTHING,
  modelAvailability: (_accountId, _region, modelId) =>
    MODELS.some((model) => model.modelId === modelId)
      ? {
          agreementStatus: 'AVAILABLE',
          agreementError: null,
          authorizationStatus: 'AUTHORIZED',
          entitlementAvailability: 'AVAILABLE',
          regionAvailability: 'AVAILABLE',
        }
      : null,
  agreementOffer: () => null,
  accessForm: () => null,
  foundationModels: () => MODELS,
  inferenceProfiles: (accountId) => [
    profile(accountId, 'us.acme.profile-only-v1:0', 'SYSTEM_DEFINED'),
    ...Array.from({ length: 104 }, (_, index) => profile(accountId, `app${index}`, 'APPLICATION')),
  ],
};

function batchJob(accountId: string, at: number): BatchJob {
  const id = String(at).padStart(12, '0');
  return {
    jobArn: `arn:aws:bedrock:us-east-1:${accountId}:model-invocation-job/${id}`,
    jobName: `job-${at}`,
    status: at % 2 === 0 ? 'Completed' : 'Failed',
    modelId: 'acme.text-v1:0',
    roleArn: `arn:aws:iam::${accountId}:role/Batch`,
    inputS3Uri: `s3://small-data/${id}/`,
    inputBucketOwner: '333333333333',
    outputS3Uri: `s3://small-results/${id}/`,
    outputBucketOwner: null,
    outputKmsKeyId: null,
    vpc: null,
    submitTime: `2026-10-${String(1 + (at % 28)).padStart(2, '0')}T10:00:00Z`,
    lastModifiedTime: null,
    endTime: null,
    expirationTime: null,
    totalRecords: null,
    processedRecords: null,
    succeededRecords: null,
    failedRecords: null,
    message: at % 2 === 0 ? null : 'No such bucket.',
  };
}

function variant(modelId: string, change: Partial<FoundationModel>): FoundationModel {
  return {
    ...TEXT_MODEL,
    modelId,
    modelArn: TEXT_MODEL.modelArn.replace('acme.text-v1:0', modelId),
    ...change,
  };
}

function profile(
  accountId: string,
  id: string,
  type: 'SYSTEM_DEFINED' | 'APPLICATION',
): InferenceProfile {
  const kind = type === 'APPLICATION' ? 'application-inference-profile' : 'inference-profile';
  return {
    profileId: id,
    profileArn: `arn:aws:bedrock:us-east-1:${accountId}:${kind}/${id}`,
    profileName: `Profile ${id}`,
    description: type === 'APPLICATION' ? `What ${id} is for` : null,
    createdAt: '2026-02-03T04:05:06Z',
    updatedAt: '2026-03-04T05:06:07Z',
    tags: type === 'APPLICATION' ? { read: true, value: [{ key: 'team', value: id }] } : null,
    type,
    status: 'ACTIVE',
    modelArns: ['us-east-1', 'us-west-2'].map(
      (region) => `arn:aws:bedrock:${region}::foundation-model/acme.profile-only-v1:0`,
    ),
  };
}
