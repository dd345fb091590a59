import type { Connection } from '../../../shared/api/answers.ts';
import { AppError } from '../../../shared/model/app-error.ts';
import type { Clients } from '../aws/clients.ts';
import { identify } from '../aws/identity.ts';
import { inParallel } from '../aws/in-parallel.ts';

/** An account that a scan reads, through the first connection that reaches it. */
export interface ScanAccount {
  readonly accountId: string;
  readonly clients: Clients;
  readonly regions: readonly string[];
}

/** A connection that did not say who it is. */
export interface RefusedConnection {
  readonly connection: Connection;
  readonly error: AppError;
}

/** A connection that said who it is. */
export interface AcceptedConnection {
  readonly clients: Clients;
  readonly accountId: string;
}

export interface IdentifiedConnections {
  readonly accounts: readonly ScanAccount[];
  readonly accepted: readonly AcceptedConnection[];
  readonly refused: readonly RefusedConnection[];
  /** The account behind each connection that answered, by connection id. */
  readonly accountIds: ReadonlyMap<string, string>;
}

const AT_ONCE = 8;

/**
 * Asks every connection who it is. Connections of one account are read once, in the Regions of all.
 * @throws AppError `cancelled`.
 */
export async function identifyAll(
  allClients: readonly Clients[],
  signal: AbortSignal,
): Promise<IdentifiedConnections> {
  const answers = await inParallel(allClients, AT_ONCE, (clients) => ask(clients, signal));
  const accountIds = new Map<string, string>();
  const accounts = new Map<string, ScanAccount>();
  const accepted: AcceptedConnection[] = [];
  const refused: RefusedConnection[] = [];
  for (const { clients, accountId, error } of answers) {
    const { connection } = clients;
    if (accountId === null) {
      refused.push({ connection, error });
      continue;
    }
    accepted.push({ clients, accountId });
    accountIds.set(connection.id, accountId);
    const known = accounts.get(accountId) ?? { accountId, clients, regions: [] };
    const regions = [...new Set([...known.regions, ...connection.regions])];
    accounts.set(accountId, { ...known, regions });
  }
  return { accounts: [...accounts.values()], accepted, refused, accountIds };
}

type Asked =
  | { readonly clients: Clients; readonly accountId: string; readonly error: null }
  | { readonly clients: Clients; readonly accountId: null; readonly error: AppError };

async function ask(clients: Clients, signal: AbortSignal): Promise<Asked> {
  try {
    const { accountId } = await identify(clients, signal);
    return { clients, accountId, error: null };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
    return { clients, accountId: null, error };
  }
}
