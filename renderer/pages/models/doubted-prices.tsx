import ExpandableSection from '@cloudscape-design/components/expandable-section';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { PriceRecord } from '../../../shared/prices/price-record.ts';
import { Empty } from '../../components/states.tsx';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { countOf, exactCount, formatCount } from '../../format.ts';
import { exactPrice } from '../../spend/price-words.ts';

interface DoubtedPricesProps {
  readonly records: readonly PriceRecord[];
  readonly total: number;
}

/** Listed prices that price nothing, each with its reason; contradictions first. */
export function DoubtedPrices({ records, total }: DoubtedPricesProps) {
  const quarantined = records.filter(({ standing }) => standing === 'quarantined').length;
  return (
    <ExpandableSection
      headerText={`${countOf(total, 'listed price')} not used`}
      headerDescription={
        quarantined === 0
          ? 'They count what Assay does not meter, or could not be taken apart'
          : `${exactCount(quarantined)} quarantined: they contradict other prices`
      }
      defaultExpanded={quarantined > 0}
    >
      <DataTable
        id="model-doubted-prices"
        title="Not used"
        variant="embedded"
        columns={COLUMNS}
        rows={records}
        trackBy={(row) => JSON.stringify(row)}
        pageRows={25}
        empty={<Empty title="Every listed price is used" />}
      />
    </ExpandableSection>
  );
}

const COLUMNS: readonly Column<PriceRecord>[] = [
  {
    id: 'standing',
    header: 'Standing',
    cell: ({ standing }) => (
      <StatusIndicator type={standing === 'quarantined' ? 'warning' : 'info'}>
        {standing}
      </StatusIndicator>
    ),
    csv: ({ standing }) => standing,
    sort: ({ standing }) => standing,
    width: 130,
  },
  {
    id: 'usage-type',
    header: 'Usage type',
    cell: ({ usageType }) => <span title={usageType}>{usageType}</span>,
    csv: ({ usageType }) => usageType,
    sort: ({ usageType }) => usageType,
    width: 180,
    grow: 1,
  },
  {
    id: 'price',
    header: 'Price (USD)',
    cell: ({ usd, per }) => (
      <span className="figure">
        {exactPrice(usd)} per {per === 1 ? 'one' : formatCount(per)}
      </span>
    ),
    csv: ({ usd }) => usd,
    align: 'end',
    width: 130,
  },
  {
    id: 'reason',
    header: 'Why not',
    cell: ({ reason }) => <span title={reason ?? ''}>{reason}</span>,
    csv: ({ reason }) => reason,
    sort: ({ reason }) => reason ?? '',
    width: 200,
    grow: 2,
  },
  {
    id: 'list',
    header: 'List',
    cell: ({ list }) => <span title={list}>{list}</span>,
    csv: ({ list }) => list,
    sort: ({ list }) => list,
    width: 150,
    grow: 1,
  },
  {
    id: 'checked',
    header: 'Read on',
    cell: ({ checkedOn }) => checkedOn,
    csv: ({ checkedOn }) => checkedOn,
    sort: ({ checkedOn }) => checkedOn,
    width: 110,
  },
];
