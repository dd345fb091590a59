import type { NotCompared } from '../../../../shared/api/answers.ts';
import { modelLabel } from '../../../../shared/model/model-label.ts';
import { parseUsd } from '../../../../shared/model/usd.ts';
import { Money } from '../../../components/money.tsx';
import { Empty } from '../../../components/states.tsx';
import type { Column } from '../../../components/table/column.ts';
import { DataTable } from '../../../components/table/data-table.tsx';
import { exactCount } from '../../../format.ts';
import { unitName } from '../../../spend/unit-name.ts';

/** Usage that is on neither side, since one of them has no price for it; nothing where all is compared. */
export function NotComparedTable({ rows }: { readonly rows: readonly NotCompared[] }) {
  if (rows.length === 0) return null;
  return (
    <DataTable
      id="spend-what-if-left"
      wrap
      title="Not compared"
      description="One side has no price for it, so that it is in neither sum; over all days and accounts"
      columns={COLUMNS}
      rows={rows}
      trackBy={(each) => JSON.stringify(each)}
      initialSort={{ columnId: 'quantity', descending: true }}
      empty={<Empty title="Everything is compared" />}
    />
  );
}

const COLUMNS: readonly Column<NotCompared>[] = [
  {
    id: 'model',
    header: 'Model',
    cell: ({ row }) => <span title={row.baseModelId}>{modelLabel(row.baseModelId)}</span>,
    csv: ({ row }) => row.baseModelId,
    sort: ({ row }) => modelLabel(row.baseModelId),
    width: 130,
    grow: 1,
  },
  {
    id: 'unit',
    header: 'Unit',
    cell: ({ row }) => `${unitName(row.unit)}${row.context === 'long' ? ', long context' : ''}`,
    csv: ({ row }) => `${row.unit}${row.context === 'long' ? ' (long context)' : ''}`,
    sort: ({ row }) => row.unit,
    width: 130,
  },
  {
    id: 'region',
    header: 'Region',
    cell: ({ row }) => row.region,
    csv: ({ row }) => row.region,
    sort: ({ row }) => row.region,
    width: 116,
  },
  {
    id: 'day',
    header: 'First day (UTC)',
    cell: ({ row }) => row.day,
    csv: ({ row }) => row.day,
    sort: ({ row }) => row.day,
    width: 132,
    shown: false,
  },
  {
    id: 'quantity',
    header: 'Quantity',
    cell: ({ row }) => exactCount(row.quantity),
    csv: ({ row }) => row.quantity,
    sort: ({ row }) => row.quantity,
    align: 'end',
    width: 116,
  },
  {
    id: 'before',
    header: 'Today (USD)',
    cell: ({ beforeUsd }) => <Money usd={beforeUsd} />,
    csv: ({ beforeUsd }) => beforeUsd ?? 'unpriced',
    sort: ({ beforeUsd }) => parseUsd(beforeUsd ?? '0'),
    align: 'end',
    width: 110,
  },
  {
    id: 'side',
    header: 'No price',
    cell: ({ side }) => side,
    csv: ({ side }) => side,
    sort: ({ side }) => side,
    width: 96,
  },
  {
    id: 'reason',
    header: 'Why',
    cell: ({ reason }) => <span title={reason}>{reason}</span>,
    csv: ({ reason }) => reason,
    sort: ({ reason }) => reason,
    width: 220,
    grow: 2,
  },
];
