import { describe, expect, it } from 'vitest';
import { toCustomModelDeployment } from '../../../../../electron/backend/collectors/bedrock/custom-model-deployments.ts';
import {
  toCustomModel,
  toCustomModelDetail,
} from '../../../../../electron/backend/collectors/bedrock/custom-models.ts';
import {
  toImportedModel,
  toImportedModelDetail,
} from '../../../../../electron/backend/collectors/bedrock/imported-models.ts';
import {
  toMarketplaceEndpoint,
  toMarketplaceEndpointDetail,
} from '../../../../../electron/backend/collectors/bedrock/marketplace-endpoints.ts';

const WHEN = new Date('2026-10-01T02:03:04Z');

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
