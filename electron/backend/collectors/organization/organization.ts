import type {
  Account,
  Organization as Described,
  OrganizationalUnit,
  Root,
} from '@aws-sdk/client-organizations';
import type {
  Organization,
  OrganizationAccount,
  OrganizationUnit,
} from '../../../../shared/model/dataset.ts';
import { CallFailure } from '../../aws/caller.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import { instant, list, required, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { allPages } from './all-pages.ts';
import { callOrganizations } from './organization-call.ts';

/** Units read at the same time; AWS Organizations throttles the organisation as a whole. */
const AT_ONCE = 3;

/** The organisation with its roots, units and accounts; always one item. */
export const organization: Collector<'organization'> = {
  dataset: 'organization',
  title: 'Organisation, its units and accounts',
  scope: 'account',
  iamActions: [
    'organizations:DescribeOrganization',
    'organizations:ListRoots',
    'organizations:ListOrganizationalUnitsForParent',
    'organizations:ListAccountsForParent',
  ],
  collect: async (context) => {
    const { clients, region } = context;
    const answer = await callOrganizations(
      context,
      'organizations:DescribeOrganization',
      async (options) => (await clients.organizations(region)).describeOrganization({}, options),
    );
    const described = required(answer.Organization, 'Organization');
    return [toOrganization(described, await treeOf(context, described))];
  },
};

/** The description and the tree, which only some accounts are told. */
export function toOrganization(described: Described, tree: Organization['tree']): Organization {
  return {
    organizationId: text(described.Id, 'Organization.Id'),
    managementAccountId: text(described.MasterAccountId, 'Organization.MasterAccountId'),
    featureSet: described.FeatureSet ?? '',
    tree,
  };
}

/** A member account that is refused is told what it is, not to ask for a permission. */
async function treeOf(
  context: CollectContext,
  { MasterAccountId }: Described,
): Promise<Organization['tree']> {
  const member = context.accountId !== MasterAccountId;
  const roots = await context.part('organizations:ListRoots', async () => {
    try {
      return await listRoots(context);
    } catch (error) {
      const denied = error instanceof CallFailure && error.outcome.status === 'denied';
      if (!denied || !member) throw error;
      const reason = `Only the management account ${MasterAccountId} of the organisation, or a delegated administrator, may read it.`;
      throw new CallFailure({ status: 'unavailable', reason }, error);
    }
  });
  if (!roots.read) return roots;
  const units = await context.part('organizations:ListOrganizationalUnitsForParent', () =>
    unitsBelow(context, roots.value.map(toRoot)),
  );
  if (!units.read) return units;
  const accounts = await context.part('organizations:ListAccountsForParent', () =>
    accountsIn(context, units.value),
  );
  if (!accounts.read) return accounts;
  return { read: true, value: { units: units.value, accounts: accounts.value } };
}

/** Roots and all units below them, level by level, so that parents come before their children. */
async function unitsBelow(
  context: CollectContext,
  roots: readonly OrganizationUnit[],
): Promise<readonly OrganizationUnit[]> {
  const units: OrganizationUnit[] = [];
  let level = roots;
  while (level.length > 0) {
    units.push(...level);
    const below = await inParallel(level, AT_ONCE, async ({ id }) =>
      (await listUnits(context, id)).map((unit) => toUnit(unit, id)),
    );
    level = below.flat();
  }
  return units;
}

async function accountsIn(
  context: CollectContext,
  units: readonly OrganizationUnit[],
): Promise<readonly OrganizationAccount[]> {
  const found = await inParallel(units, AT_ONCE, async ({ id }) =>
    (await listAccounts(context, id)).map((account) => toAccount(account, id)),
  );
  return found.flat();
}

function listRoots(context: CollectContext): Promise<readonly Root[]> {
  const { clients, region } = context;
  return allPages(
    (NextToken) =>
      callOrganizations(context, 'organizations:ListRoots', async (options) =>
        (await clients.organizations(region)).listRoots({ NextToken }, options),
      ),
    (page) => page.Roots,
  );
}

function listUnits(
  context: CollectContext,
  ParentId: string,
): Promise<readonly OrganizationalUnit[]> {
  const { clients, region } = context;
  const action = 'organizations:ListOrganizationalUnitsForParent';
  return allPages(
    (NextToken) =>
      callOrganizations(context, action, async (options) =>
        (await clients.organizations(region)).listOrganizationalUnitsForParent(
          { ParentId, NextToken },
          options,
        ),
      ),
    (page) => page.OrganizationalUnits,
  );
}

function listAccounts(context: CollectContext, ParentId: string): Promise<readonly Account[]> {
  const { clients, region } = context;
  return allPages(
    (NextToken) =>
      callOrganizations(context, 'organizations:ListAccountsForParent', async (options) =>
        (await clients.organizations(region)).listAccountsForParent(
          { ParentId, NextToken },
          options,
        ),
      ),
    (page) => page.Accounts,
  );
}

function toRoot(root: Root): OrganizationUnit {
  return {
    id: text(root.Id, 'Roots.Id'),
    arn: text(root.Arn, 'Roots.Arn'),
    name: root.Name ?? '',
    parentId: null,
    policyTypes: list(root.PolicyTypes).flatMap(({ Type, Status }) =>
      Type !== undefined && Status === 'ENABLED' ? [Type] : [],
    ),
  };
}

function toUnit(unit: OrganizationalUnit, parentId: string): OrganizationUnit {
  return {
    id: text(unit.Id, 'OrganizationalUnits.Id'),
    arn: text(unit.Arn, 'OrganizationalUnits.Arn'),
    name: unit.Name ?? '',
    parentId,
    policyTypes: [],
  };
}

/** One account; `State` took the place of `Status`, which older endpoints still answer alone. */
export function toAccount(account: Account, parentId: string): OrganizationAccount {
  return {
    accountId: text(account.Id, 'Accounts.Id'),
    name: account.Name ?? '',
    state: account.State ?? account.Status ?? 'UNKNOWN',
    joinedAt: instant(account.JoinedTimestamp),
    parentId,
  };
}
