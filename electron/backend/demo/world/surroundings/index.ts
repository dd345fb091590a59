import type { Instant } from '../../../../../shared/model/period.ts';
import type { Calendar } from '../calendar.ts';
import type { WorldBucket } from '../facts.ts';
import { invocationLoggingIn } from '../logging.ts';
import { accountBlockOf } from './account-blocks.ts';
import { collectionsIn, securityPoliciesIn } from './collections.ts';
import { functionsIn } from './functions.ts';
import { createKeys } from './kms-keys.ts';
import { settledLogBucket } from './log-buckets.ts';
import { logGroupsIn } from './log-groups.ts';
import { macieIn } from './macie.ts';
import { OTHER_BUCKETS } from './other-buckets.ts';
import type { SurroundingsWorld } from './surroundings-world.ts';
import { vpcEndpointsIn } from './vpc-endpoints.ts';

/** What the surroundings must agree with. */
export interface SurroundingsOptions {
  readonly now: Instant;
  readonly logBuckets: readonly WorldBucket[];
  /** Tells when invocation logging was switched on where. */
  readonly calendar: Calendar;
}

/** What lies around Bedrock in the simulated organisation. */
export function createSurroundings(options: SurroundingsOptions): SurroundingsWorld {
  const { now, logBuckets, calendar } = options;
  const settled = [...logBuckets.map(settledLogBucket), ...OTHER_BUCKETS];
  const buckets = new Map(settled.map((bucket) => [bucket.name, bucket]));
  const keys = createKeys(now, logBuckets);
  return {
    bucket: (name) => buckets.get(name) ?? null,
    bucketsOf: (accountId) =>
      settled
        .filter((bucket) => bucket.accountId === accountId)
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    accountPublicAccessBlock: accountBlockOf,
    logGroups: (accountId, region) =>
      logGroupsIn(accountId, region, invocationLoggingIn(accountId, region, calendar)),
    kmsKeys: (accountId, region) => keys.get(`${accountId}/${region}`) ?? [],
    vpcEndpoints: vpcEndpointsIn,
    functions: functionsIn,
    collections: collectionsIn,
    securityPolicies: securityPoliciesIn,
    macie: (accountId, region) => macieIn(accountId, region, now),
  };
}
