import type { WatchingAnswer } from '../../../shared/api/answers.ts';
import { parseUsd } from '../../../shared/model/usd.ts';
import { Money } from '../../components/money.tsx';
import { Empty } from '../../components/states.tsx';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { countOf, exactCount } from '../../format.ts';

type Operation = WatchingAnswer['operations'][number];

/** Every AWS call of this month by service and operation, those that cost nothing too. */
export function OperationsTable({ watching }: { readonly watching: WatchingAnswer }) {
  const { operations, month } = watching;
  const calls = operations.reduce((sum, operation) => sum + operation.calls, 0);
  const free = operations.reduce((sum, each) => sum + (isFree(each) ? each.calls : 0), 0);
  return (
    <DataTable
      id="operations"
      title="AWS calls"
      main
      description={`${countOf(calls, 'call')} in ${month}, ${exactCount(free)} of them free`}
      columns={COLUMNS}
      rows={operations}
      trackBy={({ operation }) => operation}
      initialSort={{ columnId: 'usd', descending: true }}
      empty={
        <Empty title="No calls this month">
          Calls are listed with their price as soon as an account is scanned.
        </Empty>
      }
    />
  );
}

function isFree({ usd }: Operation): boolean {
  return parseUsd(usd) === 0n;
}

function serviceOf({ operation }: Operation): string {
  return operation.split(':')[0] ?? operation;
}

function nameOf({ operation }: Operation): string {
  return operation.split(':').slice(1).join(':');
}

const COLUMNS: readonly Column<Operation>[] = [
  {
    id: 'service',
    header: 'Service',
    cell: serviceOf,
    csv: serviceOf,
    sort: serviceOf,
    width: 180,
    grow: 1,
  },
  {
    id: 'operation',
    header: 'Operation',
    cell: nameOf,
    csv: nameOf,
    sort: nameOf,
    width: 240,
    grow: 2,
  },
  countColumn('calls', 'Calls', ({ calls }) => calls),
  countColumn('units', 'Billed units', ({ units }) => units),
  {
    id: 'usd',
    header: 'Cost',
    align: 'end',
    cell: (operation) =>
      isFree(operation) ? <span className="quiet">free</span> : <Money usd={operation.usd} />,
    csv: ({ usd }) => usd,
    sort: ({ usd }) => parseUsd(usd),
    width: 120,
  },
];

function countColumn(
  id: string,
  header: string,
  count: (operation: Operation) => number,
): Column<Operation> {
  return {
    id,
    header,
    align: 'end',
    cell: (operation) => <span className="figure">{exactCount(count(operation))}</span>,
    csv: count,
    sort: count,
    width: 130,
  };
}
