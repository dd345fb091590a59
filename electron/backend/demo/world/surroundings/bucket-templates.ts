import type {
  BucketEncryption,
  BucketLifecycleRule,
  PublicAccessBlock,
} from '../../../../../shared/model/dataset.ts';
import type { SettledBucket } from './surroundings-world.ts';

/** Everything of a bucket but its name and whose it is. */
export type BucketTraits = Omit<SettledBucket, 'name' | 'region' | 'accountId'>;

/** Every switch of the block of public access. */
export const ALL_BLOCKED: PublicAccessBlock = switches(true);
/** A block that somebody switched off. */
export const NOTHING_BLOCKED: PublicAccessBlock = switches(false);

/** S3's own keys, which every bucket has had since January 2023. */
export const S3_KEYS: BucketEncryption = { algorithm: 'AES256', kmsKey: null, bucketKey: false };

/** A bucket as S3 makes it today when nothing is asked for. */
export const AS_MADE: BucketTraits = {
  shared: false,
  createdAt: '2025-11-03T09:12:00Z',
  encryption: S3_KEYS,
  publicAccessBlock: ALL_BLOCKED,
  policy: null,
  policyIsPublic: false,
  lifecycle: [],
  objectLock: null,
  versioning: { status: 'Off', mfaDelete: false },
  objectOwnership: 'BucketOwnerEnforced',
};

/** Encryption with a customer-managed key. */
export function withKey(kmsKey: string): BucketEncryption {
  return { algorithm: 'aws:kms', kmsKey, bucketKey: true };
}

/** A rule that deletes everything after some days. */
export function expireAfter(days: number): BucketLifecycleRule {
  return {
    id: `expire-after-${days}-days`,
    enabled: true,
    prefix: '',
    narrowed: false,
    expirationDays: days,
    expirationDate: null,
    noncurrentExpirationDays: 30,
    transitions: [{ days: 90, storageClass: 'GLACIER_IR' }],
  };
}

/** The policy by which Bedrock may deliver invocation logs, as its documentation asks for. */
export function deliveryPolicy(name: string, place: { accountId: string; region: string }): string {
  const { accountId, region } = place;
  return policy({
    Sid: 'AmazonBedrockLogsWrite',
    Effect: 'Allow',
    Principal: { Service: 'bedrock.amazonaws.com' },
    Action: ['s3:PutObject'],
    Resource: [`arn:aws:s3:::${name}/AWSLogs/${accountId}/BedrockModelInvocationLogs/*`],
    Condition: {
      StringEquals: { 'aws:SourceAccount': accountId },
      ArnLike: { 'aws:SourceArn': `arn:aws:bedrock:${region}:${accountId}:*` },
    },
  });
}

/** A policy that lets anybody read the objects. */
export function publicReadPolicy(name: string): string {
  return policy({
    Sid: 'PublicRead',
    Effect: 'Allow',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: `arn:aws:s3:::${name}/*`,
  });
}

/** A policy that lets the members of an organisation list and read. */
export function organizationReadPolicy(name: string, organizationId: string): string {
  return policy({
    Sid: 'OrganizationReads',
    Effect: 'Allow',
    Principal: '*',
    Action: ['s3:ListBucket', 's3:GetObject'],
    Resource: [`arn:aws:s3:::${name}`, `arn:aws:s3:::${name}/*`],
    Condition: { StringEquals: { 'aws:PrincipalOrgID': organizationId } },
  });
}

function policy(statement: object): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

function switches(on: boolean): PublicAccessBlock {
  return {
    blockPublicAcls: on,
    ignorePublicAcls: on,
    blockPublicPolicy: on,
    restrictPublicBuckets: on,
  };
}
