import type { BucketLifecycleRule } from '../../../../../shared/model/dataset.ts';
import type { XmlValue } from '../../protocols/xml.ts';
import type { Reply } from '../../reply.ts';
import type { Call, Operation } from '../../service.ts';
import { WireFault } from '../../wire-fault.ts';
import type { SettledBucket } from '../../world/surroundings/surroundings-world.ts';
import { bucketArn } from './s3-address.ts';
import { inOwnBucket } from './s3-bucket.ts';
import { xmlReply } from './s3-xml.ts';

/** A setting of a bucket: what the query asks for, and what S3 answers. */
interface Setting {
  readonly operation: string;
  /** The part of the query that names it: `?encryption`. */
  readonly query: string;
  readonly action: string;
  readonly answer: (call: Call, bucket: SettledBucket) => Reply;
}

const SETTINGS: readonly Setting[] = [
  {
    operation: 'GetBucketEncryption',
    query: 'encryption',
    action: 's3:GetEncryptionConfiguration',
    answer: (call, { encryption }) =>
      xmlReply(call, 'ServerSideEncryptionConfiguration', {
        Rule: {
          ApplyServerSideEncryptionByDefault: {
            SSEAlgorithm: encryption.algorithm,
            KMSMasterKeyID: encryption.kmsKey ?? undefined,
          },
          BucketKeyEnabled: encryption.bucketKey,
        },
      }),
  },
  {
    operation: 'GetPublicAccessBlock',
    query: 'publicAccessBlock',
    action: 's3:GetBucketPublicAccessBlock',
    answer: (call, { publicAccessBlock: block }) => {
      if (block === null) {
        throw missing(
          'NoSuchPublicAccessBlockConfiguration',
          'The public access block configuration was not found',
        );
      }
      return xmlReply(call, 'PublicAccessBlockConfiguration', {
        BlockPublicAcls: block.blockPublicAcls,
        IgnorePublicAcls: block.ignorePublicAcls,
        BlockPublicPolicy: block.blockPublicPolicy,
        RestrictPublicBuckets: block.restrictPublicBuckets,
      });
    },
  },
  {
    operation: 'GetBucketPolicyStatus',
    query: 'policyStatus',
    action: 's3:GetBucketPolicyStatus',
    answer: (call, bucket) => {
      policyOf(bucket);
      return xmlReply(call, 'PolicyStatus', { IsPublic: bucket.policyIsPublic });
    },
  },
  {
    operation: 'GetBucketPolicy',
    query: 'policy',
    action: 's3:GetBucketPolicy',
    answer: (call, bucket) => ({
      status: 200,
      headers: { 'content-type': 'application/json', 'x-amz-request-id': call.requestId },
      body: policyOf(bucket),
    }),
  },
  {
    operation: 'GetBucketLifecycleConfiguration',
    query: 'lifecycle',
    action: 's3:GetLifecycleConfiguration',
    answer: (call, { lifecycle }) => {
      if (lifecycle.length === 0) {
        const text = 'The lifecycle configuration does not exist';
        throw missing('NoSuchLifecycleConfiguration', text);
      }
      const answer = xmlReply(call, 'LifecycleConfiguration', {
        Rule: lifecycle.map(lifecycleRule),
      });
      const least = { 'x-amz-transition-default-minimum-object-size': 'all_storage_classes_128K' };
      return { ...answer, headers: { ...answer.headers, ...least } };
    },
  },
  {
    operation: 'GetObjectLockConfiguration',
    query: 'object-lock',
    action: 's3:GetBucketObjectLockConfiguration',
    answer: objectLock,
  },
  {
    operation: 'GetBucketVersioning',
    query: 'versioning',
    action: 's3:GetBucketVersioning',
    answer: (call, { versioning: { status, mfaDelete } }) =>
      xmlReply(call, 'VersioningConfiguration', {
        Status: status === 'Off' ? undefined : status,
        MfaDelete: mfaDelete ? 'Enabled' : undefined,
      }),
  },
  {
    operation: 'GetBucketOwnershipControls',
    query: 'ownershipControls',
    action: 's3:GetBucketOwnershipControls',
    answer: (call, { objectOwnership }) => {
      if (objectOwnership === null) {
        const text = 'The bucket ownership controls were not found';
        throw missing('OwnershipControlsNotFoundError', text);
      }
      return xmlReply(call, 'OwnershipControls', { Rule: { ObjectOwnership: objectOwnership } });
    },
  },
];

/** The operations that read a bucket's settings. */
export const settingOperations: Readonly<Record<string, Operation>> = Object.fromEntries(
  SETTINGS.map(({ operation, action, answer }) => [
    operation,
    { action, resource: bucketArn, run: inOwnBucket(action, answer) },
  ]),
);

/** The setting that a request for a bucket asks for; null when it asks for none. */
export function settingNamed(query: URLSearchParams): string | null {
  return SETTINGS.find((setting) => query.has(setting.query))?.operation ?? null;
}

function policyOf({ policy }: SettledBucket): string {
  if (policy === null) throw missing('NoSuchBucketPolicy', 'The bucket policy does not exist');
  return policy;
}

function objectLock(call: Call, { objectLock: lock }: SettledBucket): Reply {
  if (lock === null) {
    const text = 'Object Lock configuration does not exist for this bucket';
    throw missing('ObjectLockConfigurationNotFoundError', text);
  }
  const { mode, days, years } = lock;
  const retention = { Mode: mode ?? undefined, Days: days ?? undefined, Years: years ?? undefined };
  return xmlReply(call, 'ObjectLockConfiguration', {
    ObjectLockEnabled: 'Enabled',
    Rule: mode === null ? undefined : { DefaultRetention: retention },
  });
}

function lifecycleRule(rule: BucketLifecycleRule): XmlValue {
  return {
    ID: rule.id ?? undefined,
    Filter: { Prefix: rule.prefix },
    Status: rule.enabled ? 'Enabled' : 'Disabled',
    Transition: rule.transitions.map(({ days, storageClass }) => ({
      Days: days ?? undefined,
      StorageClass: storageClass,
    })),
    Expiration: rule.expirationDays === null ? undefined : { Days: rule.expirationDays },
    NoncurrentVersionExpiration:
      rule.noncurrentExpirationDays === null
        ? undefined
        : { NoncurrentDays: rule.noncurrentExpirationDays },
  };
}

function missing(code: string, message: string): WireFault {
  return new WireFault(code, 404, message);
}
