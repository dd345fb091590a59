import type { PublicAccessBlock } from '../../../../../shared/model/dataset.ts';
import { ACCOUNT } from '../organization.ts';
import { ALL_BLOCKED } from './bucket-templates.ts';

/** Half a block: access lists are ignored, policies may be public. */
const LISTS_ALONE: PublicAccessBlock = {
  ...ALL_BLOCKED,
  blockPublicPolicy: false,
  restrictPublicBuckets: false,
};

/**
 * Accounts without a whole block. The shop hands out product pictures by policy, shared services do
 * as the shop does; nobody asked it of the helpdesk, or of the sandbox, which was bought.
 */
const OTHERS: ReadonlyMap<string, PublicAccessBlock | null> = new Map([
  [ACCOUNT.platform, LISTS_ALONE],
  [ACCOUNT.sharedServices, LISTS_ALONE],
  [ACCOUNT.support, null],
  [ACCOUNT.sandbox, null],
]);

/**
 * The account's own block of public access; null where it has none. The scientists' scratch space,
 * public by its own settings, is behind that of their account.
 */
export function accountBlockOf(accountId: string): PublicAccessBlock | null {
  const other = OTHERS.get(accountId);
  return other === undefined ? ALL_BLOCKED : other;
}
