import { useMemo } from 'react';
import type {
  GroupChange,
  PreviousSpend,
  SpendAnswer,
  SpendGroup,
} from '../../../../shared/api/answers.ts';
import { lackingWords } from '../../../../shared/cost/spend/unpriced-words.ts';
import { parseUsd } from '../../../../shared/model/usd.ts';
import { allTokens } from '../../../charts/measure.ts';
import { shareOf } from '../../../charts/series.ts';
import { Money } from '../../../components/money.tsx';
import { Empty } from '../../../components/states.tsx';
import type { Column } from '../../../components/table/column.ts';
import { DataTable } from '../../../components/table/data-table.tsx';
import { Tokens } from '../../../components/tokens.tsx';
import { countOf, exactCount, formatShare } from '../../../format.ts';
import { periodLabel } from '../../../period.ts';
import { GroupMoney } from '../../../spend/group-money.tsx';
import { type Grouping, groupingName, groupingWord } from '../../../spend/grouping.ts';
import { unpricedInShort, withoutPrice } from '../../../spend/priced-cost.ts';
import { isRate, measureLabel, rateOf, type SpendMeasureId } from '../../../spend/spend-measure.ts';
import { spendNotes } from '../../../spend/spend-notes.ts';
import type { UpdateCost } from './cost-filters.ts';
import { groupCalls } from './group-calls.ts';
import { groupChange } from './group-change.ts';
import { isComparable } from './group-cost.ts';
import { GroupName } from './group-name.tsx';
import type { CostOverTime } from './use-cost.ts';

interface GroupTableProps {
  readonly cost: CostOverTime;
  readonly groupBy: Grouping;
  /** The group whose invocations are shown; null while none are. */
  readonly openKey: string | null;
  readonly update: UpdateCost;
}

/** Every group of the chart with its cost, change, tokens by kind, calls and basis. */
export function GroupTable({ cost, groupBy, openKey, update }: GroupTableProps) {
  const { now, measure } = cost;
  const previous = now.data?.previous;
  const changes = isComparable(previous) ? previous?.changes : undefined;
  const columns = useMemo(
    () => [
      ...columnsOf(groupBy, now.data, changes),
      ...rateColumn(measure),
      ...allocatedColumn(now.data?.groups ?? []),
      ...quantityColumns(groupBy),
    ],
    [groupBy, measure, now.data, changes],
  );
  return (
    <DataTable
      key={columns.map(({ id }) => id).join(' ')}
      id={`spend-${groupBy}`}
      wrap
      title={`Spend by ${groupingWord(groupBy)}`}
      description={`${changeWords(previous)}Money is of priced usage only; days are in UTC.`}
      columns={columns}
      rows={now.data?.groups ?? []}
      trackBy={({ key }) => key}
      loading={now.isPending}
      notes={spendNotes(now.data)}
      initialSort={{ columnId: 'cost', descending: true }}
      onOpen={({ key }) => update({ callsAt: 'all', callsOf: key, callsOffset: 0, requestId: '' })}
      openId={openKey}
      empty={<Empty title="No usage in this period">Each group would be a row here.</Empty>}
      main
    />
  );
}

/** Which days the column Change is of. */
function changeWords(previous: PreviousSpend | undefined): string {
  if (previous === undefined) return '';
  const { against, period } = previous;
  return `Change is of ${periodLabel(against.period)} against ${periodLabel(period)}. `;
}

type GroupColumn = Column<SpendGroup>;

function columnsOf(
  groupBy: Grouping,
  answer: SpendAnswer | undefined,
  changes: readonly GroupChange[] | undefined,
): readonly GroupColumn[] {
  const total = parseUsd(answer?.usd ?? '0');
  const share = ({ usd }: SpendGroup) => (usd === null ? null : shareOf(parseUsd(usd), total));
  const change = (group: SpendGroup) => groupChange(group, changes);
  return [
    {
      id: 'group',
      header: groupingName(groupBy),
      cell: (group) => <GroupName group={group} groupBy={groupBy} />,
      csv: ({ key }) => key,
      sort: ({ label }) => label,
      width: 150,
      grow: 1,
    },
    {
      id: 'cost',
      header: 'Cost (USD)',
      cell: (group) => <GroupMoney group={group} />,
      csv: ({ usd }) => usd,
      sort: ({ usd }) => parseUsd(usd ?? '0'),
      align: 'end',
      width: 106,
    },
    {
      id: 'share',
      header: 'Share',
      cell: (group) => shareWords(share(group)),
      csv: (group) => share(group)?.toFixed(6),
      sort: (group) => share(group) ?? -1,
      align: 'end',
      width: 96,
    },
    {
      id: 'change',
      header: 'Change',
      cell: (group) => change(group).words,
      csv: (group) => change(group).words,
      sort: (group) => change(group).ratio,
      width: 116,
    },
  ];
}

