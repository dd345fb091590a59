import { Empty } from '../../../components/states.tsx';
import { DataTable } from '../../../components/table/data-table.tsx';
import { PRICE_COLUMNS, priceKey } from '../../../spend/price-columns.tsx';
import type { SpendTableProps } from './cost-filters.ts';

/** The price lines behind the figures, each with its source and the day it was checked. */
export function PriceTable({ answer, waiting }: SpendTableProps) {
  return (
    <DataTable
      id="spend-prices"
      wrap
      title="Prices used"
      description="Metered cost is counted usage times these prices."
      columns={PRICE_COLUMNS}
      rows={answer?.prices ?? []}
      trackBy={priceKey}
      loading={waiting}
      initialSort={{ columnId: 'model', descending: false }}
      empty={<Empty title="No price was used">No usage of this period has a price.</Empty>}
      main
    />
  );
}
