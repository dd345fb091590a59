import type { OrganizationAccount, OrganizationUnit } from '../../../../../shared/model/dataset.ts';
import { msOfInstant } from '../../../../../shared/model/period.ts';
import { requiredText } from '../../protocols/input.ts';
import { type Call, operations } from '../../service.ts';
import { WireFault } from '../../wire-fault.ts';
import { forManagement, forMembers } from './organization-access.ts';
import { organizationsPage } from './organizations-page.ts';

/** The operations that tell what the organisation consists of. */
export const treeOperations = operations({
  DescribeOrganization: forMembers('organizations:DescribeOrganization', describeOrganization),
  ListRoots: forManagement('organizations:ListRoots', listRoots),
  ListOrganizationalUnitsForParent: forManagement(
    'organizations:ListOrganizationalUnitsForParent',
    listUnits,
  ),
  ListAccounts: forManagement('organizations:ListAccounts', (call) =>
    accountsPage(call, call.world.organizationTree.accounts),
  ),
  ListAccountsForParent: forManagement('organizations:ListAccountsForParent', (call) => {
    const parentId = requiredParent(call);
    const { accounts } = call.world.organizationTree;
    return accountsPage(
      call,
      accounts.filter((one) => one.parentId === parentId),
    );
  }),
});

function describeOrganization({ world }: Call): object {
  const { organizationId: id, managementAccountId: management } = world;
  return {
    Organization: {
      Id: id,
      Arn: `arn:aws:organizations::${management}:organization/${id}`,
      FeatureSet: 'ALL',
      MasterAccountArn: accountArn(world, management),
      MasterAccountId: management,
      MasterAccountEmail: 'aws+management@acme.example',
      AvailablePolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }],
    },
  };
}

function listRoots(call: Call): object {
  const roots = call.world.organizationTree.units.filter(({ parentId }) => parentId === null);
  const page = organizationsPage(call, roots);
  return {
    Roots: page.items.map(({ id, arn, name, policyTypes }) => ({
      Id: id,
      Arn: arn,
      Name: name,
      PolicyTypes: policyTypes.map((Type) => ({ Type, Status: 'ENABLED' })),
    })),
    NextToken: page.next,
  };
}

function listUnits(call: Call): object {
  const parent = requiredParent(call);
  const units = call.world.organizationTree.units.filter(({ parentId }) => parentId === parent);
  const page = organizationsPage(call, units);
  return { OrganizationalUnits: page.items.map(describeUnit), NextToken: page.next };
}

function describeUnit({ id, arn, name }: OrganizationUnit): object {
  return { Id: id, Arn: arn, Name: name };
}

function accountsPage(call: Call, accounts: readonly OrganizationAccount[]): object {
  const page = organizationsPage(call, accounts);
  return {
    Accounts: page.items.map((account) => describeAccount(call.world, account)),
    NextToken: page.next,
  };
}

function describeAccount(world: Call['world'], account: OrganizationAccount): object {
  const { accountId, name, state, joinedAt } = account;
  return {
    Id: accountId,
    Arn: accountArn(world, accountId),
    Email: `aws+${name}@acme.example`,
    Name: name,
    Status: state,
    State: state,
    JoinedMethod: 'CREATED',
    JoinedTimestamp: joinedAt === null ? undefined : msOfInstant(joinedAt) / 1000,
  };
}

function accountArn(
  { organizationId, managementAccountId }: Call['world'],
  accountId: string,
): string {
  return `arn:aws:organizations::${managementAccountId}:account/${organizationId}/${accountId}`;
}

function requiredParent({ world, input }: Call): string {
  const id = requiredText(input, 'ParentId');
  if (world.organizationTree.units.some((one) => one.id === id)) return id;
  const text =
    "You provided a value that does not match the required pattern, or that doesn't exist.";
  throw new WireFault('ParentNotFoundException', 400, text);
}
