import type { PublicAccessBlock } from '../../../../../shared/model/dataset.ts';
import { ACCOUNT } from '../organization.ts';
import { ALL_BLOCKED } from './bucket-templates.ts';

/**
 * Accounts without a block of their own: the shop hands out product pictures, and nobody asked it of
 * the helpdesk or of the sandbox, which was bought. The scientists' scratch space, public by its own
 * settings, is behind the block of their account; management's bucket without a block too.
 */
const OPEN: ReadonlySet<string> = new Set([ACCOUNT.platform, ACCOUNT.support, ACCOUNT.sandbox]);

/** Half a block: access lists are ignored, policies may be public. */
const ACLS_ONLY: PublicAccessBlock = {
  ...ALL_BLOCKED,
  blockPublicPolicy: false,
  restrictPublicBuckets: false,
};

/** The account's own block of public access; null where it has none. */
export function accountBlockOf(accountId: string): PublicAccessBlock | null {
  if (OPEN.has(accountId)) return null;
  return accountId === ACCOUNT.sharedServices ? ACLS_ONLY : ALL_BLOCKED;
}
