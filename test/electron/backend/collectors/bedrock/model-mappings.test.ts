import { describe, expect, it } from 'vitest';
import { s3Uris, toVpc } from '../../../../../electron/backend/collectors/bedrock/bedrock-reads.ts';
import { toFoundationModel } from '../../../../../electron/backend/collectors/bedrock/foundation-models.ts';
import { toInferenceProfile } from '../../../../../electron/backend/collectors/bedrock/inference-profiles.ts';
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
