import {
  CloudTrailClient,
  CreateTrailCommand,
  StartLoggingCommand,
} from '@aws-sdk/client-cloudtrail';
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  PutRetentionPolicyCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  CreateVpcCommand,
  CreateVpcEndpointCommand,
  EC2Client,
  type VpcEndpointType,
} from '@aws-sdk/client-ec2';
import { CreateKeyCommand, EnableKeyRotationCommand, KMSClient } from '@aws-sdk/client-kms';
import { S3 } from '@aws-sdk/client-s3';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createClients } from '../../../../electron/backend/aws/clients.ts';
import { collectors } from '../../../../electron/backend/collectors/index.ts';
import { readDataset } from '../../../../electron/backend/scan/read-dataset.ts';
import type {
  CollectedDatasetId,
  DatasetReading,
  InvocationLogging,
} from '../../../../shared/model/dataset.ts';
import { startMoto } from '../../../helpers/moto.ts';
import { NOW } from '../scan/simulated.ts';

const ACCOUNT = '123456789012';
const REGION = 'us-east-1';
const BARE = 'bare-bucket';
const KEPT = 'kept-bucket';
const TRAIL_BUCKET = 'trail-bucket';
const POLICY = { Version: '2012-10-17', Statement: [] as readonly object[] };
const PUBLIC = {
  ...POLICY,
  Statement: [
    { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `arn:aws:s3:::${KEPT}/*` },
  ],
};

/** moto lists the bucket's objects where it is asked for the status of its policy. */
const NOT_IN_MOTO = {
  read: false,
  outcome: { status: 'failed', reason: expect.stringContaining('PolicyStatus.IsPublic') },
};

const moto = await startMoto();
const endpoint = 'missing' in moto ? 'http://127.0.0.1:1' : moto.endpoint;
const credentials = { accessKeyId: 'testing', secretAccessKey: 'testing' };
const settings = { endpoint, region: REGION, credentials };
const clients = createClients({
  connection: {
    id: 'moto',
    label: 'moto',
    profile: null,
    roleArn: null,
    organization: null,
    regions: [REGION],
    endpointUrl: null,
    accountId: null,
  },
  env: { AWS_ENDPOINT_URL: endpoint },
  credentials,
});

afterAll(async () => {
  clients.close();
  if (!('missing' in moto)) await moto.stop();
});

/** Reads one dataset of moto; `named` are the items of the datasets that it follows. */
function read<D extends CollectedDatasetId>(
  dataset: D,
  named: Partial<Record<CollectedDatasetId, readonly object[]>> = {},
): Promise<DatasetReading<D>> {
  return readDataset<D>(collectors[dataset], {
    clients,
    accountId: ACCOUNT,
    region: REGION,
    signal: new AbortController().signal,
    clock: () => NOW,
    readings: async (followed) => [
      {
        dataset: followed,
        accountId: ACCOUNT,
        region: followed === 'buckets' ? 'global' : REGION,
        outcome: { status: 'collected' },
        actions: [],
        readAt: NOW,
        calls: 1,
        items: (named[followed] ?? []) as DatasetReading<typeof followed>['items'],
      },
    ],
  });
}

function loggingTo(s3Bucket: string): Partial<InvocationLogging> {
  return { enabled: true, s3Bucket, largeDataS3Bucket: null, logGroup: '/moto/invocations' };
}

