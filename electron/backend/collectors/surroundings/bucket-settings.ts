import type {
  GetBucketVersioningOutput,
  LifecycleRule,
  ObjectLockConfiguration,
  PublicAccessBlockConfiguration,
  ServerSideEncryptionConfiguration,
} from '@aws-sdk/client-s3';
import type {
  BucketEncryption,
  BucketLifecycleRule,
  BucketObjectLock,
  BucketVersioning,
  PublicAccessBlock,
} from '../../../../shared/model/dataset.ts';
import { instant, list, text } from '../../aws/required.ts';

/** The default encryption of new objects; null where the answer holds no rule. */
export function toEncryption(
  configuration: ServerSideEncryptionConfiguration,
): BucketEncryption | null {
  const [rule] = list(configuration.Rules);
  const byDefault = rule?.ApplyServerSideEncryptionByDefault;
  if (byDefault === undefined) return null;
  return {
    algorithm: text(byDefault.SSEAlgorithm, 'SSEAlgorithm'),
    kmsKey: byDefault.KMSMasterKeyID ?? null,
    bucketKey: rule?.BucketKeyEnabled ?? false,
  };
}

/** A switch that S3 left out is off. */
export function toPublicAccessBlock(block: PublicAccessBlockConfiguration): PublicAccessBlock {
  return {
    blockPublicAcls: block.BlockPublicAcls ?? false,
    ignorePublicAcls: block.IgnorePublicAcls ?? false,
    blockPublicPolicy: block.BlockPublicPolicy ?? false,
    restrictPublicBuckets: block.RestrictPublicBuckets ?? false,
  };
}

/** A rule with its filter in either form: the prefix of old rules, or the filter of newer ones. */
export function toLifecycleRule(rule: LifecycleRule): BucketLifecycleRule {
  const { Filter: filter } = rule;
  const and = filter?.And;
  const sized = [filter?.ObjectSizeGreaterThan, filter?.ObjectSizeLessThan];
  return {
    id: rule.ID ?? null,
    enabled: rule.Status === 'Enabled',
    prefix: rule.Prefix ?? filter?.Prefix ?? and?.Prefix ?? '',
    narrowed:
      filter?.Tag !== undefined || and !== undefined || sized.some((size) => size !== undefined),
    expirationDays: rule.Expiration?.Days ?? null,
    expirationDate: instant(rule.Expiration?.Date),
    noncurrentExpirationDays: rule.NoncurrentVersionExpiration?.NoncurrentDays ?? null,
    transitions: list(rule.Transitions).map(({ Days, StorageClass }) => ({
      days: Days ?? null,
      storageClass: StorageClass ?? 'UNKNOWN',
    })),
  };
}

/** Object Lock with its default retention, which counts in days or in years. */
export function toObjectLock(lock: ObjectLockConfiguration): BucketObjectLock {
  const retention = lock.Rule?.DefaultRetention;
  return {
    enabled: lock.ObjectLockEnabled === 'Enabled',
    mode: retention?.Mode ?? null,
    days: positive(retention?.Days),
    years: positive(retention?.Years),
  };
}

/** S3 answers nothing at all for a bucket that never had versioning. */
export function toVersioning(answer: GetBucketVersioningOutput): BucketVersioning {
  return { status: answer.Status ?? 'Off', mfaDelete: answer.MFADelete === 'Enabled' };
}

/** S3 leaves the unit that does not count out; others write 0 for it. */
function positive(count: number | undefined): number | null {
  return count === undefined || count === 0 ? null : count;
}
