import type { CloseChange, CloseComparison } from '../../../../shared/api/answers.ts';
import { parseUsd } from '../../../../shared/model/usd.ts';
import { Money } from '../../../components/money.tsx';
import { Empty } from '../../../components/states.tsx';
import type { Column } from '../../../components/table/column.ts';
import { DataTable } from '../../../components/table/data-table.tsx';
import { changeWords } from './chargeback-words.ts';

/** What would be different if the closed month were shared out today; nothing where it is the same. */
export function ComparisonTable({ comparison }: { readonly comparison: CloseComparison }) {
  if (comparison.changes.length === 0) return null;
  return (
    <DataTable
      id="spend-chargeback-since"
      title="Since it was closed"
      description="What would be different today. The closed figures hold; nothing is changed by itself."
      columns={COLUMNS}
      rows={comparison.changes}
      trackBy={({ what, name }) => `${what} ${name}`}
      empty={<Empty title="Nothing would be different" />}
    />
  );
}

function Value({ change, value }: { readonly change: CloseChange; readonly value: string | null }) {
  if (value === null) return change.what === 'total' ? 'not known' : 'none';
  return change.what === 'rules' || change.what === 'unpriced' ? value : <Money usd={value} />;
}

const COLUMNS: readonly Column<CloseChange>[] = [
  {
    id: 'what',
    header: 'What',
    cell: changeWords,
    csv: changeWords,
    sort: changeWords,
    width: 240,
    grow: 2,
  },
  {
    id: 'before',
    header: 'When closed',
    cell: (change) => <Value change={change} value={change.before} />,
    csv: ({ before }) => before,
    align: 'end',
    width: 160,
  },
  {
    id: 'after',
    header: 'Today',
    cell: (change) => <Value change={change} value={change.after} />,
    csv: ({ after }) => after,
    align: 'end',
    width: 160,
  },
  {
    id: 'difference',
    header: 'Difference (USD)',
    cell: ({ differenceUsd }) => (differenceUsd === null ? '-' : <Money usd={differenceUsd} />),
    csv: ({ differenceUsd }) => differenceUsd,
    sort: ({ differenceUsd }) => parseUsd(differenceUsd ?? '0'),
    align: 'end',
    width: 150,
  },
];
