import type { Clients } from '../aws/clients.ts';
import type { SourceReading } from '../store/store.ts';
import type { Progress } from './progress.ts';
import { type ReachedAccounts, reachOrganizations } from './reach-organizations.ts';
import { type IdentifiedConnections, identifyAll } from './scan-accounts.ts';
import type { ScanOptions } from './scan-options.ts';

/** What is read, as whom, and what was not reached. */
export interface IdentifiedScan
  extends Pick<IdentifiedConnections, 'refused' | 'accountIds'>,
    Pick<ReachedAccounts, 'accounts' | 'members'> {
  /** One row for each account of an organisation. */
  readonly reached: readonly SourceReading[];
}

/**
 * Asks connections who they are and reaches the accounts of their organisations; how that ended is
 * stored.
 * @throws AppError of the first refused connection when none is accepted; `cancelled`.
 */
export async function identifyStep(
  { signal, connections, clock, store, scanId }: ScanOptions,
  state: {
    readonly progress: Progress;
    readonly allClients: readonly Clients[];
    readonly opened: Clients[];
  },
): Promise<IdentifiedScan> {
  const { progress } = state;
  progress.start('identity');
  const {
    accounts: own,
    accepted,
    refused,
    accountIds,
  } = await identifyAll(state.allClients, signal);
  progress.count('identity', accepted.length, connections.length);
  const [first] = refused;
  if (first !== undefined && accepted.length === 0) {
    progress.end('identity', 'failed', refusalsOf(refused));
    throw first.error;
  }
  const { accounts, members, readings } = await reachOrganizations(accepted, own, {
    signal,
    clock,
    onOpen: (clients) => state.opened.push(clients),
    onProgress: (done, total) => progress.count('identity', done, total),
  });
  await store.putSourceReadings(scanId, readings);
  const lost = [refusalsOf(refused), unreachedOf(readings)].filter((text) => text !== '');
  progress.count('identity', accounts.length, accounts.length + unreachedIn(readings, accounts));
  const note = [...lost, ...closedOf(readings)].join(' ');
  progress.end('identity', lost.length === 0 ? 'done' : 'partial', note === '' ? null : note);
  return { accounts, members, refused, accountIds, reached: readings };
}

function refusalsOf(refused: IdentifiedConnections['refused']): string {
  return refused.map(({ connection, error }) => `${connection.label}: ${error.message}`).join(' ');
}

/** How many active accounts were not reached. */
function unreachedIn(
  readings: readonly SourceReading[],
  accounts: IdentifiedScan['accounts'],
): number {
  const reached = new Set(accounts.map(({ accountId }) => accountId));
  const refused = readings.filter(({ outcome }) => isUnread(outcome));
  return refused.filter(({ accountId }) => !reached.has(accountId)).length;
}

function isUnread({ status }: SourceReading['outcome']): boolean {
  return status === 'denied' || status === 'failed';
}

/** Accounts of an organisation that are closed: not read, and not counted. */
function closedOf(readings: readonly SourceReading[]): readonly string[] {
  const closed = readings.filter(({ outcome }) => outcome.status === 'unavailable').length;
  return closed === 0 ? [] : [`${closed} closed`];
}

/** The first reason stands for all; coverage has one for each account. */
function unreachedOf(readings: readonly SourceReading[]): string {
  const reasons = readings.flatMap(({ outcome }) =>
    isUnread(outcome) && 'reason' in outcome ? outcome.reason : [],
  );
  const [first] = reasons;
  if (first === undefined) return '';
  return reasons.length === 1 ? first : `${first} And ${reasons.length - 1} more.`;
}
