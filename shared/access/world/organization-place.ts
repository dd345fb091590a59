import type {
  DatasetReading,
  Organization,
  OrganizationTree,
  OrganizationUnit,
  Part,
  ReadOutcome,
} from '../../model/dataset.ts';
import { readingsOf } from './world-readings.ts';

/** A root, unit or account that policies can be attached to. */
export interface OrganizationNode {
  readonly id: string;
  /** As a reader knows it: `root`, `OU Workloads`, `account platform-prod`. */
  readonly label: string;
  /** The policy types that are enabled; told of roots only. */
  readonly policyTypes: readonly string[];
}

/** Where an account stands. */
export type OrganizationPlace =
  | { readonly kind: 'outside' }
  | { readonly kind: 'unknown'; readonly outcome: ReadOutcome }
  | {
      readonly kind: 'member';
      readonly organization: Organization;
      /** From the root to the account. */
      readonly path: Part<readonly OrganizationNode[]>;
    };

/** The organisations that readings tell of. */
export interface Organizations {
  placeOf(accountId: string): OrganizationPlace;
  /** Names of accounts by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** Reads the places of accounts from what each account was told of its organisation. */
export function createOrganizations(readings: readonly DatasetReading[]): Organizations {
  const told = readingsOf(readings, 'organization');
  const byAccount = new Map(told.map((reading) => [reading.accountId, reading] as const));
  const trees = treesOf(told.flatMap(({ items }) => items));
  const organizationOf = (accountId: string): Organization | null =>
    byAccount.get(accountId)?.items[0] ?? listing(trees, accountId);
  return {
    placeOf: (accountId) => {
      const organization = organizationOf(accountId);
      if (organization !== null) return memberOf(organization, trees, accountId);
      const outcome = byAccount.get(accountId)?.outcome ?? NOT_ASKED;
      return outcome.status === 'unavailable' ? { kind: 'outside' } : { kind: 'unknown', outcome };
    },
    names: new Map(
      trees.flatMap(({ tree }) => tree.accounts).map(({ accountId, name }) => [accountId, name]),
    ),
  };
}

interface KnownTree {
  readonly organization: Organization;
  readonly tree: OrganizationTree;
}

const NOT_ASKED: ReadOutcome = {
  status: 'failed',
  reason: 'It was not asked for its organisation.',
};

/** One tree for each organisation of which somebody was told it. */
function treesOf(organizations: readonly Organization[]): readonly KnownTree[] {
  const trees = new Map<string, KnownTree>();
  for (const organization of organizations) {
    const { tree, organizationId } = organization;
    if (tree.read) trees.set(organizationId, { organization, tree: tree.value });
  }
  return [...trees.values()];
}

function listing(trees: readonly KnownTree[], accountId: string): Organization | null {
  const found = trees.find(({ tree }) => tree.accounts.some((one) => one.accountId === accountId));
  return found?.organization ?? null;
}

function memberOf(
  organization: Organization,
  trees: readonly KnownTree[],
  accountId: string,
): OrganizationPlace {
  const known = trees.find(
    (one) => one.organization.organizationId === organization.organizationId,
  );
  const tree = known === undefined ? organization.tree : known.organization.tree;
  if (!tree.read) return { kind: 'member', organization, path: tree };
  const path = pathIn(tree.value, accountId);
  if (path !== null) return { kind: 'member', organization, path: { read: true, value: path } };
  const outcome = { status: 'failed', reason: 'The tree of the organisation lacks it.' } as const;
  return { kind: 'member', organization, path: { read: false, outcome } };
}

function pathIn(
  { units, accounts }: OrganizationTree,
  accountId: string,
): readonly OrganizationNode[] | null {
  const account = accounts.find((one) => one.accountId === accountId);
  if (account === undefined) return null;
  const nodes: OrganizationNode[] = [accountNode(account)];
  const byId = new Map(units.map((unit) => [unit.id, unit] as const));
  let parent: string | null = account.parentId;
  // A tree has fewer levels than units, whatever it says.
  for (let level = 0; parent !== null && level < units.length; level += 1) {
    const unit: OrganizationUnit | undefined = byId.get(parent);
    if (unit === undefined) return null;
    nodes.unshift(unitNode(unit));
    parent = unit.parentId;
  }
  return parent === null ? nodes : null;
}

function unitNode({ id, name, parentId, policyTypes }: OrganizationUnit): OrganizationNode {
  return { id, label: parentId === null ? 'root' : `OU ${name}`, policyTypes };
}

function accountNode({ accountId, name }: OrganizationTree['accounts'][number]): OrganizationNode {
  return { id: accountId, label: `account ${name || accountId}`, policyTypes: [] };
}
