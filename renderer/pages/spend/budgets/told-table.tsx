import type { ToldNotice } from '../../../../shared/api/answers.ts';
import type { SpendBudget } from '../../../../shared/model/spend-budget.ts';
import { parseUsd } from '../../../../shared/model/usd.ts';
import { Money } from '../../../components/money.tsx';
import { Empty } from '../../../components/states.tsx';
import { DataTable } from '../../../components/table/data-table.tsx';
import { When } from '../../../components/when.tsx';
import { thresholdWords } from './budget-words.ts';

interface ToldTableProps {
  readonly told: readonly ToldNotice[];
  readonly budgets: readonly SpendBudget[];
}

/** Crossed thresholds that somebody was told of in the month; nothing where there is none. */
export function ToldTable({ told, budgets }: ToldTableProps) {
  if (told.length === 0) return null;
  const nameOf = (id: string) => budgets.find((budget) => budget.id === id)?.name ?? id;
  return (
    <DataTable
      id="spend-budgets-told"
      title="Crossings told"
      description="Each is told once a month, and again when the budget's amount or what it counts changes."
      columns={[
        {
          id: 'budget',
          header: 'Budget',
          cell: ({ budgetId }) => nameOf(budgetId),
          csv: ({ budgetId }) => nameOf(budgetId),
          sort: ({ budgetId }) => nameOf(budgetId),
          width: 200,
          grow: 1,
        },
        {
          id: 'threshold',
          header: 'Threshold',
          cell: thresholdWords,
          csv: thresholdWords,
          sort: ({ percent }) => percent,
          width: 180,
        },
        {
          id: 'monthly',
          header: 'Of (USD)',
          cell: ({ monthlyUsd }) => <Money usd={monthlyUsd} />,
          csv: ({ monthlyUsd }) => monthlyUsd,
          sort: ({ monthlyUsd }) => parseUsd(monthlyUsd),
          align: 'end',
          width: 130,
        },
        {
          id: 'at',
          header: 'Told',
          cell: ({ at }) => <When at={at} />,
          csv: ({ at }) => at,
          sort: ({ at }) => at,
          width: 180,
        },
      ]}
      rows={told}
      trackBy={({ budgetId, percent, on, at }) => `${budgetId} ${percent} ${on} ${at}`}
      initialSort={{ columnId: 'at', descending: true }}
      empty={<Empty title="Nothing was told" />}
    />
  );
}