/** What of the cost is tied to a group by its calls alone, where there is any. */
function allocatedColumn(groups: readonly SpendGroup[]): readonly GroupColumn[] {
  if (!groups.some(({ allocatedUsd }) => allocatedUsd !== undefined)) return [];
  return [
    {
      id: 'allocated',
      header: 'Of it allocated',
      cell: ({ allocatedUsd = '0' }) => <Money usd={allocatedUsd} />,
      csv: ({ allocatedUsd = '0' }) => allocatedUsd,
      sort: ({ allocatedUsd = '0' }) => parseUsd(allocatedUsd),
      align: 'end',
      width: 116,
    },
  ];
}

/** The ratio that is measured, if it is one. */
function rateColumn(measure: SpendMeasureId): readonly GroupColumn[] {
  if (!isRate(measure)) return [];
  return [
    {
      id: 'rate',
      header: measureLabel(measure),
      cell: ({ rate }) => (rate == null ? 'not known' : <Money usd={rate} />),
      csv: ({ rate }) => rate,
      sort: (group) => rateOf(group) ?? -1n,
      align: 'end',
      width: 130,
    },
  ];
}

function quantityColumns(groupBy: Grouping): readonly GroupColumn[] {
  const tokens = (id: string, header: string, count: (group: SpendGroup) => number) =>
    ({
      id,
      header,
      cell: (group) => <Tokens count={count(group)} />,
      csv: count,
      sort: count,
      align: 'end',
      width: 104,
    }) satisfies GroupColumn;
  return [
    {
      ...tokens('calls', 'Calls', ({ calls }) => calls),
      cell: (group) => <Calls count={groupCalls(group, groupBy)} />,
      csv: (group) => groupCalls(group, groupBy),
    },
    tokens('tokens', 'All tokens', (group) => allTokens(group.tokens)),
    { ...tokens('input', 'Input', (group) => group.tokens.input), shown: 'wide' },
    { ...tokens('output', 'Output', (group) => group.tokens.output), shown: 'wide' },
    { ...tokens('cache-read', 'Cache read', (group) => group.tokens.cacheRead), shown: 'wide' },
    { ...tokens('cache-write', 'Cache write', (group) => group.tokens.cacheWrite), shown: 'wide' },
    {
      id: 'unpriced',
      header: 'Unpriced',
      cell: (group) => (
        <span title={withoutPrice(group) ?? ''}>
          {unpricedInShort(group.unpricedUnits) || lackingCalls(group)}
        </span>
      ),
      csv: lackingWords,
      sort: ({ unpricedTokens }) => unpricedTokens,
      align: 'end',
      width: 116,
    },
    {
      id: 'basis',
      header: 'Counted from',
      cell: ({ basis }) => basis.map(basisName).join(', '),
      csv: ({ basis }) => basis.join(' '),
      width: 180,
      shown: false,
    },
  ];
}

function Calls({ count }: { readonly count: number | null }) {
  return count === null ? '-' : exactCount(count);
}

function basisName(basis: SpendGroup['basis'][number]): string {
  return basis === 'metrics' ? 'CloudWatch metrics' : 'invocation logs';
}

/** A share in percent; a group without a price has none that is known. */
function shareWords(share: number | null): string {
  return (share === null ? null : formatShare(share, 1)?.replace('under', '<')) ?? 'unknown';
}

/** Calls of which nothing billed was counted, in few words; `-` where there are none. */
function lackingCalls({ uncountedCalls = 0 }: SpendGroup): string {
  return uncountedCalls === 0 ? '-' : countOf(uncountedCalls, 'call');
}
