import type { ConnectedAccount } from '../../../shared/api/workspace-answers.ts';
import { ACCOUNT_SCOPE, type ReadOutcome } from '../../../shared/model/dataset.ts';
import type { Instant } from '../../../shared/model/period.ts';
import { outcomeOf } from '../aws/caller.ts';
import type { Clients } from '../aws/clients.ts';
import { inParallel } from '../aws/in-parallel.ts';
import type { SourceReading } from '../store/store.ts';
import {
  listMembers,
  type MemberAccount,
  type MemberReach,
  reachMember,
} from './organization-accounts.ts';
import type { AcceptedConnection, ScanAccount } from './scan-accounts.ts';

/** What coverage calls the reaching of an organisation's accounts. */
export const ORGANIZATION_ACCOUNTS = 'organization-accounts';

/** Roles assumed at the same time. */
const AT_ONCE = 8;

/** The accounts of a scan with those that its organisations added. */
export interface ReachedAccounts {
  readonly accounts: readonly ScanAccount[];
  /** One row for each account of an organisation, and one for its list. */
  readonly readings: readonly SourceReading[];
  /** The active accounts of the organisation of each connection that lists one, by its id. */
  readonly members: ReadonlyMap<string, readonly ConnectedAccount[]>;
}

export interface ReachOrganizationsOptions {
  readonly signal: AbortSignal;
  readonly clock: () => Instant;
  readonly onOpen: (clients: Clients) => void;
  /** Accounts reached or refused, of all that are known so far. */
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Adds the accounts of organisations to those that connections reach themselves, which are not read
 * twice. An account that cannot be reached, or an organisation that cannot be listed, never stops
 * the others.
 * @throws AppError `cancelled`.
 */
export async function reachOrganizations(
  accepted: readonly AcceptedConnection[],
  own: readonly ScanAccount[],
  options: ReachOrganizationsOptions,
): Promise<ReachedAccounts> {
  const accounts = new Map(own.map((account) => [account.accountId, account]));
  const readings: SourceReading[] = [];
  const members = new Map<string, readonly ConnectedAccount[]>();
  for (const connection of accepted) {
    const found = await reachOne(connection, accounts, options);
    readings.push(...found.readings);
    if (found.members !== null) members.set(connection.clients.connection.id, found.members);
  }
  return { accounts: [...accounts.values()], readings, members };
}

interface Found {
  readonly readings: readonly SourceReading[];
  readonly members: readonly ConnectedAccount[] | null;
}

/** Reaches the accounts of one connection's organisation and adds them to `accounts`. */
async function reachOne(
  { clients, accountId }: AcceptedConnection,
  accounts: Map<string, ScanAccount>,
  options: ReachOrganizationsOptions,
): Promise<Found> {
  const { organization, regions } = clients.connection;
  if (organization === null) return { readings: [], members: null };
  const { signal, clock, onOpen, onProgress } = options;
  const listed = await listOf(clients, signal);
  const list = readingOf(accountId, clock(), {
    outcome: listed.outcome,
    actions: ['organizations:ListAccounts'],
    items: listed.members.length,
  });
  if (listed.outcome.status !== 'collected') return { readings: [list], members: null };
  let done = accounts.size;
  const total = done + listed.members.filter((one) => !accounts.has(one.accountId)).length;
  const { rolePattern } = organization;
  const reaches = await inParallel(listed.members, AT_ONCE, async (account) => {
    const known = accounts.get(account.accountId);
    if (known !== undefined) return { account, clients: known.clients, outcome: COLLECTED };
    const reach = await reachMember(account, { base: clients, rolePattern, signal, onOpen });
    done += 1;
    onProgress(done, total);
    return reach;
  });
  for (const reach of reaches) addTo(accounts, reach, regions);
  const others = reaches.filter(({ account }) => account.accountId !== accountId);
  return {
    readings: [list, ...others.map((reach) => reachReading(reach, clock()))],
    members: listed.members
      .filter(isActive)
      .map(({ accountId: id, name }) => ({ accountId: id, name })),
  };
}

const COLLECTED = { status: 'collected' } as const;

async function listOf(
  clients: Clients,
  signal: AbortSignal,
): Promise<{ readonly outcome: ReadOutcome; readonly members: readonly MemberAccount[] }> {
  try {
    return { outcome: COLLECTED, members: await listMembers(clients, signal) };
  } catch (error) {
    return { outcome: withAdvice(outcomeOf(error, 'The list of accounts')), members: [] };
  }
}

/** AWS refuses this list to all but two kinds of accounts, without saying so. */
function withAdvice(outcome: ReadOutcome): ReadOutcome {
  if (outcome.status !== 'denied') return outcome;
  const advice =
    'Only the management account of an organisation and delegated administrators may list its accounts.';
  return { ...outcome, reason: `${outcome.reason} ${advice}` };
}

function isActive({ state }: MemberAccount): boolean {
  return state === 'ACTIVE';
}

function addTo(
  accounts: Map<string, ScanAccount>,
  { account, clients }: MemberReach,
  regions: readonly string[],
): void {
  if (clients === null) return;
  const { accountId } = account;
  const known = accounts.get(accountId) ?? { accountId, clients, regions: [] };
  accounts.set(accountId, { ...known, regions: [...new Set([...known.regions, ...regions])] });
}

function reachReading({ account, outcome }: MemberReach, readAt: Instant): SourceReading {
  const items = outcome.status === 'collected' ? 1 : 0;
  return readingOf(account.accountId, readAt, { outcome, actions: ['sts:AssumeRole'], items });
}

function readingOf(
  accountId: string,
  readAt: Instant,
  rest: Pick<SourceReading, 'outcome' | 'actions' | 'items'>,
): SourceReading {
  const calls = rest.outcome.status === 'unavailable' ? 0 : 1;
  return {
    source: ORGANIZATION_ACCOUNTS,
    accountId,
    region: ACCOUNT_SCOPE,
    readAt,
    calls,
    ...rest,
  };
}
