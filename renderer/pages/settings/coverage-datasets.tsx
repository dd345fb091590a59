import Button from '@cloudscape-design/components/button';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactNode } from 'react';
import type { CoverageGroup, CoverageSummary } from '../../../shared/api/answers.ts';
import { elseInWords, readingsOf, readOf } from '../../components/coverage-counts.ts';
import { Empty } from '../../components/states.tsx';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { When } from '../../components/when.tsx';
import { exactCount } from '../../format.ts';

interface CoverageDatasetsProps {
  readonly summary: CoverageSummary;
  readonly description: string;
  readonly actions: ReactNode;
  /** Shows each reading of a dataset. */
  readonly onOpen: (group: CoverageGroup) => void;
}

/** One row for each dataset and source, over all accounts and Regions. */
export function CoverageDatasets({ summary, description, actions, onOpen }: CoverageDatasetsProps) {
  return (
    <DataTable
      id="coverage-datasets"
      title="Coverage"
      main
      description={description}
      actions={actions}
      columns={columnsWith(summary, onOpen)}
      rows={summary.groups}
      trackBy={({ kind, name }) => `${kind} ${name}`}
      initialSort={{ columnId: 'state', descending: true }}
      pageRows={100}
      empty={<Empty title="Nothing was read yet" />}
    />
  );
}

function columnsWith(
  { notRead }: CoverageSummary,
  onOpen: CoverageDatasetsProps['onOpen'],
): readonly Column<CoverageGroup>[] {
  const missingOf = ({ name }: CoverageGroup) =>
    [
      ...new Set(
        notRead.filter((each) => each.name === name).map(({ action, reason }) => action ?? reason),
      ),
    ].join(', ');
  return [
    {
      id: 'name',
      header: 'Dataset or source',
      cell: (group) => (
        <Button variant="inline-link" onClick={() => onOpen(group)}>
          {group.name}
        </Button>
      ),
      csv: ({ name }) => name,
      sort: ({ name }) => name,
      width: 205,
      grow: 0.5,
    },
    {
      id: 'state',
      header: 'Read',
      cell: ({ counts }) => <ReadOf counts={counts} />,
      csv: ({ counts }) => `${readOf(counts)} of ${readingsOf(counts)}`,
      sort: ({ counts }) => counts.denied * 1e6 + counts.failed * 1e3 + counts.partial,
      width: 110,
    },
    {
      id: 'lacks',
      header: 'Not read',
      cell: ({ counts }) => elseInWords(counts),
      csv: ({ counts }) => elseInWords(counts),
      width: 150,
      grow: 1,
    },
    {
      id: 'missing',
      header: 'What is missing',
      cell: (group) => <span title={missingOf(group)}>{missingOf(group)}</span>,
      csv: missingOf,
      width: 175,
      grow: 2,
    },
    countColumn('items', 'Items', ({ items }) => items),
    countColumn('calls', 'Calls', ({ calls }) => calls),
    {
      id: 'oldest',
      header: 'Oldest',
      cell: ({ oldestAt }) => <When at={oldestAt} as="ago" />,
      csv: ({ oldestAt }) => oldestAt,
      sort: ({ oldestAt }) => oldestAt,
      width: 116,
    },
  ];
}

function ReadOf({ counts }: Pick<CoverageGroup, 'counts'>) {
  const all = readingsOf(counts);
  const type =
    counts.denied > 0
      ? 'error'
      : counts.failed + counts.partial > 0
        ? 'warning'
        : counts.unavailable === all
          ? 'not-started'
          : 'success';
  return (
    <StatusIndicator type={type}>
      {readOf(counts)} of {all}
    </StatusIndicator>
  );
}

function countColumn(
  id: string,
  header: string,
  count: (group: CoverageGroup) => number,
): Column<CoverageGroup> {
  return {
    id,
    header,
    align: 'end',
    cell: (group) => <span className="figure">{dashed(count(group))}</span>,
    csv: count,
    sort: count,
    width: 90,
  };
}

function dashed(count: number): string {
  return count === 0 ? '-' : exactCount(count);
}
