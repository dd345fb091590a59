import { describe, expect, it } from 'vitest';
import { s3Uris, toVpc } from '../../../../../electron/backend/collectors/bedrock/bedrock-reads.ts';
import { toCustomModelDeployment } from '../../../../../electron/backend/collectors/bedrock/custom-model-deployments.ts';
import {
  toCustomModel,
  toCustomModelDetail,
} from '../../../../../electron/backend/collectors/bedrock/custom-models.ts';
import { toFoundationModel } from '../../../../../electron/backend/collectors/bedrock/foundation-models.ts';
import {
  toImportedModel,
  toImportedModelDetail,
} from '../../../../../electron/backend/collectors/bedrock/imported-models.ts';
import { toInferenceProfile } from '../../../../../electron/backend/collectors/bedrock/inference-profiles.ts';
import {
  toMarketplaceEndpoint,
  toMarketplaceEndpointDetail,
} from '../../../../../electron/backend/collectors/bedrock/marketplace-endpoints.ts';
import { toPromptRouter } from '../../../../../electron/backend/collectors/bedrock/prompt-routers.ts';
import { toProvisionedThroughput } from '../../../../../electron/backend/collectors/bedrock/provisioned-throughputs.ts';

const WHEN = new Date('2026-10-01T02:03:04Z');
const TIME = '2026-10-01T02:03:04Z';

describe('foundation models and profiles', () => {
  it('customisations and every date of the lifecycle', () => {
    const model = toFoundationModel({
      modelId: 'm',
      modelArn: 'arn:m',
      customizationsSupported: ['FINE_TUNING'],
      modelLifecycle: {
        status: 'LEGACY',
        startOfLifeTime: WHEN,
        legacyTime: WHEN,
        publicExtendedAccessTime: WHEN,
        endOfLifeTime: new Date(Number.NaN),
      },
    });
    expect(model.customizations).toEqual(['FINE_TUNING']);
    expect(model.lifecycle).toEqual({
      status: 'LEGACY',
      startOfLifeTime: TIME,
      legacyTime: TIME,
      publicExtendedAccessTime: TIME,
      endOfLifeTime: null,
    });
  });

  it('a profile with no more than its names', () => {
    const profile = toInferenceProfile({
      inferenceProfileId: 'p',
      inferenceProfileArn: 'arn:p',
      inferenceProfileName: undefined,
      models: [{ modelArn: 'arn:m' }, {}],
      status: undefined,
      type: undefined,
    });
    expect(profile).toEqual({
      profileId: 'p',
      profileArn: 'arn:p',
      profileName: '',
      description: null,
      type: 'SYSTEM_DEFINED',
      status: 'UNKNOWN',
      modelArns: ['arn:m'],
      createdAt: null,
      updatedAt: null,
      tags: null,
    });
  });
});

describe('prompt routers', () => {
  it('a router with criteria and a fallback', () => {
    expect(
      toPromptRouter({
        promptRouterArn: 'arn:r',
        promptRouterName: 'r',
        routingCriteria: { responseQualityDifference: 0 },
        models: [{ modelArn: 'arn:a' }, { modelArn: 'arn:b' }],
        fallbackModel: { modelArn: 'arn:b' },
        status: 'AVAILABLE',
        type: 'custom',
        createdAt: WHEN,
      }),
    ).toMatchObject({
      type: 'custom',
      modelArns: ['arn:a', 'arn:b'],
      fallbackModelArn: 'arn:b',
      responseQualityDifference: 0,
      createdAt: TIME,
      updatedAt: null,
    });
  });

  it('without an ARN there is no router', () => {
    const nothing = {
      promptRouterName: undefined,
      routingCriteria: undefined,
      promptRouterArn: undefined,
      models: undefined,
      fallbackModel: undefined,
      status: undefined,
      type: undefined,
    };
    expect(() => toPromptRouter(nothing)).toThrow('promptRouterArn');
    expect(toPromptRouter({ ...nothing, promptRouterArn: 'arn:r' })).toMatchObject({
      type: 'default',
      status: 'UNKNOWN',
      modelArns: [],
      fallbackModelArn: null,
      responseQualityDifference: null,
    });
  });
});

describe('provisioned throughput', () => {
  const summary = {
    provisionedModelName: 'p',
    provisionedModelArn: 'arn:p',
    modelArn: 'arn:m',
    desiredModelArn: 'arn:m',
    foundationModelArn: 'arn:m',
    modelUnits: 2,
    desiredModelUnits: 3,
    status: 'Updating' as const,
    creationTime: WHEN,
    lastModifiedTime: WHEN,
  };

  it('without commitment', () => {
    expect(toProvisionedThroughput(summary)).toMatchObject({
      modelUnits: 2,
      desiredModelUnits: 3,
      commitmentDuration: null,
      commitmentExpirationTime: null,
      creationTime: TIME,
    });
  });

  it('with one', () => {
    const committed = { commitmentDuration: 'SixMonths', commitmentExpirationTime: WHEN } as const;
    expect(toProvisionedThroughput({ ...summary, ...committed })).toMatchObject({
      commitmentDuration: 'SixMonths',
      commitmentExpirationTime: TIME,
    });
  });

  it('no units is a hole, zero units are not', () => {
    expect(() => toProvisionedThroughput({ ...summary, modelUnits: undefined })).toThrow(
      'modelUnits',
    );
    expect(toProvisionedThroughput({ ...summary, modelUnits: 0 }).modelUnits).toBe(0);
  });
});

