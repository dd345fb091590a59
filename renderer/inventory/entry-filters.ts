import { type FilterValues, listFilter, textFilter } from '../filters.ts';
import { type Entry, factOf } from './entry.ts';
import { factText } from './facts.ts';

/** What of a table of entries stands in the address. */
export const entryFilters = {
  kinds: listFilter('kind'),
  statuses: listFilter('status'),
  accounts: listFilter('account'),
  regions: listFilter('region'),
  text: textFilter('text'),
  entryId: textFilter('id'),
} as const;

/** Which entries are shown, and which one is open. */
export type EntryValues = FilterValues<typeof entryFilters>;

/** The patch that widens a table to everything again. */
export const EVERYTHING = {
  kinds: [],
  statuses: [],
  accounts: [],
  regions: [],
  text: '',
  entryId: '',
} as const satisfies EntryValues;

type Narrowing = Omit<EntryValues, 'entryId'>;

/** The entries that the filters keep; text is looked for in names, ids and everything known. */
export function filterEntries(entries: readonly Entry[], values: Narrowing): readonly Entry[] {
  const text = values.text.trim().toLowerCase();
  return entries.filter(
    (entry) =>
      keeps(values.kinds, entry.kind) &&
      keeps(values.statuses, statusOf(entry)) &&
      keeps(values.accounts, entry.accountId) &&
      keeps(values.regions, entry.region) &&
      (text === '' || searchText(entry).includes(text)),
  );
}

/** AWS's status of an entry; empty where it has none. */
export function statusOf(entry: Entry): string {
  return factOf(entry, 'status')?.values[0]?.text ?? '';
}

function keeps(allowed: readonly string[], value: string): boolean {
  return allowed.length === 0 || allowed.includes(value);
}

function searchText({ name, awsId, kind, accountId, region, facts }: Entry): string {
  const known = facts.flatMap((fact) => [
    factText(fact),
    ...fact.values.map(({ full }) => full ?? ''),
  ]);
  return [name, awsId, kind, accountId, region, ...known].join(' ').toLowerCase();
}
