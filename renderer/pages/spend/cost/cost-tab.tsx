import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMemo } from 'react';
import { ScanButton } from '../../../components/scan-button.tsx';
import { UsageFilterBar } from '../../../components/usage-filter-bar.tsx';
import { usageInput, useFilters } from '../../../filters.ts';
import { SpendChart } from '../../../spend/spend-chart.tsx';
import { useSpend } from '../../../spend/use-spend.ts';
import { costFilters, GROUPING_NAMES, GROUPINGS, type Grouping } from './cost-filters.ts';
import { CostTables } from './cost-tables.tsx';
import { SpendSummary } from './spend-summary.tsx';

/** What Amazon Bedrock costs: over time, by any grouping, with prices and what has none. */
export function CostTab() {
  const [values, update] = useFilters(costFilters);
  const { groupBy, measure } = values;
  const filter = useMemo(() => usageInput(values), [values]);
  const spend = useSpend({ groupBy, ...filter });
  const { now, period, today } = spend;
  return (
    <SpaceBetween size="m">
      <UsageFilterBar values={values} onChange={(next) => update({ ...next, offset: 0 })} />
      <SpendSummary spend={spend} />
      <SpendChart
        answer={now.data}
        error={now.error}
        onRetry={() => void now.refetch()}
        updating={now.isPlaceholderData}
        period={period}
        today={today}
        groupBy={groupBy}
        measure={measure}
        onMeasure={(chosen) => update({ measure: chosen })}
        actions={<GroupingSelect chosen={groupBy} onChoose={(next) => update({ groupBy: next })} />}
        emptyAction={<ScanButton />}
      />
      <CostTables spend={spend} values={values} filter={filter} update={update} />
    </SpaceBetween>
  );
}

interface GroupingSelectProps {
  readonly chosen: Grouping;
  readonly onChoose: (grouping: Grouping) => void;
}

function GroupingSelect({ chosen, onChoose }: GroupingSelectProps) {
  return (
    <div className="grouping">
      <Select
        inlineLabelText="Group by"
        selectedOption={{ value: chosen, label: GROUPING_NAMES[chosen] }}
        options={GROUPINGS.map((value) => ({ value, label: GROUPING_NAMES[value] }))}
        onChange={({ detail }) => {
          const next = GROUPINGS.find((grouping) => grouping === detail.selectedOption.value);
          if (next !== undefined) onChoose(next);
        }}
      />
    </div>
  );
}
