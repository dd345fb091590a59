import type {
  OrganizationAccount,
  OrganizationTree,
  OrganizationUnit,
} from '../../../../../shared/model/dataset.ts';
import type { AccountPlace } from '../organization.ts';
import { ACCOUNT, isMember, ORGANIZATION_ID } from '../organization.ts';

const ROOT_ID = 'r-ac1e';

/** Ids of the root and of the units by what they are for. */
export const UNIT = {
  root: ROOT_ID,
  security: unitId('security'),
  infrastructure: unitId('infrastr'),
  workloads: unitId('workload'),
  production: unitId('producti'),
  research: unitId('research'),
} as const;

/** A member that was closed some weeks ago: nobody can assume a role in it any more. */
export const CLOSED_ACCOUNT = { accountId: '999911112222', name: 'legacy-web' } as const;

/** Every policy type that this organisation has enabled on its root. */
const POLICY_TYPES = ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY', 'BEDROCK_POLICY'];

const UNITS: readonly OrganizationUnit[] = [
  {
    id: UNIT.root,
    arn: `arn:aws:organizations::${ACCOUNT.management}:root/${ORGANIZATION_ID}/${ROOT_ID}`,
    name: 'Root',
    parentId: null,
    policyTypes: POLICY_TYPES,
  },
  unit(UNIT.security, 'Security', UNIT.root),
  unit(UNIT.infrastructure, 'Infrastructure', UNIT.root),
  unit(UNIT.workloads, 'Workloads', UNIT.root),
  unit(UNIT.production, 'Production', UNIT.workloads),
  unit(UNIT.research, 'Research', UNIT.workloads),
];

const PARENTS: Readonly<Record<string, string>> = {
  [ACCOUNT.management]: UNIT.root,
  [ACCOUNT.logArchive]: UNIT.security,
  [ACCOUNT.securityAudit]: UNIT.security,
  [ACCOUNT.sharedServices]: UNIT.infrastructure,
  [ACCOUNT.platform]: UNIT.production,
  [ACCOUNT.support]: UNIT.production,
  [ACCOUNT.dataScience]: UNIT.research,
};

/** The organisation's tree: its units, the accounts of the world that joined, and a closed one. */
export function organizationTree(places: readonly AccountPlace[]): OrganizationTree {
  const members = places
    .filter(({ accountId }) => isMember(accountId))
    .map(({ accountId, name }) => member(accountId, name, 'ACTIVE'));
  const closed = member(CLOSED_ACCOUNT.accountId, CLOSED_ACCOUNT.name, 'SUSPENDED');
  return { units: UNITS, accounts: [...members, closed] };
}

/** The ids of an account and of everything above it, the account first; empty for a stranger. */
export function pathOf(tree: OrganizationTree, accountId: string): readonly string[] {
  const account = tree.accounts.find((one) => one.accountId === accountId);
  const above = (id: string | null): readonly string[] => {
    const found = tree.units.find((one) => one.id === id);
    return found === undefined ? [] : [found.id, ...above(found.parentId)];
  };
  return account === undefined ? [] : [accountId, ...above(account.parentId)];
}

function member(accountId: string, name: string, state: string): OrganizationAccount {
  const parentId = PARENTS[accountId] ?? UNIT.workloads;
  return { accountId, name, state, joinedAt: '2025-02-03T09:00:00Z', parentId };
}

function unit(id: string, name: string, parentId: string): OrganizationUnit {
  const arn = `arn:aws:organizations::${ACCOUNT.management}:ou/${ORGANIZATION_ID}/${id}`;
  return { id, arn, name, parentId, policyTypes: [] };
}

function unitId(name: string): string {
  return `ou-ac1e-${name}`;
}
