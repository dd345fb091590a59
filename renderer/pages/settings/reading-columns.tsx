import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { CoverageRow } from '../../../shared/api/answers.ts';
import { coverageState } from '../../../shared/api/coverage.ts';
import { Breakable } from '../../components/breakable.tsx';
import { OutcomeBadge } from '../../components/outcome-badge.tsx';
import { PlaceLines } from '../../components/place-lines.tsx';
import type { Column } from '../../components/table/column.ts';
import { When } from '../../components/when.tsx';
import { exactCount } from '../../format.ts';
import { missingActionsOf, reasonOf } from './coverage-words.ts';

/** What is told of each reading. */
export const READING_COLUMNS: readonly Column<CoverageRow>[] = [
  textColumn({ id: 'name', header: 'What', width: 130, grow: 0.5 }, ({ name }) => name),
  {
    ...textColumn({ id: 'account', header: 'Account', width: 132 }, ({ accountId }) => accountId),
    cell: (row) => <PlaceLines {...row} />,
  },
  {
    ...textColumn({ id: 'region', header: 'Region', width: 116 }, ({ region }) => region),
    shown: false,
  },
  {
    id: 'outcome',
    header: 'Outcome',
    cell: (row) => <Outcome row={row} />,
    csv: coverageState,
    width: 112,
  },
  textColumn({ id: 'missing', header: 'To be granted', width: 165, grow: 1 }, (row) =>
    missingActionsOf(row).join(', '),
  ),
  textColumn({ id: 'reason', header: 'Reason', width: 256, grow: 4 }, reasonOf),
  countColumn('items', 'Items', ({ items }) => items),
  { ...countColumn('calls', 'Calls', ({ calls }) => calls), shown: 'wide' },
  {
    id: 'read',
    header: 'Read',
    cell: ({ readAt }) => <When at={readAt} as="ago" />,
    csv: ({ readAt }) => readAt,
    width: 100,
  },
  { ...textColumn({ id: 'kind', header: 'Kind' }, ({ kind }) => kind), width: 90, shown: false },
];

function Outcome({ row }: { readonly row: CoverageRow }) {
  if (coverageState(row) !== 'partial') return <OutcomeBadge outcome={row.outcome} />;
  return (
    <span title={reasonOf(row)}>
      <StatusIndicator type="warning">in part</StatusIndicator>
    </span>
  );
}

function textColumn(
  column: Pick<Column<CoverageRow>, 'id' | 'header' | 'width' | 'grow'>,
  read: (row: CoverageRow) => string,
): Column<CoverageRow> {
  return {
    ...column,
    cell: (row) => (
      <span title={read(row)}>
        <Breakable text={read(row) === '' ? '-' : read(row)} />
      </span>
    ),
    csv: read,
  };
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
    width: 80,
  };
}
