import { AS_MADE } from '../../../electron/backend/demo/world/surroundings/bucket-templates.ts';
import type { SurroundingsWorld } from '../../../electron/backend/demo/world/surroundings/surroundings-world.ts';
import type { WorldBucket } from '../../../electron/backend/demo/world/world.ts';

/** The small world's one bucket as S3 makes buckets, and nothing else around Bedrock. */
export function smallSurroundings(logBucket: WorldBucket): SurroundingsWorld {
  const bucket = { ...AS_MADE, ...logBucket };
  return {
    bucket: (name) => (name === bucket.name ? bucket : null),
    bucketsOf: (accountId) => (accountId === bucket.accountId ? [bucket] : []),
    accountPublicAccessBlock: () => null,
    logGroups: () => [],
    kmsKeys: () => [],
    vpcEndpoints: () => [],
    functions: () => [],
    collections: () => [],
    securityPolicies: () => [],
    macie: () => null,
  };
}
