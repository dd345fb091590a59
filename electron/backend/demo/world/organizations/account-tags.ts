import { ACCOUNT } from '../organization.ts';

/** What finance has written on the accounts; those of security and the newest ones have nothing yet. */
export const ACCOUNT_TAGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [ACCOUNT.management]: { 'business-unit': 'finance' },
  [ACCOUNT.platform]: { 'business-unit': 'retail', 'cost-center': 'cc-4410', owner: 'platform' },
  [ACCOUNT.dataScience]: { 'business-unit': 'research', 'cost-center': 'cc-7702' },
  [ACCOUNT.support]: { 'business-unit': 'service', 'cost-center': 'cc-5120' },
  [ACCOUNT.sharedServices]: { 'business-unit': 'retail', 'cost-center': 'cc-4410' },
};
