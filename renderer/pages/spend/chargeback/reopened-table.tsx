import type { ReopenedMonth } from '../../../../shared/api/answers.ts';
import { Money } from '../../../components/money.tsx';
import { Empty } from '../../../components/states.tsx';
import type { Column } from '../../../components/table/column.ts';
import { DataTable } from '../../../components/table/data-table.tsx';
import { When } from '../../../components/when.tsx';

/** Closes of the month that were taken back: kept, so that nothing changes silently. */
export function ReopenedTable({ reopened }: { readonly reopened: readonly ReopenedMonth[] }) {
  if (reopened.length === 0) return null;
  return (
    <DataTable
      id="spend-chargeback-reopened"
      title="Earlier closes"
      columns={COLUMNS}
      rows={reopened}
      trackBy={({ reopenedAt }) => reopenedAt}
      empty={<Empty title="It was never opened again" />}
    />
  );
}

const COLUMNS: readonly Column<ReopenedMonth>[] = [
  {
    id: 'closed',
    header: 'Closed',
    cell: ({ close }) => <When at={close.closedAt} />,
    csv: ({ close }) => close.closedAt,
    width: 170,
  },
  {
    id: 'note',
    header: 'Note of the close',
    cell: ({ close }) => close.note,
    csv: ({ close }) => close.note,
    width: 180,
    grow: 1,
  },
  {
    id: 'total',
    header: 'Total (USD)',
    cell: ({ close: { chargeback } }) =>
      chargeback.totalUsd === null ? 'not known' : <Money usd={chargeback.totalUsd} />,
    csv: ({ close }) => close.chargeback.totalUsd,
    align: 'end',
    width: 130,
  },
  {
    id: 'reopened',
    header: 'Opened again',
    cell: ({ reopenedAt }) => <When at={reopenedAt} />,
    csv: ({ reopenedAt }) => reopenedAt,
    width: 170,
  },
  {
    id: 'why',
    header: 'Why',
    cell: ({ note }) => note,
    csv: ({ note }) => note,
    width: 180,
    grow: 1,
  },
];
