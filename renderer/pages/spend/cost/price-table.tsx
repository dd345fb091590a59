import type { PriceUsed } from '../../../../shared/api/answers.ts';
import { modelLabel } from '../../../../shared/model/model-label.ts';
import { parseUsd } from '../../../../shared/model/usd.ts';
import { Empty } from '../../../components/states.tsx';
import type { Column } from '../../../components/table/column.ts';
import { DataTable } from '../../../components/table/data-table.tsx';
import { exactCount, formatCount } from '../../../format.ts';
import { exactPrice, priceRegions } from '../../../spend/price-words.ts';
import { unitName } from '../../../spend/unit-name.ts';
import type { SpendTableProps } from './cost-filters.ts';

/** The price lines behind the figures, each with its source and the day it was checked. */
export function PriceTable({ answer, waiting }: SpendTableProps) {
  return (
    <DataTable
      id="spend-prices"
      title="Prices used"
      description="Metered cost is counted usage times these prices."
      columns={COLUMNS}
      rows={answer?.prices ?? []}
      trackBy={keyOf}
      loading={waiting}
      initialSort={{ columnId: 'model', descending: false }}
      empty={<Empty title="No price was used">No usage of this period has a price.</Empty>}
      main
    />
  );
}

function keyOf(price: PriceUsed): string {
  return JSON.stringify(price);
}

const COLUMNS: readonly Column<PriceUsed>[] = [
  {
    id: 'model',
    header: 'Model',
    cell: ({ modelId }) => <span title={modelId}>{modelLabel(modelId)}</span>,
    csv: ({ modelId }) => modelId,
    sort: ({ modelId }) => modelLabel(modelId),
    width: 130,
    grow: 1,
  },
  {
    id: 'unit',
    header: 'Unit',
    cell: ({ unit }) => unitName(unit),
    csv: ({ unit }) => unit,
    sort: ({ unit }) => unit,
    width: 112,
    grow: 0.5,
  },
  {
    id: 'scope',
    header: 'Scope',
    cell: ({ scope }) => scope,
    csv: ({ scope }) => scope,
    sort: ({ scope }) => scope,
    width: 88,
  },
  {
    id: 'tier',
    header: 'Tier',
    cell: ({ tier }) => tier,
    csv: ({ tier }) => tier,
    sort: ({ tier }) => tier,
    width: 92,
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
    sort: ({ usd, per }) => parseUsd(usd) / BigInt(Math.max(1, per)),
    align: 'end',
    width: 128,
  },
  {
    id: 'per',
    header: 'Per',
    cell: ({ per }) => exactCount(per),
    csv: ({ per }) => per,
    align: 'end',
    shown: false,
  },
  {
    id: 'regions',
    header: 'Regions',
    cell: ({ regions }) => <span title={priceRegions(regions)}>{priceRegions(regions)}</span>,
    csv: ({ regions }) => (regions === '*' ? '*' : regions.join(' ')),
    sort: ({ regions }) => priceRegions(regions),
    width: 104,
    grow: 1,
  },
  {
    id: 'valid-from',
    header: 'Valid from',
    cell: ({ validFrom }) => validFrom,
    csv: ({ validFrom }) => validFrom,
    sort: ({ validFrom }) => validFrom,
    width: 128,
  },
  {
    id: 'checked',
    header: 'Checked on',
    cell: ({ checkedOn }) => checkedOn,
    csv: ({ checkedOn }) => checkedOn,
    sort: ({ checkedOn }) => checkedOn,
    width: 104,
  },
  {
    id: 'source',
    header: 'Source',
    cell: ({ source }) => <span title={source}>{source}</span>,
    csv: ({ source }) => source,
    sort: ({ source }) => source,
    width: 120,
    grow: 4,
  },
];
