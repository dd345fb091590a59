import { ACCOUNT } from '../organization.ts';
import { AS_MADE } from './bucket-templates.ts';
import type { SettledBucket } from './surroundings-world.ts';

/** Buckets that are not for logs alone: what models learn from, and what knowledge bases read. */
export const OTHER_BUCKETS: readonly SettledBucket[] = [
  {
    ...AS_MADE,
    name: 'sandbox-trail-666677778888',
    region: 'us-east-1',
    accountId: ACCOUNT.sandbox,
    publicAccessBlock: null,
    objectOwnership: null,
  },
  {
    ...AS_MADE,
    name: 'acme-static-assets-222233334444',
    region: 'us-east-1',
    accountId: ACCOUNT.platform,
  },
];
