import { PropertyBar } from '../components/property-bar.tsx';
import { countOf } from '../format.ts';
import type { Entry } from './entry.ts';
import { type EntryValues, statusOf } from './entry-filters.ts';
import type { View } from './view.ts';

interface EntryFilterBarProps {
  readonly view: View;
  readonly values: EntryValues;
  readonly entries: readonly Entry[];
  readonly shown: number;
  readonly onChange: (patch: Partial<EntryValues>) => void;
}

/** Narrows the rows of a view. */
export function EntryFilterBar(props: EntryFilterBarProps) {
  const { view, values, entries, shown, onChange } = props;
  const { kinds, statuses, accounts, regions, text } = values;
  const property = (
    key: string,
    label: string,
    plural: string,
    read: (entry: Entry) => string,
  ) => ({
    key,
    label,
    plural,
    options: distinct(entries.map(read)),
  });
  return (
    <PropertyBar
      label={`Filter ${view.label.toLowerCase()}`}
      placeholder="Filter by status, account, Region, or any text: a role, a model, a key"
      query={{ lists: { kinds, statuses, accounts, regions }, text }}
      countText={countOf(shown, view.noun)}
      properties={[
        ...(view.kinds ? [property('kinds', 'Kind', 'Kinds', ({ kind }) => kind)] : []),
        property('statuses', 'Status', 'Statuses', statusOf),
        property('accounts', 'Account', 'Accounts', ({ accountId }) => accountId),
        property('regions', 'Region', 'Regions', ({ region }) => region),
      ]}
      onChange={({ lists, text: typed }) =>
        onChange({
          kinds: lists.kinds ?? [],
          statuses: lists.statuses ?? [],
          accounts: lists.accounts ?? [],
          regions: lists.regions ?? [],
          text: typed,
          entryId: '',
        })
      }
    />
  );
}

function distinct(values: readonly string[]) {
  return [...new Set(values)]
    .filter((value) => value !== '')
    .sort()
    .map((value) => ({ value }));
}
