import type { OrganizationTree } from '../../../../../shared/model/dataset.ts';
import type { AccountPlace } from '../organization.ts';
import { ACCOUNT } from '../organization.ts';
import { ACCOUNT_TAGS } from './account-tags.ts';
import {
  effectiveBedrockPolicy,
  ORGANIZATION_POLICIES,
  type WorldPolicy,
} from './organization-policies.ts';
import { organizationTree, pathOf } from './organization-tree.ts';

/** The organisation's tree and policies, which only its management account is told. */
export interface OrganizationsWorld {
  readonly managementAccountId: string;
  readonly organizationTree: OrganizationTree;
  /** Tags of an account; none of what has none. */
  readonly accountTags: (accountId: string) => Readonly<Record<string, string>>;
  readonly organizationPolicies: readonly WorldPolicy[];
  /** JSON text; null where no Bedrock policy applies to the account. */
  effectiveBedrockPolicy(accountId: string): string | null;
}

/** The organisation around the accounts of a world. */
export function createOrganizationsWorld(places: readonly AccountPlace[]): OrganizationsWorld {
  const tree = organizationTree(places);
  return {
    managementAccountId: ACCOUNT.management,
    organizationTree: tree,
    accountTags: (accountId) => ACCOUNT_TAGS[accountId] ?? {},
    organizationPolicies: ORGANIZATION_POLICIES.map((policy) => onAccounts(policy, tree)),
    effectiveBedrockPolicy: (accountId) => effectiveBedrockPolicy(pathOf(tree, accountId)),
  };
}

/** AWS attaches its own policies to every root, unit and account, and the last one cannot go. */
function onAccounts(policy: WorldPolicy, { accounts }: OrganizationTree): WorldPolicy {
  if (!policy.awsManaged) return policy;
  const accountIds = accounts.map(({ accountId }) => accountId);
  return { ...policy, targetIds: [...policy.targetIds, ...accountIds] };
}
