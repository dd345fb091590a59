import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { UnpricedUsage } from '../../../../shared/api/answers.ts';
import { modelLabel } from '../../../../shared/model/model-label.ts';
import { Empty } from '../../../components/states.tsx';
import type { Column } from '../../../components/table/column.ts';
import { DataTable } from '../../../components/table/data-table.tsx';
import { exactCount } from '../../../format.ts';
import { spendNotes } from '../../../spend/spend-notes.ts';
import { unitName } from '../../../spend/unit-name.ts';
import type { SpendTableProps } from './cost-filters.ts';

/** Usage that no price covers: counted, named, and in no sum of money. */
export function UnpricedTable({ answer, waiting }: SpendTableProps) {
  return (
    <DataTable
      id="spend-unpriced"
      wrap
      title="Unpriced usage"
      description="Counted, but no price line covers it. It is in no sum of money. What bought capacity serves is paid by the hour and not here."
      columns={COLUMNS}
      rows={answer?.unpriced ?? []}
      trackBy={({ modelId, unit, region, reason }) => `${modelId} ${unit} ${region} ${reason}`}
      loading={waiting}
      notes={spendNotes(answer)}
      initialSort={{ columnId: 'quantity', descending: true }}
      empty={
        <Empty
          title="Nothing is unpriced"
          action={<StatusIndicator type="success">All usage has a price</StatusIndicator>}
        />
      }
      main
    />
  );
}

const COLUMNS: readonly Column<UnpricedUsage>[] = [
  {
    id: 'model',
    header: 'Model',
    cell: ({ modelId }) => <span title={modelId}>{modelLabel(modelId)}</span>,
    csv: ({ modelId }) => modelId,
    sort: ({ modelId }) => modelLabel(modelId),
    width: 240,
  },
  {
    id: 'unit',
    header: 'Unit',
    cell: ({ unit }) => unitName(unit),
    csv: ({ unit }) => unit,
    sort: ({ unit }) => unit,
    width: 190,
  },
  {
    id: 'region',
    header: 'Region',
    cell: ({ region }) => region,
    csv: ({ region }) => region,
    sort: ({ region }) => region,
    width: 140,
  },
  {
    id: 'quantity',
    header: 'Quantity',
    cell: ({ quantity }) => exactCount(quantity),
    csv: ({ quantity }) => quantity,
    sort: ({ quantity }) => quantity,
    align: 'end',
    width: 140,
  },
  {
    id: 'reason',
    header: 'Why',
    cell: ({ reason }) => reason,
    csv: ({ reason }) => reason,
    width: 300,
    grow: 1,
  },
];
