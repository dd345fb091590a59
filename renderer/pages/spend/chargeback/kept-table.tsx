import type { KeptPot } from '../../../../shared/api/answers.ts';
import { parseUsd } from '../../../../shared/model/usd.ts';
import { Money } from '../../../components/money.tsx';
import { ProvenanceBadge } from '../../../components/provenance-badge.tsx';
import { Empty } from '../../../components/states.tsx';
import type { Column } from '../../../components/table/column.ts';
import { DataTable } from '../../../components/table/data-table.tsx';
import { exactCount } from '../../../format.ts';
import { POT_NAMES } from './shared-form.ts';

/** Costs that are not spread over teams, each with the reason; nothing where all is spread. */
export function KeptTable({ kept }: { readonly kept: readonly KeptPot[] }) {
  if (kept.length === 0) return null;
  return (
    <DataTable
      id="spend-chargeback-kept"
      title="Kept apart"
      description="Costs that no rule spreads over teams"
      columns={COLUMNS}
      rows={kept}
      trackBy={({ pot }) => pot}
      empty={<Empty title="Everything is spread" />}
    />
  );
}

const COLUMNS: readonly Column<KeptPot>[] = [
  {
    id: 'pot',
    header: 'Pot',
    cell: ({ pot }) => POT_NAMES[pot],
    csv: ({ pot }) => POT_NAMES[pot],
    sort: ({ pot }) => POT_NAMES[pot],
    width: 200,
    grow: 1,
  },
  {
    id: 'amount',
    header: 'Amount (USD)',
    cell: ({ usd }) => <Money usd={usd} />,
    csv: ({ usd }) => usd,
    sort: ({ usd }) => parseUsd(usd),
    align: 'end',
    width: 146,
  },
  {
    id: 'from',
    header: 'From',
    cell: ({ amounts }) =>
      amounts.map(({ provenance, usd }) => (
        <span key={provenance} title={`${usd} USD`}>
          <ProvenanceBadge provenance={provenance} />{' '}
        </span>
      )),
    csv: ({ amounts }) => amounts.map(({ provenance, usd }) => `${provenance} ${usd}`).join('; '),
    width: 160,
  },
  {
    id: 'unpriced',
    header: 'Unpriced tokens',
    cell: ({ unpricedTokens }) => exactCount(unpricedTokens),
    csv: ({ unpricedTokens }) => unpricedTokens,
    align: 'end',
    width: 130,
  },
  {
    id: 'reason',
    header: 'Why',
    cell: ({ reason }) => <span title={reason}>{reason}</span>,
    csv: ({ reason }) => reason,
    width: 240,
    grow: 2,
  },
];
