import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useMemo } from 'react';
import type { SpendAnswer } from '../../shared/api/answers.ts';
import type { Input } from '../../shared/api/contract.ts';
import { type Day, daysIn, type Period } from '../../shared/model/period.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import type { LegendItem } from '../charts/chart-legend.tsx';
import { MEASURE_IDS, MEASURES, type MeasureId } from '../charts/measure.ts';
import { OTHER_COLOUR } from '../charts/palette.ts';
import { type Series, stackedSeries } from '../charts/series.ts';
import { StackedDays, stackedDaysTable } from '../charts/stacked-days.tsx';
import { type ColourOf, groupColours, useModelColours } from '../charts/use-colours.tsx';
import { Empty } from '../components/states.tsx';
import { elapsedPart, periodLabel } from '../period.ts';
import { chartFinding } from './words.ts';

const HEIGHT = 280;

interface SpendChartProps {
  readonly answer: SpendAnswer | undefined;
  readonly error: Parameters<typeof ChartFrame>[0]['error'];
  readonly onRetry: () => void;
  readonly updating: boolean;
  readonly period: Period;
  readonly today: Day;
  readonly groupBy: Input<'spend.get'>['groupBy'];
  readonly measure: MeasureId;
  readonly onMeasure: (measure: MeasureId) => void;
  readonly actions?: ReactNode;
  /** What fills an empty chart. */
  readonly emptyAction: ReactNode;
}

/** Use per day as stacked bars: cost, tokens or calls, by any grouping. */
export function SpendChart(props: SpendChartProps) {
  const { answer, period, today, groupBy } = props;
  const measure = MEASURES[props.measure];
  const days = useMemo(() => daysIn(elapsedPart(period, today)), [period, today]);
  const series = useMemo(
    () => (answer === undefined ? [] : stackedSeries({ days, ...answer, measure })),
    [answer, days, measure],
  );
  const colourOf = useSeriesColours(groupBy, series);
  const drawing = {
    label: `${measure.label} by ${groupBy}`,
    days,
    series,
    measure,
    incompleteDays: answer?.incompleteDays ?? [],
  };
  const empty = answer !== undefined && series.length === 0;
  return (
    <ChartFrame
      title={answer === undefined ? `${measure.label} per day` : chartFinding(series, measure)}
      description={`${measure.label} per UTC day by ${groupBy === 'region' ? 'Region' : groupBy}, ${periodLabel(elapsedPart(period, today))}`}
      height={HEIGHT}
      loading={answer === undefined}
      error={answer === undefined ? (props.error ?? null) : null}
      onRetry={props.onRetry}
      updating={props.updating}
      legend={legendOf(series, colourOf, drawing.incompleteDays)}
      table={stackedDaysTable(drawing)}
      actions={<Choices {...props} />}
      {...(empty ? { empty: <NoUse {...props} /> } : {})}
    >
      <StackedDays {...drawing} colourOf={colourOf} height={HEIGHT} />
    </ChartFrame>
  );
}

function Choices({ measure, onMeasure, actions }: SpendChartProps) {
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      {actions}
      <SegmentedControl
        label="Measure"
        selectedId={measure}
        options={MEASURE_IDS.map((id) => ({ id, text: MEASURES[id].label }))}
        onChange={({ detail }) => {
          const chosen = MEASURE_IDS.find((id) => id === detail.selectedId);
          if (chosen !== undefined) onMeasure(chosen);
        }}
      />
    </SpaceBetween>
  );
}

function NoUse({ answer, measure, period, today, emptyAction }: SpendChartProps) {
  const shown = periodLabel(elapsedPart(period, today));
  const onlyUnpriced = measure === 'cost' && (answer?.unpriced.length ?? 0) > 0;
  return onlyUnpriced ? (
    <Empty title={`No priced usage in ${shown}`}>
      Usage was counted, but no price line covers it. Choose Tokens to see it.
    </Empty>
  ) : (
    <Empty title={`No usage was found in ${shown}`} action={emptyAction}>
      The cost of each day would be here.
    </Empty>
  );
}

function useSeriesColours(groupBy: string, series: readonly Series[]): ColourOf {
  const keys = useMemo(() => series.map(({ key }) => key), [series]);
  const models = useModelColours(useMemo(() => (groupBy === 'model' ? keys : []), [groupBy, keys]));
  return groupBy === 'model' ? models : groupColours(keys);
}

function legendOf(
  series: readonly Series[],
  colourOf: ColourOf,
  incomplete: readonly Day[],
): readonly LegendItem[] {
  const items = series.map(({ key, label }) => ({ key, label, colour: colourOf(key) }));
  if (incomplete.length === 0) return items;
  return [
    ...items,
    { key: 'incomplete', label: 'Day not complete yet', colour: OTHER_COLOUR, hatched: true },
  ];
}
