import type { Part } from '../read-outcome.ts';

/** What Bedrock keeps in a bucket, or takes from it. */
export type BucketPurpose =
  | 'invocation-logs'
  | 'large-invocation-bodies'
  | 'trail'
  | 'training-data'
  | 'validation-data'
  | 'customization-output'
  | 'model-import'
  | 'batch-input'
  | 'batch-output'
  | 'evaluation-data'
  | 'evaluation-output'
  | 'knowledge-base-source'
  | 'knowledge-base-media'
  | 'flow-storage'
  | 'browser-recordings';

/** Who names a bucket, and what for. */
export interface BucketUse {
  readonly purpose: BucketPurpose;
  /** The Region of what names it. */
  readonly region: string;
  /** What names it: a job's, trail's or knowledge base's ARN, or the dataset's own words. */
  readonly by: string;
}

/** What new objects are encrypted with (`s3:GetEncryptionConfiguration`). */
export interface BucketEncryption {
  /** `AES256`, `aws:kms` or `aws:kms:dsse`. */
  readonly algorithm: string;
  /** As it was set: an id, an ARN or an alias; null for S3's own keys and for `aws/s3`. */
  readonly kmsKey: string | null;
  readonly bucketKey: boolean;
}

/**
 * A block of public access, of a bucket or of its account; of each switch the stricter of both counts
 * (`shared/model/public-access.ts`).
 */
export interface PublicAccessBlock {
  readonly blockPublicAcls: boolean;
  readonly ignorePublicAcls: boolean;
  readonly blockPublicPolicy: boolean;
  readonly restrictPublicBuckets: boolean;
}

/** A lifecycle rule in what it means for how long objects are kept; days after creation. */
export interface BucketLifecycleRule {
  readonly id: string | null;
  readonly enabled: boolean;
  /** Empty for all objects. */
  readonly prefix: string;
  /** Whether tags or sizes narrow the rule further. */
  readonly narrowed: boolean;
  readonly expirationDays: number | null;
  /** A fixed date on which objects expire, as AWS keeps it. */
  readonly expirationDate: string | null;
  readonly noncurrentExpirationDays: number | null;
  readonly transitions: readonly { readonly days: number | null; readonly storageClass: string }[];
}

/** Object Lock of a bucket; without a default retention each object says its own. */
export interface BucketObjectLock {
  readonly enabled: boolean;
  /** `GOVERNANCE` or `COMPLIANCE`; null without a default retention. */
  readonly mode: string | null;
  readonly days: number | null;
  readonly years: number | null;
}

/** Versioning of a bucket (`s3:GetBucketVersioning`). */
export interface BucketVersioning {
  /** `Off` where it was never switched on. */
  readonly status: 'Enabled' | 'Suspended' | 'Off';
  readonly mfaDelete: boolean;
}

/**
 * A bucket that Bedrock's configuration names. Each setting is a call of its own; null says that AWS
 * has no such configuration. The settings of another account's bucket are read as far as that
 * account lets us.
 */
export interface Bucket {
  readonly name: string;
  readonly uses: readonly BucketUse[];
  /** Whether it belongs to this account; unread where the account's buckets may not be listed. */
  readonly owned: Part<boolean>;
  /** Null where there is no such bucket. */
  readonly region: Part<string | null>;
  readonly encryption: Part<BucketEncryption | null>;
  readonly publicAccessBlock: Part<PublicAccessBlock | null>;
  /**
   * The block of the account that owns the bucket, with what its organisation demands
   * (`s3:GetAccountPublicAccessBlock`); null where it has none, unread for buckets of others.
   */
  readonly accountPublicAccessBlock: Part<PublicAccessBlock | null>;
  /** Whether its policy makes it public; null where it has no policy. */
  readonly policyIsPublic: Part<boolean | null>;
  /** The policy as JSON text. */
  readonly policy: Part<string | null>;
  /** Empty where it has no lifecycle configuration. */
  readonly lifecycle: Part<readonly BucketLifecycleRule[]>;
  readonly objectLock: Part<BucketObjectLock | null>;
  readonly versioning: Part<BucketVersioning>;
  /** `BucketOwnerEnforced` switches access control lists off; null means they count. */
  readonly objectOwnership: Part<string | null>;
}
