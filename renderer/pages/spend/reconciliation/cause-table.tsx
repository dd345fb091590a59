import Link from '@cloudscape-design/components/link';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { CAUSES, type Cause, isWithoutAmount } from '../../../../shared/cost/reconcile/causes.ts';
import type { CauseSum } from '../../../../shared/cost/reconcile/reconciliation.ts';
import { parseUsd } from '../../../../shared/model/usd.ts';
import { Money } from '../../../components/money.tsx';
import { Empty } from '../../../components/states.tsx';
import type { Column } from '../../../components/table/column.ts';
import { DataTable } from '../../../components/table/data-table.tsx';
import { exactCount } from '../../../format.ts';
import { sentence } from '../../../spend/words.ts';

interface CauseTableProps {
  readonly causes: readonly CauseSum[];
  /** Why bill or usage are not known, as the rest of a sentence; null where both are. */
  readonly unread: string | null;
  readonly loading: boolean;
  /** Lists the lines of a cause. */
  readonly onCause: (cause: Cause) => void;
}

/** What the difference between bill and estimate is made of; the causes add up to it. */
export function CauseTable({ causes, unread, loading, onCause }: CauseTableProps) {
  return (
    <DataTable
      id="spend-causes"
      wrap
      title="Causes of the difference"
      description="Billed less estimated; together exactly the whole difference."
      columns={[causeColumn(onCause), ...COLUMNS]}
      rows={causes}
      trackBy={({ cause }) => cause}
      loading={loading}
      initialSort={{ columnId: 'size', descending: true }}
      empty={
        unread === null ? (
          <Empty title="No differences">Bill and estimate are the same, line by line.</Empty>
        ) : (
          <Empty title="What differs is not known">{sentence(unread)}</Empty>
        )
      }
    />
  );
}

function causeColumn(onCause: CauseTableProps['onCause']): Column<CauseSum> {
  return {
    id: 'cause',
    header: 'Cause',
    cell: ({ cause }) => (
      <Link
        href="#lines"
        fontSize="inherit"
        onFollow={(event) => {
          event.preventDefault();
          onCause(cause);
        }}
      >
        {CAUSES[cause].title}
      </Link>
    ),
    csv: ({ cause }) => CAUSES[cause].title,
    sort: ({ cause }) => CAUSES[cause].title,
    width: 130,
    grow: 2,
  };
}

function absolute(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

const COLUMNS: readonly Column<CauseSum>[] = [
  {
    id: 'explains',
    header: 'Explains',
    cell: ({ cause }) =>
      CAUSES[cause].explains ? (
        <StatusIndicator type="success">explains</StatusIndicator>
      ) : (
        <StatusIndicator type="warning">open</StatusIndicator>
      ),
    csv: ({ cause }) => CAUSES[cause].explains,
    width: 118,
  },
  {
    id: 'size',
    header: 'Amount (USD)',
    cell: ({ cause, usd }) => <Money usd={isWithoutAmount(cause, usd) ? null : usd} />,
    csv: ({ cause, usd }) => (isWithoutAmount(cause, usd) ? 'unpriced' : usd),
    sort: ({ usd }) => absolute(parseUsd(usd)),
    align: 'end',
    width: 138,
  },
  {
    id: 'lines',
    header: 'Lines',
    cell: ({ lines }) => exactCount(lines),
    csv: ({ lines }) => lines,
    align: 'end',
    width: 68,
  },
];
