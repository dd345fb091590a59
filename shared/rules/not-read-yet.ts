import { ACCOUNT_SCOPE } from '../model/dataset.ts';

/** The Regions that connections read, by account; null while it is not known which accounts they are. */
export type ConnectedRegions = ReadonlyMap<string, ReadonlySet<string>> | null;

/**
 * Why a dataset was never read in a place, and what to do: only what is connected can be scanned;
 * other accounts and Regions are known from logs that name them.
 */
export function notReadYet(
  place: { readonly accountId: string; readonly region: string },
  connected: ConnectedRegions,
): string {
  const { accountId, region } = place;
  const scan = 'it has not been read yet; run a scan of this account and Region';
  if (connected === null) return scan;
  const regions = connected.get(accountId);
  if (regions === undefined) {
    return `no connection reads account ${accountId}; connect it in Settings and scan`;
  }
  if (region === ACCOUNT_SCOPE || regions.has(region)) return scan;
  return `the connection of account ${accountId} leaves out ${region}; add the Region in Settings and scan`;
}