/** A bucket with every setting that moto keeps. */
async function keptBucket(s3: S3, keyArn: string): Promise<void> {
  const Bucket = KEPT;
  await s3.createBucket({ Bucket, ObjectLockEnabledForBucket: true });
  const encryption = { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: keyArn } as const;
  const Rules = [{ ApplyServerSideEncryptionByDefault: encryption, BucketKeyEnabled: true }];
  await s3.putBucketEncryption({ Bucket, ServerSideEncryptionConfiguration: { Rules } });
  const PublicAccessBlockConfiguration = { BlockPublicAcls: true, RestrictPublicBuckets: true };
  await s3.putPublicAccessBlock({ Bucket, PublicAccessBlockConfiguration });
  await s3.putBucketPolicy({ Bucket, Policy: JSON.stringify(PUBLIC) });
  const rule = { ID: 'old', Status: 'Enabled', Filter: { Prefix: 'AWSLogs/' } } as const;
  const LifecycleConfiguration = { Rules: [{ ...rule, Expiration: { Days: 400 } }] };
  await s3.putBucketLifecycleConfiguration({ Bucket, LifecycleConfiguration });
  const DefaultRetention = { Mode: 'COMPLIANCE', Days: 365 } as const;
  const ObjectLockConfiguration = {
    ObjectLockEnabled: 'Enabled',
    Rule: { DefaultRetention },
  } as const;
  await s3.putObjectLockConfiguration({ Bucket, ObjectLockConfiguration });
  const OwnershipControls = { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' as const }] };
  await s3.putBucketOwnershipControls({ Bucket, OwnershipControls });
}

describe('moto, a second AWS', () => {
  beforeEach(({ skip }) => {
    if ('missing' in moto) skip(moto.missing);
  });

  it('settings of buckets, those that were never set among them', async () => {
    const s3 = new S3({ ...settings, forcePathStyle: true });
    const keyArn = `arn:aws:kms:${REGION}:${ACCOUNT}:key/k`;
    await keptBucket(s3, keyArn);
    await s3.createBucket({ Bucket: BARE });
    const { items, outcome, gaps } = await read('buckets', {
      'invocation-logging': [loggingTo(KEPT), loggingTo(BARE), loggingTo('no-such-bucket')],
    });
    expect(outcome).toEqual({ status: 'collected' });
    expect(gaps?.map(({ of }) => of)).toEqual(['s3:GetBucketPolicyStatus']);
    const [kept, bare, gone] = items;
    expect(kept).toEqual({
      name: KEPT,
      uses: [{ purpose: 'invocation-logs', region: REGION, by: 'model invocation logging' }],
      owned: { read: true, value: true },
      region: { read: true, value: REGION },
      encryption: { read: true, value: { algorithm: 'aws:kms', kmsKey: keyArn, bucketKey: true } },
      publicAccessBlock: {
        read: true,
        value: {
          blockPublicAcls: true,
          ignorePublicAcls: false,
          blockPublicPolicy: false,
          restrictPublicBuckets: true,
        },
      },
      accountPublicAccessBlock: { read: true, value: null },
      policyIsPublic: NOT_IN_MOTO,
      policy: { read: true, value: JSON.stringify(PUBLIC) },
      lifecycle: {
        read: true,
        value: [expect.objectContaining({ id: 'old', prefix: 'AWSLogs/', expirationDays: 400 })],
      },
      objectLock: {
        read: true,
        value: { enabled: true, mode: 'COMPLIANCE', days: 365, years: null },
      },
      versioning: { read: true, value: { status: 'Enabled', mfaDelete: false } },
      objectOwnership: { read: true, value: 'BucketOwnerEnforced' },
    });
    expect(bare).toMatchObject({
      publicAccessBlock: { read: true, value: null },
      policy: { read: true, value: null },
      lifecycle: { read: true, value: [] },
      objectLock: { read: true, value: null },
      versioning: { read: true, value: { status: 'Off' } },
    });
    expect(gone).toMatchObject({
      owned: { read: true, value: false },
      region: { read: true, value: null },
      policy: { read: false, outcome: { status: 'unavailable' } },
    });
  }, 60_000);

  it('keys, rotation and a key that does not exist', async () => {
    const kms = new KMSClient(settings);
    const { KeyMetadata: rotating } = await kms.send(new CreateKeyCommand({}));
    const { KeyMetadata: signing } = await kms.send(
      new CreateKeyCommand({ KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' }),
    );
    await kms.send(new EnableKeyRotationCommand({ KeyId: rotating?.KeyId }));
    const missing = `arn:aws:kms:${REGION}:${ACCOUNT}:key/00000000-0000-0000-0000-000000000000`;
    const trails = [rotating?.Arn, signing?.Arn, missing].map((kmsKeyArn, at) => ({
      kmsKeyArn,
      trailArn: `trail-${at}`,
    }));
    const { items, gaps } = await read('kms-keys', { trails });
    expect(gaps).toEqual([]);
    expect(items).toMatchObject([
      {
        name: rotating?.Arn,
        uses: [{ dataset: 'trails', by: 'trail-0' }],
        description: {
          read: true,
          value: {
            keyArn: rotating?.Arn,
            manager: 'CUSTOMER',
            state: 'Enabled',
            origin: 'AWS_KMS',
          },
        },
        rotation: { read: true, value: { enabled: true } },
      },
      { description: { value: { spec: 'RSA_2048' } }, rotation: { read: true, value: null } },
      { description: { read: true, value: null }, rotation: { read: true, value: null } },
    ]);
  }, 60_000);

  it('VPC endpoints of Bedrock alone', async () => {
    const ec2 = new EC2Client(settings);
    const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
    const make = (service: string, VpcEndpointType: VpcEndpointType) =>
      ec2.send(
        new CreateVpcEndpointCommand({
          VpcId: Vpc?.VpcId,
          ServiceName: `com.amazonaws.${REGION}.${service}`,
          VpcEndpointType,
          PrivateDnsEnabled: VpcEndpointType === 'Interface',
        }),
      );
    const made = await make('bedrock-runtime', 'Interface');
    await make('s3', 'Gateway');
    const { items, outcome } = await read('vpc-endpoints');
    expect(outcome).toEqual({ status: 'collected' });
    expect(items).toMatchObject([
      {
        endpointId: made.VpcEndpoint?.VpcEndpointId,
        serviceName: `com.amazonaws.${REGION}.bedrock-runtime`,
        vpcId: Vpc?.VpcId,
        type: 'Interface',
        state: 'available',
        privateDns: true,
      },
    ]);
    expect(JSON.parse(items[0]?.policy ?? '')).toHaveProperty('Statement');
  }, 60_000);

  it('log groups by name and by prefix', async () => {
    const logs = new CloudWatchLogsClient(settings);
    const names = ['/moto/invocations', '/aws/bedrock-agentcore/runtimes/x', '/aws/lambda/y'];
    for (const logGroupName of names) await logs.send(new CreateLogGroupCommand({ logGroupName }));
    const retention = { logGroupName: '/moto/invocations', retentionInDays: 30 };
    await logs.send(new PutRetentionPolicyCommand(retention));
    const { items, outcome } = await read('log-groups', {
      'invocation-logging': [loggingTo(KEPT)],
    });
    expect(outcome).toEqual({ status: 'collected' });
    const told = items.map(({ name, invocationLogs, retentionDays }) => ({
      name,
      invocationLogs,
      retentionDays,
    }));
    expect(told).toEqual([
      { name: '/aws/bedrock-agentcore/runtimes/x', invocationLogs: false, retentionDays: null },
      { name: '/moto/invocations', invocationLogs: true, retentionDays: 30 },
    ]);
  }, 60_000);

  it('trails with status and selectors', async () => {
    await new S3({ ...settings, forcePathStyle: true }).createBucket({ Bucket: TRAIL_BUCKET });
    const cloudtrail = new CloudTrailClient(settings);
    const trail = { Name: 'moto-trail', S3BucketName: TRAIL_BUCKET, IsMultiRegionTrail: true };
    await cloudtrail.send(new CreateTrailCommand(trail));
    await cloudtrail.send(new StartLoggingCommand({ Name: 'moto-trail' }));
    const { items, gaps } = await read('trails');
    expect(gaps).toEqual([]);
    expect(items).toMatchObject([
      {
        name: 'moto-trail',
        homeRegion: REGION,
        multiRegion: true,
        logging: true,
        s3Bucket: TRAIL_BUCKET,
        status: { read: true, value: { logging: true } },
        selectors: { read: true },
      },
    ]);
  }, 60_000);

  it('what moto does not have is said, and nothing is made up', async () => {
    const { items, outcome } = await read('macie');
    const answered = outcome.status === 'collected' && items.length === 1;
    const told = outcome.status === 'failed' || outcome.status === 'unavailable';
    expect(answered || told, JSON.stringify(outcome)).toBe(true);
    expect(JSON.stringify(outcome)).not.toMatch(/\\n| at |node_modules|<html/);
  }, 60_000);
});
