import type { DatasetReading } from '../../../../shared/model/dataset.ts';
import type { Clients } from '../../aws/clients.ts';
import { isReadingOf } from '../log-buckets.ts';

/** An account whose Cost Explorer is asked. */
export interface BillPayer {
  readonly accountId: string;
  readonly clients: Clients;
  /** Other accounts of the scan that it pays for: they are not asked themselves. */
  readonly members: readonly string[];
  /** Tags that the payer has switched on for its bill. */
  readonly tagKeys: readonly string[];
  /** Those that the bill is to be read by; the first ones by name when absent or null. */
  readonly chosenTagKeys?: readonly string[] | null;
}

type ScannedAccount = Pick<BillPayer, 'accountId' | 'clients'>;

/**
 * Whom to ask for the bill of the scanned accounts: the management account for all of its
 * organisation, so that nothing is told twice; an account that stands alone, or whose management
 * account is not scanned, for itself.
 */
export function payersOf(
  accounts: readonly ScannedAccount[],
  configuration: readonly DatasetReading[],
  chosenTagKeys: readonly string[] | null = null,
): readonly BillPayer[] {
  const scanned = new Set(accounts.map(({ accountId }) => accountId));
  const payerOf = ({ accountId }: ScannedAccount): string => {
    const management = managementOf(accountId, configuration);
    return management !== null && scanned.has(management) ? management : accountId;
  };
  return accounts
    .filter((account) => payerOf(account) === account.accountId)
    .map(({ accountId, clients }) => ({
      accountId,
      clients,
      members: accounts
        .filter((other) => other.accountId !== accountId && payerOf(other) === accountId)
        .map((other) => other.accountId),
      tagKeys: tagKeysOf(accountId, configuration),
      chosenTagKeys,
    }));
}

/** The members of a payer that did not answer, each asking for itself. */
export function membersAlone(
  { members }: BillPayer,
  accounts: readonly ScannedAccount[],
): readonly BillPayer[] {
  return accounts
    .filter(({ accountId }) => members.includes(accountId))
    .map(({ accountId, clients }) => ({ accountId, clients, members: [], tagKeys: [] }));
}

function managementOf(accountId: string, configuration: readonly DatasetReading[]): string | null {
  for (const reading of configuration) {
    if (reading.accountId !== accountId || !isReadingOf(reading, 'organization')) continue;
    return reading.items[0]?.managementAccountId ?? null;
  }
  return null;
}

function tagKeysOf(accountId: string, configuration: readonly DatasetReading[]): readonly string[] {
  return configuration.flatMap((reading) =>
    reading.accountId === accountId && isReadingOf(reading, 'cost-allocation-tags')
      ? reading.items
          .filter(({ active, type }) => active && type === 'UserDefined')
          .map(({ key }) => key)
      : [],
  );
}
