import { describe, expect, it, test } from 'vitest';
import { bucketOf } from '../../../../../electron/backend/collectors/surroundings/bucket-namers.ts';
import {
  toEncryption,
  toLifecycleRule,
  toObjectLock,
  toPublicAccessBlock,
  toVersioning,
} from '../../../../../electron/backend/collectors/surroundings/bucket-settings.ts';
import { regionOfConstraint } from '../../../../../electron/backend/collectors/surroundings/buckets.ts';
import { isKeyOf } from '../../../../../electron/backend/collectors/surroundings/key-namers.ts';
import {
  toKeyDescription,
  toRotation,
} from '../../../../../electron/backend/collectors/surroundings/kms-keys.ts';
import {
  toLogGroup,
  wholePrefixes,
} from '../../../../../electron/backend/collectors/surroundings/log-groups.ts';
import {
  toMacie,
  toMacieJob,
  unlessOff,
} from '../../../../../electron/backend/collectors/surroundings/macie.ts';
import { toVpcEndpoint } from '../../../../../electron/backend/collectors/surroundings/vpc-endpoints.ts';

const NOTHING = { read: true, value: null } as const;

describe('settings of buckets', () => {
  it('no encryption rule, and one under a key', () => {
    expect(toEncryption({ Rules: [] })).toBeNull();
    const byDefault = { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'alias/k' } as const;
    const Rules = [{ ApplyServerSideEncryptionByDefault: byDefault }];
    expect(toEncryption({ Rules })).toEqual({
      algorithm: 'aws:kms',
      kmsKey: 'alias/k',
      bucketKey: false,
    });
  });

  it('a block that leaves switches out has them off', () => {
    expect(toPublicAccessBlock({ BlockPublicAcls: true })).toEqual({
      blockPublicAcls: true,
      ignorePublicAcls: false,
      blockPublicPolicy: false,
      restrictPublicBuckets: false,
    });
  });

  it.each([
    ['an old rule', { Prefix: 'logs/' }, { prefix: 'logs/', narrowed: false }],
    ['a filter of all', { Filter: { Prefix: '' } }, { prefix: '', narrowed: false }],
    ['no filter', {}, { prefix: '', narrowed: false }],
    ['a tag', { Filter: { Tag: { Key: 'a', Value: 'b' } } }, { prefix: '', narrowed: true }],
    ['a size', { Filter: { ObjectSizeGreaterThan: 0 } }, { prefix: '', narrowed: true }],
    ['several', { Filter: { And: { Prefix: 'x' } } }, { prefix: 'x', narrowed: true }],
    ['days', { Expiration: { Days: 0 } }, { expirationDays: 0, expirationDate: null }],
    [
      'a date',
      { Expiration: { Date: new Date('2027-01-01T00:00:00Z') } },
      { expirationDays: null, expirationDate: '2027-01-01T00:00:00Z' },
    ],
    [
      'old versions',
      { NoncurrentVersionExpiration: { NoncurrentDays: 9 }, Transitions: [{ Days: 3 }] },
      { noncurrentExpirationDays: 9, transitions: [{ days: 3, storageClass: 'UNKNOWN' }] },
    ],
  ])('a lifecycle rule with %s', (_, rule, expected) => {
    expect(toLifecycleRule({ Status: 'Enabled', ...rule })).toMatchObject(expected);
    expect(toLifecycleRule({ Status: 'Disabled', ...rule }).enabled).toBe(false);
  });

  it('Object Lock without and with a default retention', () => {
    const ObjectLockEnabled = 'Enabled' as const;
    expect(toObjectLock({ ObjectLockEnabled })).toEqual({
      enabled: true,
      mode: null,
      days: null,
      years: null,
    });
    const Rule = { DefaultRetention: { Mode: 'COMPLIANCE', Years: 7 } } as const;
    expect(toObjectLock({ ObjectLockEnabled, Rule })).toMatchObject({
      mode: 'COMPLIANCE',
      days: null,
      years: 7,
    });
  });

  it('versioning that was never switched on', () => {
    expect(toVersioning({})).toEqual({ status: 'Off', mfaDelete: false });
    expect(toVersioning({ Status: 'Suspended', MFADelete: 'Enabled' })).toEqual({
      status: 'Suspended',
      mfaDelete: true,
    });
  });

  it.each([
    [undefined, 'us-east-1'],
    ['', 'us-east-1'],
    ['EU', 'eu-west-1'],
    ['eu-central-1', 'eu-central-1'],
  ])('location %s', (constraint, region) => {
    expect(regionOfConstraint(constraint)).toBe(region);
  });

  it.each([
    ['s3://data/train/a.jsonl', 'data'],
    ['s3://data', 'data'],
    ['arn:aws:s3:::docs', 'docs'],
    ['arn:aws-cn:s3:::docs/prefix', 'docs'],
    ['plain.bucket-1', 'plain.bucket-1'],
    ['https://example.com/x', null],
    ['arn:aws:s3:us-east-1:1:accesspoint/a', null],
    ['', null],
    [null, null],
  ])('the bucket of %s', (place, bucket) => {
    expect(bucketOf(place)).toBe(bucket);
  });
});

