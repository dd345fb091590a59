import type { WorldBucket } from '../facts.ts';
import { ACCOUNT, LOG_BUCKET, ORGANIZATION_ID } from '../organization.ts';
import {
  ALL_BLOCKED,
  AS_MADE,
  type BucketTraits,
  deliveryPolicy,
  expireAfter,
  NOTHING_BLOCKED,
  organizationReadPolicy,
  publicReadPolicy,
  S3_KEYS,
  withKey,
} from './bucket-templates.ts';
import { KEYS, logKeyArn } from './key-names.ts';
import type { SettledBucket } from './surroundings-world.ts';

/**
 * The log buckets that are not kept as they should be: Oregon's without a key of the account, the
 * scientists' kept for ever, Dublin's readable by anybody, management's without a block of public
 * access. Virginia's of platform-prod is the example to follow: nobody can delete its logs.
 */
const STORIES: Readonly<Record<string, (name: string) => Partial<BucketTraits>>> = {
  [`${ACCOUNT.platform}/us-east-1`]: () => ({
    objectLock: { enabled: true, mode: 'COMPLIANCE', days: 365, years: null },
  }),
  [`${ACCOUNT.platform}/us-west-2`]: () => ({ encryption: S3_KEYS }),
  [`${ACCOUNT.dataScience}/us-east-1`]: () => ({ lifecycle: [] }),
  [`${ACCOUNT.management}/us-east-1`]: () => ({ publicAccessBlock: null }),
  [`${ACCOUNT.support}/eu-west-1`]: (name) => ({
    publicAccessBlock: NOTHING_BLOCKED,
    policy: publicReadPolicy(name),
    policyIsPublic: true,
  }),
};

/** A log bucket with its settings: as the platform team sets them up, save for the stories. */
export function settledLogBucket(bucket: WorldBucket): SettledBucket {
  const { name, region, accountId, shared } = bucket;
  if (name === LOG_BUCKET.name) return { ...organizationBucket(name), ...bucket };
  const story = STORIES[`${accountId}/${region}`]?.(name) ?? {};
  return {
    ...AS_MADE,
    createdAt: '2026-01-12T08:30:00Z',
    encryption: withKey(logKeyArn(accountId, region)),
    publicAccessBlock: ALL_BLOCKED,
    policy: deliveryPolicy(name, { accountId, region }),
    lifecycle: [expireAfter(400)],
    versioning: { status: 'Enabled', mfaDelete: false },
    ...story,
    name,
    region,
    accountId,
    shared,
  };
}

function organizationBucket(name: string): BucketTraits {
  return {
    ...AS_MADE,
    encryption: withKey(KEYS.organizationTrail),
    policy: organizationReadPolicy(name, ORGANIZATION_ID),
    lifecycle: [expireAfter(2557)],
    objectLock: { enabled: true, mode: 'GOVERNANCE', days: null, years: 1 },
    versioning: { status: 'Enabled', mfaDelete: false },
  };
}
