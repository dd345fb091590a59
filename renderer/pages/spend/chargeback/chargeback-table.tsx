import type { Chargeback, ChargebackLine } from '../../../../shared/api/answers.ts';
import { knownUsd } from '../../../../shared/cost/chargeback/proven-sums.ts';
import { unpricedText } from '../../../../shared/cost/chargeback/unpriced-text.ts';
import { POT_NAMES, SHARED_POTS, type SharedPot } from '../../../../shared/model/shared-cost.ts';
import { parseUsd } from '../../../../shared/model/usd.ts';
import { Money } from '../../../components/money.tsx';
import { PageLink } from '../../../components/page-link.tsx';
import { ProvenanceBadge } from '../../../components/provenance-badge.tsx';
import { Empty } from '../../../components/states.tsx';
import type { Column } from '../../../components/table/column.ts';
import { DataTable } from '../../../components/table/data-table.tsx';
import { formatShare } from '../../../format.ts';
import { GroupMoney } from '../../../spend/group-money.tsx';
import { lackingInShort } from '../../../spend/priced-cost.ts';
import { sentence } from '../../../spend/words.ts';
import { HowToRead } from '../parts/how-to-read.tsx';

interface ChargebackTableProps {
  readonly chargeback: Chargeback;
  readonly name: string;
  readonly closed: boolean;
}

/** What each team pays: its own cost and its part of every pot; with the pots kept apart it is the total. */
export function ChargebackTable({ chargeback, name, closed }: ChargebackTableProps) {
  const { lines, totalUsd, notCounted = null } = chargeback;
  const pots = SHARED_POTS.filter((pot) =>
    lines.some(({ shared }) => shared.some((part) => part.pot === pot)),
  );
  return (
    <DataTable
      id="spend-chargeback"
      wrap
      title={`Teams, ${name}`}
      description={`${closed ? 'As it was closed. ' : ''}Own and shared costs, exactly; with the pots kept apart they are the month's total.`}
      columns={[
        ...NAME_COLUMNS,
        ...pots.map(potColumn),
        ...TOTAL_COLUMNS,
        shareColumn(totalUsd),
        UNPRICED_COLUMN,
      ]}
      rows={lines}
      trackBy={({ team }) => team}
      initialSort={{ columnId: 'total', descending: true }}
      empty={
        notCounted !== null ? (
          <Empty title="Which teams used anything is not known" action={<HowToRead />}>
            {sentence(notCounted)}
          </Empty>
        ) : (
          <Empty
            title="No team used anything"
            action={
              <PageLink to="/spend" query={{ tab: 'chargeback', view: 'rules' }}>
                Write team rules
              </PageLink>
            }
          >
            Usage belongs to a team by the team rules; without one it is the pot of usage without a
            team.
          </Empty>
        )
      }
      main
    />
  );
}

const ownOf = (line: ChargebackLine) => knownUsd(line.ownUsd, line);
const totalOf = (line: ChargebackLine) => knownUsd(line.totalUsd, line);

const NAME_COLUMNS: readonly Column<ChargebackLine>[] = [
  {
    id: 'team',
    header: 'Team',
    cell: ({ team }) => (
      <PageLink to="/spend" query={{ team, groupBy: 'principal' }}>
        {team}
      </PageLink>
    ),
    csv: ({ team }) => team,
    sort: ({ team }) => team,
    width: 160,
    grow: 1,
  },
  {
    id: 'own',
    header: 'Own (USD)',
    cell: (line) => <GroupMoney group={{ usd: ownOf(line), unpricedUnits: line.unpricedUnits }} />,
    csv: ownOf,
    sort: ({ ownUsd }) => parseUsd(ownUsd),
    align: 'end',
    width: 126,
  },
  {
    id: 'from',
    header: 'From',
    cell: ({ own }) =>
      own.map(({ provenance, usd }) => (
        <span key={provenance} title={`${usd} USD`}>
          <ProvenanceBadge provenance={provenance} />{' '}
        </span>
      )),
    csv: ({ own }) => own.map(({ provenance, usd }) => `${provenance} ${usd}`).join('; '),
    width: 184,
  },
];

function potColumn(pot: SharedPot): Column<ChargebackLine> {
  const partOf = ({ shared }: ChargebackLine) =>
    shared.find((part) => part.pot === pot)?.usd ?? '0';
  return {
    id: pot,
    header: POT_NAMES[pot],
    cell: (line) => <Money usd={partOf(line)} />,
    csv: partOf,
    sort: (line) => parseUsd(partOf(line)),
    align: 'end',
    width: 150,
  };
}

const TOTAL_COLUMNS: readonly Column<ChargebackLine>[] = [
  {
    id: 'total',
    header: 'Total (USD)',
    cell: (line) => (
      <b>
        <GroupMoney group={{ usd: totalOf(line), unpricedUnits: [] }} />
      </b>
    ),
    csv: totalOf,
    sort: ({ totalUsd }) => parseUsd(totalUsd),
    align: 'end',
    width: 130,
  },
];

function shareColumn(total: string | null): Column<ChargebackLine> {
  const share = ({ totalUsd }: ChargebackLine) =>
    (total === null ? null : formatShare(Number(totalUsd), Number(total))) ?? '-';
  return {
    id: 'share',
    header: 'Share',
    cell: share,
    csv: share,
    align: 'end',
    width: 100,
  };
}

const UNPRICED_COLUMN: Column<ChargebackLine> = {
  id: 'unpriced',
  header: 'Without a price',
  cell: (line) => <span title={unpricedText(line)}>{lackingInShort(line) || '-'}</span>,
  csv: unpricedText,
  sort: unpricedText,
  align: 'end',
  width: 158,
};