describe('log groups', () => {
  it('one that AWS tells little of', () => {
    const group = { logGroupName: '/g', arn: 'arn:aws:logs:us-east-1:1:log-group:/g:*' };
    expect(toLogGroup(group, new Set(), NOTHING)).toEqual({
      name: '/g',
      arn: 'arn:aws:logs:us-east-1:1:log-group:/g',
      invocationLogs: false,
      retentionDays: null,
      kmsKeyArn: null,
      logClass: 'STANDARD',
      storedBytes: null,
      createdAt: null,
      inheritsDataProtection: false,
      dataProtectionPolicy: NOTHING,
    });
    expect(() => toLogGroup({ logGroupName: '/g' }, new Set(), NOTHING)).toThrow(/arn/);
  });

  it('named by invocation logging, under a policy of the account', () => {
    const group = {
      logGroupName: '/g',
      logGroupArn: 'arn:g',
      creationTime: 0,
      inheritedProperties: ['ACCOUNT_DATA_PROTECTION' as const],
    };
    expect(toLogGroup(group, new Set(['/g']), NOTHING)).toMatchObject({
      invocationLogs: true,
      createdAt: '1970-01-01T00:00:00Z',
      inheritsDataProtection: true,
    });
  });

  it('a prefix that another one covers is not asked for', () => {
    expect(wholePrefixes(['/aws/bedrock', '/aws/bedrock-agentcore/x', '/b', '/b'])).toEqual([
      '/aws/bedrock',
      '/b',
    ]);
  });
});

describe('keys', () => {
  it('what AWS leaves out is not made up', () => {
    expect(toKeyDescription({ KeyId: 'k', Arn: 'arn:k' })).toEqual({
      keyArn: 'arn:k',
      accountId: null,
      manager: 'CUSTOMER',
      state: 'UNKNOWN',
      origin: 'UNKNOWN',
      multiRegion: false,
      spec: 'UNKNOWN',
      usage: 'UNKNOWN',
      createdAt: null,
      deletionAt: null,
    });
    expect(toRotation({})).toEqual({ enabled: false, periodDays: null, nextAt: null });
    expect(() => toKeyDescription({ KeyId: 'k' })).toThrow(/Arn/);
  });

  it.each([
    ['an ARN of here', { name: 'arn:aws:kms:us-east-1:1:key/k' }, true],
    ['an ARN of elsewhere', { name: 'arn:aws:kms:eu-west-1:1:key/k' }, false],
    [
      'an ARN of here, of a bucket elsewhere',
      { name: 'arn:aws:kms:us-east-1:1:key/k', itemRegion: 'eu-west-1' },
      true,
    ],
    ['an id of an item of here', { name: 'k' }, true],
    ['an id of a bucket of here', { name: 'k', itemRegion: 'us-east-1' }, true],
    ['an id of a bucket elsewhere', { name: 'k', itemRegion: 'eu-west-1' }, false],
    ['an id of a bucket in a Region unknown', { name: 'k', itemRegion: null }, false],
  ])('%s', (_, key, here) => {
    expect(isKeyOf('us-east-1', { by: 'x', ...key })).toBe(here);
  });
});

test('a VPC endpoint, with its state as EC2 writes it', () => {
  const endpoint = toVpcEndpoint({
    VpcEndpointId: 'vpce-1',
    ServiceName: 'com.amazonaws.us-east-1.bedrock',
    State: 'PendingAcceptance',
  });
  expect(endpoint).toEqual({
    endpointId: 'vpce-1',
    serviceName: 'com.amazonaws.us-east-1.bedrock',
    vpcId: '',
    type: 'Interface',
    state: 'pendingAcceptance',
    policy: null,
    privateDns: false,
    subnets: 0,
    securityGroups: 0,
    ownerId: null,
    createdAt: null,
  });
  expect(() => toVpcEndpoint({ VpcEndpointId: 'vpce-1' })).toThrow(/serviceName/);
});

describe('Macie', () => {
  it('a job by criteria, and one without anything', () => {
    expect(toMacieJob({ jobId: 'j', bucketCriteria: {} }, NOTHING)).toMatchObject({
      name: 'j',
      status: 'UNKNOWN',
      byCriteria: true,
      buckets: [],
      lastRunFailed: false,
    });
    const failed = { jobId: 'j', lastRunErrorStatus: { code: 'ERROR' as const } };
    expect(toMacieJob(failed, NOTHING).lastRunFailed).toBe(true);
    expect(() => toMacieJob({}, NOTHING)).toThrow(/jobId/);
  });

  it('is on only with a session', () => {
    const jobs = { read: true, value: [] } as const;
    expect(toMacie(null, jobs)).toMatchObject({ enabled: false, status: null });
    expect(toMacie({ status: 'PAUSED' }, jobs)).toMatchObject({ enabled: true, status: 'PAUSED' });
  });

  it.each([
    ['Macie is not enabled.', 'AccessDeniedException', true],
    [
      'User: x is not authorized to perform: macie2:GetMacieSession',
      'AccessDeniedException',
      false,
    ],
    ['Macie is not enabled.', 'ValidationException', false],
  ])('%s (%s)', async (message, name, off) => {
    const error = Object.assign(new Error(message), { name });
    const answer = unlessOff(Promise.reject(error));
    if (off) expect(await answer).toBeNull();
    else await expect(answer).rejects.toBe(error);
  });
});
