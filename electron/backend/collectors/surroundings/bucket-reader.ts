import type { S3 } from '@aws-sdk/client-s3';
import type { Bucket, Part } from '../../../../shared/model/dataset.ts';
import type { SendOptions } from '../../aws/caller.ts';
import type { IamAction } from '../../aws/classify-error.ts';
import { required } from '../../aws/required.ts';
import type { CollectContext } from '../collector.ts';
import {
  toEncryption,
  toLifecycleRule,
  toObjectLock,
  toPublicAccessBlock,
  toVersioning,
} from './bucket-settings.ts';
import { nullWhen } from './null-when.ts';

/** The settings of a bucket: everything but who names it, whose it is and where, and the account's part. */
export type BucketSettings = Omit<
  Bucket,
  'name' | 'uses' | 'owned' | 'region' | 'accountPublicAccessBlock'
>;

/** The IAM actions of the settings; some are called other than the operation. */
export const SETTING_ACTIONS = [
  's3:GetEncryptionConfiguration',
  's3:GetBucketPublicAccessBlock',
  's3:GetBucketPolicyStatus',
  's3:GetBucketPolicy',
  's3:GetLifecycleConfiguration',
  's3:GetBucketObjectLockConfiguration',
  's3:GetBucketVersioning',
  's3:GetBucketOwnershipControls',
] as const satisfies readonly IamAction[];

/**
 * One setting: its call, and the error by which S3 says that it was never set. An answer that lacks
 * the setting is no answer: an endpoint that does not know the question may list objects instead.
 */
interface Setting<A, T> {
  readonly action: (typeof SETTING_ACTIONS)[number];
  readonly unset: readonly string[];
  readonly ask: (client: S3, bucket: string, options: SendOptions) => Promise<A>;
  readonly told: (answer: A | null) => T;
}

/** Reads every setting of a bucket, each by a call that may fail by itself. */
export async function readSettings(
  context: CollectContext,
  client: S3,
  name: string,
): Promise<BucketSettings> {
  const read = <A, T>(setting: Setting<A, T>): Promise<Part<T>> =>
    context.part(setting.action, async () =>
      setting.told(
        await context.call(setting.action, (options) =>
          nullWhen(setting.unset, setting.ask(client, name, options)),
        ),
      ),
    );
  const [encryption, publicAccessBlock, policyIsPublic, policy] = await Promise.all([
    read(ENCRYPTION),
    read(PUBLIC_ACCESS_BLOCK),
    read(POLICY_STATUS),
    read(POLICY),
  ]);
  const [lifecycle, objectLock, versioning, objectOwnership] = await Promise.all([
    read(LIFECYCLE),
    read(OBJECT_LOCK),
    read(VERSIONING),
    read(OWNERSHIP),
  ]);
  return {
    encryption,
    publicAccessBlock,
    policyIsPublic,
    policy,
    lifecycle,
    objectLock,
    versioning,
    objectOwnership,
  };
}

/** The same part for every setting: of a bucket that is not there, or not ours to read. */
export function settingsUnread(
  part: Extract<Part<never>, { readonly read: false }>,
): BucketSettings {
  return {
    encryption: part,
    publicAccessBlock: part,
    policyIsPublic: part,
    policy: part,
    lifecycle: part,
    objectLock: part,
    versioning: part,
    objectOwnership: part,
  };
}

/** Makes a setting; only so that the call's answer and its mapping have one type. */
function setting<A, T>(one: Setting<A, T>): Setting<A, T> {
  return one;
}

const ENCRYPTION = setting({
  action: 's3:GetEncryptionConfiguration',
  unset: ['ServerSideEncryptionConfigurationNotFoundError'],
  ask: (client, Bucket, options) => client.getBucketEncryption({ Bucket }, options),
  told: (answer) =>
    answer &&
    toEncryption(required(answer.ServerSideEncryptionConfiguration, 'ServerSideEncryption')),
});

const PUBLIC_ACCESS_BLOCK = setting({
  action: 's3:GetBucketPublicAccessBlock',
  unset: ['NoSuchPublicAccessBlockConfiguration'],
  ask: (client, Bucket, options) => client.getPublicAccessBlock({ Bucket }, options),
  told: (answer) =>
    answer &&
    toPublicAccessBlock(required(answer.PublicAccessBlockConfiguration, 'PublicAccessBlock')),
});

const POLICY_STATUS = setting({
  action: 's3:GetBucketPolicyStatus',
  unset: ['NoSuchBucketPolicy'],
  ask: (client, Bucket, options) => client.getBucketPolicyStatus({ Bucket }, options),
  told: (answer) => answer && required(answer.PolicyStatus?.IsPublic, 'PolicyStatus.IsPublic'),
});

const POLICY = setting({
  action: 's3:GetBucketPolicy',
  unset: ['NoSuchBucketPolicy'],
  ask: async (client, Bucket, options) => {
    const { Policy } = await client.getBucketPolicy({ Bucket }, options);
    return Policy === undefined ? null : document(Policy);
  },
  told: (policy) => policy,
});

const LIFECYCLE = setting({
  action: 's3:GetLifecycleConfiguration',
  unset: ['NoSuchLifecycleConfiguration'],
  ask: (client, Bucket, options) => client.getBucketLifecycleConfiguration({ Bucket }, options),
  told: (answer) =>
    answer === null ? [] : required(answer.Rules, 'LifecycleConfiguration').map(toLifecycleRule),
});

const OBJECT_LOCK = setting({
  action: 's3:GetBucketObjectLockConfiguration',
  unset: ['ObjectLockConfigurationNotFoundError'],
  ask: (client, Bucket, options) => client.getObjectLockConfiguration({ Bucket }, options),
  told: (answer) =>
    answer && toObjectLock(required(answer.ObjectLockConfiguration, 'ObjectLockConfiguration')),
});

const VERSIONING = setting({
  action: 's3:GetBucketVersioning',
  unset: [],
  ask: (client, Bucket, options) => client.getBucketVersioning({ Bucket }, options),
  told: (answer) => toVersioning(answer ?? {}),
});

const OWNERSHIP = setting({
  action: 's3:GetBucketOwnershipControls',
  unset: ['OwnershipControlsNotFoundError'],
  ask: (client, Bucket, options) => client.getBucketOwnershipControls({ Bucket }, options),
  told: (answer) =>
    answer && required(answer.OwnershipControls?.Rules?.[0]?.ObjectOwnership, 'ObjectOwnership'),
});

/**
 * A policy as it came: S3 answers the bare text, which the SDK does not look at.
 * @throws SyntaxError when it is not JSON, as an answer of something other than S3 would be.
 */
function document(policy: string): string {
  JSON.parse(policy);
  return policy;
}
