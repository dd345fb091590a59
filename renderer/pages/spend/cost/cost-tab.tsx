import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMemo } from 'react';
import { MEASURES } from '../../../charts/measure.ts';
import { ScanButton } from '../../../components/scan-button.tsx';
import { useFilters } from '../../../filters.ts';
import { RateChart } from '../../../spend/rate-chart.tsx';
import { SpendChart } from '../../../spend/spend-chart.tsx';
import { isRate } from '../../../spend/spend-measure.ts';
import { SpendFilterBar } from '../spend-filter-bar.tsx';
import { ALL_USAGE } from '../usage-filters.ts';
import { usageInputOf } from '../usage-input.ts';
import { CallsPanel } from './calls-panel.tsx';
import { comparedTotals } from './compared-totals.ts';
import { CostControls } from './cost-controls.tsx';
import { type CostValues, costFilters, type UpdateCost } from './cost-filters.ts';
import { CostTables } from './cost-tables.tsx';
import { SpendSummary } from './spend-summary.tsx';
import { type CostOverTime, useCost } from './use-cost.ts';

/** What Amazon Bedrock costs: over time, by any grouping, down to single invocations. */
export function CostTab() {
  const [values, update] = useFilters(costFilters);
  const cost = useCost(values);
  return (
    <SpaceBetween size="m">
      <SpendFilterBar />
      <SpendSummary cost={cost} />
      <CostControls period={cost.period} values={values} update={update} />
      <CostChart cost={cost} values={values} update={update} />
      <CostTables cost={cost} values={values} update={update} />
      <CallsPanel cost={cost} values={values} update={update} />
    </SpaceBetween>
  );
}

interface CostChartProps {
  readonly cost: CostOverTime;
  readonly values: CostValues;
  readonly update: UpdateCost;
}

function CostChart({ cost, values, update }: CostChartProps) {
  const { now, granularity, measure, groupBy } = cost;
  const narrowed = usageInputOf(values).filter !== undefined;
  const previous = now.data?.previous;
  const compared = useMemo(
    () =>
      previous === undefined || isRate(measure)
        ? undefined
        : comparedTotals(previous, MEASURES[measure], granularity),
    [previous, measure, granularity],
  );
  const chart = {
    answer: now.data,
    error: now.error,
    onRetry: () => void now.refetch(),
    updating: now.isPlaceholderData,
    period: cost.period,
    buckets: cost.buckets,
    granularity,
    groupBy,
    emptyAction: narrowed ? (
      <Button onClick={() => update(ALL_USAGE)}>Clear the filter</Button>
    ) : (
      <ScanButton />
    ),
  };
  if (isRate(measure)) return <RateChart {...chart} measure={measure} />;
  return (
    <SpendChart
      {...chart}
      measure={measure}
      {...(compared === undefined ? {} : { compared })}
      onChoose={(callsAt, key) =>
        update({ callsAt, callsOf: key ?? '', callsOffset: 0, requestId: '' })
      }
    />
  );
}
