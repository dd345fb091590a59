import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMemo } from 'react';
import type { BudgetState } from '../../../../shared/api/answers.ts';
import { monthOf, monthPeriod } from '../../../../shared/model/period.ts';
import type { SpendBudget } from '../../../../shared/model/spend-budget.ts';
import { ProvenanceBadge } from '../../../components/provenance-badge.tsx';
import { Empty, Failed, Loading } from '../../../components/states.tsx';
import { periodLabel } from '../../../period.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import { usePeriod } from '../../../workspace.ts';
import { EditedList } from '../parts/edited-list.tsx';
import { TabAnswer } from '../parts/tab-answer.tsx';
import { BudgetChart } from './budget-chart.tsx';
import { budgetColumns } from './budget-columns.tsx';
import { BudgetEditor } from './budget-editor.tsx';
import { budgetSentence, isBehind } from './budget-words.ts';
import { ToldTable } from './told-table.tsx';

const HEIGHT = 64;

function hasBilled({ beside }: BudgetState): boolean {
  return beside?.amounts.some(({ provenance }) => provenance === 'billed') ?? false;
}

/** Budgets of the month in which the chosen period begins: how they stand, and their editor. */
export function BudgetsTab() {
  const [period] = usePeriod();
  const month = monthOf(period.from);
  const standing = useAnswer('spend.budgets', { month });
  const settings = useAnswer('settings.get', {});
  const items = settings.data?.spendBudgets ?? [];
  const states = standing.data?.budgets;
  const columns = useMemo(() => budgetColumns(states ?? []), [states]);
  const name = periodLabel(monthPeriod(month));
  const error = standing.error ?? settings.error;
  if (error !== null) {
    const retry = () => void Promise.all([standing.refetch(), settings.refetch()]);
    return <Failed what="Budgets" error={error} onRetry={retry} />;
  }
  return (
    <SpaceBetween size="m">
      {standing.data === undefined || isBehind(standing.data.budgets, items) ? (
        <Loading label="budgets" height={HEIGHT} />
      ) : (
        <TabAnswer notes={standing.data.notes}>
          {budgetSentence(standing.data.budgets, name)}{' '}
          {standing.data.budgets.length === 0 ? null : <ProvenanceBadge provenance="metered" />}{' '}
          {standing.data.budgets.some(hasBilled) ? <ProvenanceBadge provenance="billed" /> : null}
        </TabAnswer>
      )}
      <EditedList<SpendBudget>
        id="spend-budgets"
        title={`Budgets, ${name}`}
        description="A month each, in USD: metered usage, and of everything and of accounts what is billed beside it. Crossing a threshold is told once a month, after a scan."
        noun="budget"
        main
        columns={columns}
        items={items}
        loading={settings.isPending || standing.isPending}
        empty={
          <Empty title="No budgets">
            Add one for everything, an account, a team or a model; Assay tells when a share of it is
            spent or expected to be.
          </Empty>
        }
        patch={(budgets) => ({
          spendBudgets: budgets.map((each) => ({ ...each, thresholds: [...each.thresholds] })),
        })}
        form={(props) => <BudgetEditor {...props} budgets={items} />}
      />
      {standing.data === undefined ? null : <BudgetChart {...standing.data} />}
      <ToldTable told={standing.data?.told ?? []} budgets={items} />
    </SpaceBetween>
  );
}
