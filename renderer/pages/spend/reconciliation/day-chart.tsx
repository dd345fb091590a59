import { useMemo } from 'react';
import type { ReconciledDay } from '../../../../shared/cost/reconcile/reconciliation.ts';
import { daysIn, type Period } from '../../../../shared/model/period.ts';
import { ChartFrame } from '../../../charts/chart-frame.tsx';
import type { LegendItem } from '../../../charts/chart-legend.tsx';
import { MEASURES } from '../../../charts/measure.ts';
import { OTHER_COLOUR, paletteColour } from '../../../charts/palette.ts';
import { StackedBars, stackedBarsTable } from '../../../charts/stacked-bars.tsx';
import { dayBuckets } from '../../../charts/time-bucket.ts';
import { Empty } from '../../../components/states.tsx';
import { elapsedPart, periodLabel } from '../../../period.ts';
import { sentence } from '../../../spend/words.ts';
import { useToday } from '../../../workspace.ts';
import { billedSeries, estimatedTotals } from './day-series.ts';
import type { Unread } from './reconciliation-words.ts';

const HEIGHT = 280;

interface DayChartProps extends Unread {
  readonly period: Period;
  readonly days: readonly ReconciledDay[];
  readonly waiting: boolean;
}

/** Bill and estimate by day. */
export function DayChart({ period, days: rows, notBilled, notCounted, waiting }: DayChartProps) {
  const today = useToday();
  const days = useMemo(() => daysIn(elapsedPart(period, today)), [period, today]);
  const series = useMemo(() => billedSeries(days, rows), [days, rows]);
  const chart = {
    label: 'Bill and estimate',
    buckets: dayBuckets(days, [today]),
    series,
    measure: MEASURES.cost,
    ...(notCounted === null
      ? { compared: { label: 'Estimated', amounts: estimatedTotals(days, rows) } }
      : {}),
  };
  const legend: readonly LegendItem[] = [
    ...series.map(({ key, label }) => ({ key, label, colour: colourOf(key) })),
    ...(notCounted === null
      ? [{ key: 'estimated', label: 'Estimated', colour: '', look: 'line' } as const]
      : []),
  ];
  return (
    <ChartFrame
      title="Bill and estimate"
      description={`USD per UTC day, which is the bill's own day, ${periodLabel(period)}`}
      height={HEIGHT}
      loading={waiting}
      legend={legend}
      table={stackedBarsTable(chart)}
      {...(series.length === 0
        ? {
            empty:
              notBilled === null ? (
                <Empty title="Nothing was billed">The bill has no line of this period.</Empty>
              ) : (
                <Empty title="What was billed is not known">{sentence(notBilled)}</Empty>
              ),
          }
        : {})}
    >
      <StackedBars {...chart} colourOf={colourOf} height={HEIGHT} />
    </ChartFrame>
  );
}

function colourOf(key: string): string {
  return key === 'open' ? OTHER_COLOUR : paletteColour(0);
}
