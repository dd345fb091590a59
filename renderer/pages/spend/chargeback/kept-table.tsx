import type { KeptPot } from '../../../../shared/api/answers.ts';
import { knownUsd } from '../../../../shared/cost/chargeback/proven-sums.ts';
import { unpricedText } from '../../../../shared/cost/chargeback/unpriced-text.ts';
import { POT_NAMES } from '../../../../shared/model/shared-cost.ts';
import { parseUsd } from '../../../../shared/model/usd.ts';
import { ProvenanceBadge } from '../../../components/provenance-badge.tsx';
import { Empty } from '../../../components/states.tsx';
import type { Column } from '../../../components/table/column.ts';
import { DataTable } from '../../../components/table/data-table.tsx';
import { GroupMoney } from '../../../spend/group-money.tsx';
import { lackingInShort } from '../../../spend/priced-cost.ts';

/** Costs that are not spread over teams, each with the reason; nothing where all is spread. */
export function KeptTable({ kept }: { readonly kept: readonly KeptPot[] }) {
  if (kept.length === 0) return null;
  return (
    <DataTable
      id="spend-chargeback-kept"
      wrap
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
    cell: (pot) => (
      <GroupMoney group={{ usd: knownUsd(pot.usd, pot), unpricedUnits: pot.unpricedUnits }} />
    ),
    csv: (pot) => knownUsd(pot.usd, pot),
    sort: ({ usd }) => parseUsd(usd),
    align: 'end',
    width: 160,
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
    width: 184,
  },
  {
    id: 'unpriced',
    header: 'Without a price',
    cell: (pot) => <span title={unpricedText(pot)}>{lackingInShort(pot) || '-'}</span>,
    csv: unpricedText,
    align: 'end',
    width: 158,
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
