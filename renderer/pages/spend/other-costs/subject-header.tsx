import Header from '@cloudscape-design/components/header';
import type { SpendOtherCosts } from '../../../../shared/api/reconcile-answers.ts';
import { parseUsd } from '../../../../shared/model/usd.ts';
import type { Column } from '../../../components/table/column.ts';
import { ExportMenu } from '../../../components/table/export-menu.tsx';
import { useExport } from '../../../components/table/use-export.ts';

type Subject = SpendOtherCosts['subjects'][number];

const TITLE = 'By what they are for';

/** Above the bars: their title, and their figures as a file. */
export function SubjectHeader({ subjects, notes }: Pick<SpendOtherCosts, 'subjects' | 'notes'>) {
  const beginExport = useExport({
    fileName: 'assay-other-costs-by-subject',
    title: 'Other costs by what they are for',
    notes,
  });
  return (
    <Header
      variant="h2"
      actions={
        <ExportMenu
          title={TITLE}
          disabled={false}
          busy={false}
          main={false}
          onExport={(format) => beginExport()({ columns: COLUMNS, rows: subjects, format })}
        />
      }
    >
      {TITLE}
    </Header>
  );
}

/** Exact, or `unpriced` where nothing of it has an amount. */
function amountOf({ usd, costs, unpriced }: Subject): string {
  return unpriced === costs && parseUsd(usd) === 0n ? 'unpriced' : usd;
}

const COLUMNS: readonly Column<Subject>[] = [
  { id: 'subject', header: 'For', cell: ({ label }) => label, csv: ({ label }) => label },
  { id: 'usd', header: 'Cost (USD)', cell: amountOf, csv: amountOf },
  { id: 'costs', header: 'Costs', cell: ({ costs }) => costs, csv: ({ costs }) => costs },
  {
    id: 'unpriced',
    header: 'Without an amount',
    cell: ({ unpriced }) => unpriced,
    csv: ({ unpriced }) => unpriced,
  },
];
