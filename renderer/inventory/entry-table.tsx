import Button from '@cloudscape-design/components/button';
import { Breakable } from '../components/breakable.tsx';
import { Empty } from '../components/states.tsx';
import type { Column } from '../components/table/column.ts';
import { DataTable } from '../components/table/data-table.tsx';
import { type Entry, factOf } from './entry.ts';
import { FactCell } from './fact-values.tsx';
import { factText } from './facts.ts';
import type { FactColumn, View } from './view.ts';

interface EntryTableProps {
  readonly id: string;
  readonly view: View;
  readonly entries: readonly Entry[];
  readonly loading: boolean;
  /** What exports say is missing. */
  readonly notes: readonly string[];
  /** True where a filter leaves out some. */
  readonly narrowed: boolean;
  readonly openId: string;
  readonly onOpen: (entry: Entry) => void;
  readonly onClear: () => void;
}

/** The rows of one view. */
export function EntryTable(props: EntryTableProps) {
  const { id, view, entries, loading, notes, narrowed, openId, onOpen, onClear } = props;
  return (
    <DataTable
      id={`inventory-${id}`}
      wrap
      title={view.label}
      main
      columns={columnsOf(view)}
      rows={entries}
      trackBy={(entry) => entry.id}
      loading={loading}
      notes={notes}
      initialSort={view.sort ?? { columnId: 'name', descending: false }}
      openId={openId}
      onOpen={onOpen}
      empty={
        narrowed ? (
          <Empty
            title={`No ${view.noun} matches`}
            action={<Button onClick={onClear}>Show all</Button>}
          />
        ) : (
          <Empty title={`No ${view.noun} was found`}>{view.empty}</Empty>
        )
      }
    />
  );
}

function columnsOf(view: View): readonly Column<Entry>[] {
  return [
    { ...textColumn('name', 'Name', ({ name }) => name), width: 112, grow: 1 },
    ...(view.kinds ? [{ ...textColumn('kind', 'Kind', ({ kind }) => kind), width: 110 }] : []),
    ...view.columns.map(factColumn),
    { ...textColumn('account', 'Account', ({ accountId }) => accountId), width: 132 },
    { ...textColumn('region', 'Region', ({ region }) => region), width: 116 },
    ...view.more.map(factColumn),
    { ...textColumn('aws-id', 'Id or ARN', ({ awsId }) => awsId), width: 240, shown: false },
  ];
}

function textColumn(id: string, header: string, read: (entry: Entry) => string): Column<Entry> {
  return {
    id,
    header,
    cell: (entry) => (
      <span title={read(entry)}>
        <Breakable text={read(entry)} />
      </span>
    ),
    csv: read,
    sort: read,
  };
}

function factColumn({ fact: id, header, width, grow, shown }: FactColumn): Column<Entry> {
  const textOf = (entry: Entry) => {
    const fact = factOf(entry, id);
    return fact === undefined ? '' : factText(fact);
  };
  return {
    id,
    header,
    cell: (entry) => <FactCell fact={factOf(entry, id)} />,
    csv: textOf,
    sort: (entry) => sortText(entry, id) ?? textOf(entry),
    width,
    ...(grow === undefined ? {} : { grow }),
    ...(shown === undefined ? {} : { shown }),
  };
}

/** Facts that are times are ordered by them. */
function sortText(entry: Entry, id: string): string | undefined {
  return factOf(entry, id)?.values.find(({ at }) => at !== undefined)?.at;
}