describe('custom models', () => {
  it('a summary of before owner and status existed', () => {
    const summary = {
      modelArn: 'arn:m',
      modelName: undefined,
      creationTime: undefined,
      baseModelArn: 'arn:b',
      baseModelName: '',
    };
    expect(toCustomModel(summary)).toEqual({
      modelArn: 'arn:m',
      modelName: 'arn:m',
      baseModelArn: 'arn:b',
      baseModelName: '',
      customizationType: null,
      ownerAccountId: null,
      status: null,
      creationTime: null,
    });
  });

  it('training on invocation logs counts as training data', () => {
    const detail = toCustomModelDetail({
      modelArn: 'arn:m',
      modelName: 'm',
      creationTime: WHEN,
      modelKmsKeyArn: 'arn:k',
      jobArn: 'arn:j',
      trainingDataConfig: {
        invocationLogsConfig: { invocationLogSource: { s3Uri: 's3://logs/' } },
      },
      validationDataConfig: { validators: [{ s3Uri: 's3://v/1' }, { s3Uri: undefined }] },
      outputDataConfig: { s3Uri: 's3://o/' },
    });
    expect(detail).toEqual({
      modelKmsKeyArn: 'arn:k',
      jobArn: 'arn:j',
      trainingS3Uris: ['s3://logs/'],
      validationS3Uris: ['s3://v/1'],
      outputS3Uri: 's3://o/',
    });
  });

  it('an imported custom model has neither job nor data', () => {
    const answer = { modelArn: 'arn:m', modelName: 'm', creationTime: WHEN };
    expect(toCustomModelDetail(answer)).toEqual({
      modelKmsKeyArn: null,
      jobArn: null,
      trainingS3Uris: [],
      validationS3Uris: [],
      outputS3Uri: null,
    });
  });

  it('a deployment that failed', () => {
    const deployment = {
      customModelDeploymentArn: 'arn:d',
      customModelDeploymentName: 'd',
      modelArn: 'arn:m',
      createdAt: WHEN,
      status: 'Failed' as const,
      failureMessage: 'no capacity',
    };
    expect(toCustomModelDeployment(deployment)).toMatchObject({
      status: 'Failed',
      failureMessage: 'no capacity',
      lastUpdatedAt: null,
    });
    expect(() => toCustomModelDeployment({ ...deployment, modelArn: undefined })).toThrow(
      'modelArn',
    );
  });
});

describe('imported models and endpoints', () => {
  it('an imported model', () => {
    const summary = { modelArn: 'arn:m', modelName: 'm', creationTime: WHEN };
    expect(toImportedModel(summary)).toMatchObject({
      instructSupported: null,
      modelArchitecture: null,
    });
    expect(toImportedModel({ ...summary, instructSupported: false }).instructSupported).toBe(false);
    expect(toImportedModelDetail({})).toEqual({
      modelKmsKeyArn: null,
      jobArn: null,
      s3Uri: null,
      customModelUnitsPerModelCopy: null,
      customModelUnitsVersion: null,
    });
    expect(
      toImportedModelDetail({
        modelDataSource: { s3DataSource: { s3Uri: 's3://w/' } },
        customModelUnits: { customModelUnitsPerModelCopy: 4, customModelUnitsVersion: 'v2.0' },
      }),
    ).toMatchObject({
      s3Uri: 's3://w/',
      customModelUnitsPerModelCopy: 4,
      customModelUnitsVersion: 'v2.0',
    });
  });

  it('an endpoint with and without a network', () => {
    const endpoint = {
      endpointArn: 'arn:e',
      modelSourceIdentifier: 'arn:s',
      createdAt: WHEN,
      updatedAt: WHEN,
    };
    expect(toMarketplaceEndpoint(endpoint).status).toBeNull();
    const sageMaker = {
      initialInstanceCount: 1,
      instanceType: 'ml.g5.xlarge',
      executionRole: 'arn:r',
    };
    const of = (vpc?: { subnetIds: string[]; securityGroupIds: string[] }) =>
      toMarketplaceEndpointDetail({
        ...endpoint,
        endpointConfig: { sageMaker: { ...sageMaker, ...(vpc === undefined ? {} : { vpc }) } },
        endpointStatus: 'InService',
      });
    expect(of()).toMatchObject({ vpc: null, kmsEncryptionKey: null, executionRole: 'arn:r' });
    const vpc = { subnetIds: ['s'], securityGroupIds: ['g'] };
    expect(of(vpc).vpc).toEqual(vpc);
    const bare = { ...endpoint, endpointConfig: undefined, endpointStatus: undefined };
    expect(toMarketplaceEndpointDetail(bare)).toMatchObject({
      instanceType: null,
      initialInstanceCount: null,
      endpointStatus: null,
    });
  });
});

describe('what several answers share', () => {
  it('a network without subnets is none', () => {
    expect(toVpc(undefined)).toBeNull();
    expect(toVpc({ subnetIds: [], securityGroupIds: ['g'] })).toBeNull();
    expect(toVpc({ subnetIds: ['s'], securityGroupIds: undefined })).toEqual({
      subnetIds: ['s'],
      securityGroupIds: [],
    });
  });

  it('addresses that are not there are left out', () => {
    expect(s3Uris('s3://a', undefined, '', 's3://b')).toEqual(['s3://a', 's3://b']);
  });
});
