import type { Connection } from '../../../shared/api/answers.ts';
import { accountsOf } from '../../../shared/api/connected-accounts.ts';
import { ACCOUNT_SCOPE, type Snapshot } from '../../../shared/model/dataset.ts';
import type { ConnectedRegions } from '../../../shared/rules/not-read-yet.ts';

/** An account and Region that something was read in. */
interface Place {
  readonly accountId: string;
  readonly region: string;
}

/**
 * Which readings still stand for something that the workspace is connected to. What was read through
 * a connection that was removed, or in a Region that it no longer has, is left out; places that no
 * connection ever read (of imported logs, or of an organisation's trail) stay. Nothing is left out
 * while no connection is known to belong to an account.
 */
export function currentPlaces(
  connections: readonly Connection[],
  snapshot: Snapshot | null,
): (place: Place) => boolean {
  const connected = placesOf(connectedPlaces(connections));
  if (connected.size === 0) return () => true;
  const read = placesOf(snapshot?.readings ?? []);
  return ({ accountId, region }) => {
    const own = connected.get(accountId);
    if (own === undefined) return !read.has(accountId);
    return own.has(region) || read.get(accountId)?.has(region) !== true;
  };
}

/**
 * The Regions that connections read, by account; null where a connection was never read to its end, so
 * that the accounts behind it are not known.
 */
export function connectedRegions(connections: readonly Connection[]): ConnectedRegions {
  const unknown = connections.some(
    ({ accountId, organization }) => accountId === null || organization?.accounts.length === 0,
  );
  return unknown ? null : placesOf(connectedPlaces(connections));
}

function connectedPlaces(connections: readonly Connection[]): readonly Place[] {
  return connections.flatMap((connection) =>
    accountsOf(connection).flatMap(({ accountId }) =>
      [ACCOUNT_SCOPE, ...connection.regions].map((region) => ({ accountId, region })),
    ),
  );
}

function placesOf(places: readonly Place[]): ReadonlyMap<string, ReadonlySet<string>> {
  const regions = new Map<string, Set<string>>();
  for (const { accountId, region } of places) {
    regions.set(accountId, (regions.get(accountId) ?? new Set()).add(region));
  }
  return regions;
}
