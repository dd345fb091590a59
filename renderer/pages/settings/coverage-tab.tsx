import type { CoverageRow } from '../../../shared/api/answers.ts';
import { CopyPolicy } from '../../components/copy-policy.tsx';
import { OutcomeBadge } from '../../components/outcome-badge.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { Empty, Failed } from '../../components/states.tsx';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { When } from '../../components/when.tsx';
import { exactCount } from '../../format.ts';
import { useAnswer } from '../../queries/use-answer.ts';
import { coverageSentence } from './coverage-words.ts';

const ORDER = ['denied', 'failed', 'unavailable', 'collected'] as const;

/** What was read and what was not, in each account and Region, and why. */
export function CoverageTab() {
  const coverage = useAnswer('coverage.list', {});
  if (coverage.error !== null) {
    const retry = () => void coverage.refetch();
    return <Failed what="Coverage" error={coverage.error} onRetry={retry} />;
  }
  return (
    <DataTable
      id="coverage"
      title="Coverage"
      main
      description={coverage.data === undefined ? '' : coverageSentence(coverage.data)}
      actions={<CopyPolicy />}
      columns={COLUMNS}
      rows={coverage.data ?? []}
      trackBy={({ kind, name, accountId, region }) => `${kind}/${name}/${accountId}/${region}`}
      loading={coverage.isPending}
      initialSort={{ columnId: 'outcome', descending: false }}
      empty={
        <Empty
          title="Nothing was read yet"
          action={
            <PageLink to="/settings" query={{ tab: 'connections' }}>
              Connect a profile and scan it
            </PageLink>
          }
        >
          Each dataset and source is listed here with how reading it ended.
        </Empty>
      }
    />
  );
}

const COLUMNS: readonly Column<CoverageRow>[] = [
  textColumn({ id: 'name', header: 'What', width: 180 }, ({ name }) => name),
  textColumn({ id: 'account', header: 'Account', width: 140 }, ({ accountId }) => accountId),
  textColumn({ id: 'region', header: 'Region', width: 130 }, ({ region }) => region),
  {
    id: 'outcome',
    header: 'Outcome',
    cell: ({ outcome }) => <OutcomeBadge outcome={outcome} />,
    csv: ({ outcome }) => outcome.status,
    sort: ({ outcome }) => ORDER.indexOf(outcome.status),
    width: 125,
  },
  {
    id: 'missing',
    header: 'Permission to grant',
    cell: ({ outcome }) => (outcome.status === 'denied' ? outcome.action : '-'),
    csv: ({ outcome }) => (outcome.status === 'denied' ? outcome.action : ''),
    width: 220,
  },
  {
    id: 'reason',
    header: 'Reason',
    cell: ({ outcome }) => {
      const reason = outcome.status === 'collected' ? '-' : outcome.reason;
      return <span title={reason}>{reason}</span>;
    },
    csv: ({ outcome }) => (outcome.status === 'collected' ? '' : outcome.reason),
    width: 300,
  },
  textColumn({ id: 'kind', header: 'Kind', width: 100 }, ({ kind }) => kind),
  countColumn('items', 'Items', ({ items }) => items),
  countColumn('calls', 'Calls', ({ calls }) => calls),
  {
    id: 'read',
    header: 'Read',
    cell: ({ readAt }) => <When at={readAt} as="ago" />,
    csv: ({ readAt }) => readAt,
    sort: ({ readAt }) => readAt,
    width: 130,
  },
];

function textColumn(
  column: Pick<Column<CoverageRow>, 'id' | 'header' | 'width'>,
  read: (row: CoverageRow) => string,
): Column<CoverageRow> {
  return { ...column, cell: read, csv: read, sort: read };
}

function countColumn(
  id: string,
  header: string,
  count: (row: CoverageRow) => number,
): Column<CoverageRow> {
  return {
    id,
    header,
    align: 'end',
    cell: (row) => <span className="figure">{exactCount(count(row))}</span>,
    csv: count,
    sort: count,
    width: 100,
  };
}
