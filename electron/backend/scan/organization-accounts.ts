import { memberConnection } from '../../../shared/api/connected-accounts.ts';
import { AppError } from '../../../shared/model/app-error.ts';
import type { Unread } from '../../../shared/model/dataset.ts';
import { CallFailure, createCaller, outcomeOf } from '../aws/caller.ts';
import type { Clients } from '../aws/clients.ts';
import { identify } from '../aws/identity.ts';
import { text } from '../aws/required.ts';
import { allPages } from '../collectors/organization/all-pages.ts';
import { callOrganizations } from '../collectors/organization/organization-call.ts';

/** An account of an organisation as its list has it. */
export interface MemberAccount {
  readonly accountId: string;
  readonly name: string;
  /** `ACTIVE`, or why AWS lets nobody in: `SUSPENDED`, `PENDING_CLOSURE`, ... */
  readonly state: string;
}

/** How reaching one account of an organisation ended: with its clients, or why not. */
export interface MemberReach {
  readonly account: MemberAccount;
  readonly clients: Clients | null;
  readonly outcome: Unread | { readonly status: 'collected' };
}

/**
 * Every account of the connection's organisation (`organizations:ListAccounts`), closed ones too.
 * @throws CallFailure with the outcome; AppError `cancelled`.
 */
export async function listMembers(
  clients: Clients,
  signal: AbortSignal,
): Promise<readonly MemberAccount[]> {
  const { regions, profile } = clients.connection;
  const [region = ''] = regions;
  const caller = createCaller({ region, profile, signal, identified: true });
  const accounts = await allPages(
    (NextToken) =>
      callOrganizations(caller, 'organizations:ListAccounts', async (options) =>
        (await clients.organizations(region)).listAccounts({ NextToken }, options),
      ),
    (page) => page.Accounts,
  );
  return accounts.map(({ Id, Name, State, Status }) => ({
    accountId: text(Id, 'Accounts.Id'),
    name: Name ?? '',
    state: State ?? Status ?? 'UNKNOWN',
  }));
}

/** What reaching an account takes. */
export interface ReachOptions {
  readonly base: Clients;
  readonly rolePattern: string;
  readonly signal: AbortSignal;
  /** Told of the clients that were made, so that they are closed whatever happens. */
  readonly onOpen: (clients: Clients) => void;
}

/**
 * Assumes the connection's role in one account and asks who that is; a refusal is an outcome.
 * @throws AppError `cancelled`.
 */
export async function reachMember(
  account: MemberAccount,
  { base, rolePattern, signal, onOpen }: ReachOptions,
): Promise<MemberReach> {
  if (account.state !== 'ACTIVE') {
    const reason = `The account ${titleOf(account)} is ${account.state}; AWS lets nobody in.`;
    return { account, clients: null, outcome: { status: 'unavailable', reason } };
  }
  const connection = memberConnection(base.connection, rolePattern, account);
  const clients = base.assume(connection);
  onOpen(clients);
  try {
    await identify(clients, signal);
    return { account, clients, outcome: { status: 'collected' } };
  } catch (error) {
    const role = connection.roleArn ?? rolePattern;
    return { account, clients: null, outcome: refusal(error, account, role) };
  }
}

/** Asking who one is needs no permission, so what is denied is the role. */
function refusal(thrown: unknown, account: MemberAccount, role: string): Unread {
  const outcome = outcomeOf(causeOf(thrown), role);
  const said = outcome.status === 'collected' ? '' : outcome.reason;
  const reason = `The role ${role} of the account ${titleOf(account)} could not be assumed: ${said}`;
  if (outcome.status === 'denied') return { status: 'denied', action: 'sts:AssumeRole', reason };
  return { status: 'failed', reason };
}

/** The failed call behind an error that was made to be shown. */
function causeOf(thrown: unknown): unknown {
  const failed = thrown instanceof AppError && thrown.cause instanceof CallFailure;
  return failed ? thrown.cause : thrown;
}

function titleOf({ name, accountId }: MemberAccount): string {
  return name === '' ? accountId : `${name} (${accountId})`;
}
