import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useMemo } from 'react';
import type { SpendAnswer } from '../../shared/api/answers.ts';
import type { Period } from '../../shared/model/period.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import type { LegendItem } from '../charts/chart-legend.tsx';
import { MEASURE_IDS, MEASURES, type MeasureId } from '../charts/measure.ts';
import { OTHER_COLOUR } from '../charts/palette.ts';
import { type Series, stackedSeries, UNPRICED_KEY } from '../charts/series.ts';
import { StackedBars, stackedBarsTable } from '../charts/stacked-bars.tsx';
import type { ChooseBucket, ComparedTotals } from '../charts/stacked-bars-props.ts';
import type { Granularity, TimeBucket } from '../charts/time-bucket.ts';
import { principalName } from '../components/principal-name.ts';
import { Empty } from '../components/states.tsx';
import { periodLabel } from '../period.ts';
import { type Grouping, groupingWord } from './grouping.ts';
import { useSeriesColours } from './use-series-colours.ts';
import { chartFinding, sentence } from './words.ts';

const HEIGHT = 280;

/** What every chart of spend over time gets. */
export interface CostChartProps {
  readonly answer: SpendAnswer | undefined;
  readonly error: Parameters<typeof ChartFrame>[0]['error'];
  readonly onRetry: () => void;
  readonly updating: boolean;
  /** The part of the period that has begun. */
  readonly period: Period;
  readonly buckets: readonly TimeBucket[];
  readonly granularity: Granularity;
  readonly groupBy: Grouping;
  /** What fills an empty chart. */
  readonly emptyAction: ReactNode;
}

interface SpendChartProps extends CostChartProps {
  readonly measure: MeasureId;
  /** Absent where the measure is chosen elsewhere. */
  readonly onMeasure?: (measure: MeasureId) => void;
  readonly compared?: ComparedTotals;
  readonly onChoose?: ChooseBucket;
}

/** Use over time as stacked bars: cost, tokens or calls, by any grouping. */
export function SpendChart(props: SpendChartProps) {
  const { answer, buckets, granularity, groupBy, compared, onChoose } = props;
  const measure = MEASURES[props.measure];
  const series = useMemo(
    () => (answer === undefined ? [] : named(stackedSeries({ buckets, ...answer, measure }))),
    [answer, buckets, measure],
  );
  const colours = useSeriesColours(groupBy, series);
  const colourOf = (key: string) => (key === UNPRICED_KEY ? OTHER_COLOUR : colours(key));
  const word = groupingWord(groupBy);
  const drawing = {
    label: `${measure.label} by ${word}`,
    buckets,
    series,
    measure,
    ...(compared === undefined ? {} : { compared }),
    ...(onChoose === undefined ? {} : { onChoose }),
  };
  const empty = answer !== undefined && series.every(({ total }) => total === 0n);
  return (
    <ChartFrame
      title={
        answer === undefined
          ? `${measure.label} per ${granularity}`
          : chartFinding(series, measure, groupBy === 'unit' ? 'are' : 'is')
      }
      description={`${measure.label} per UTC ${granularity} by ${word}, ${periodLabel(props.period)}`}
      height={HEIGHT}
      loading={answer === undefined}
      error={answer === undefined ? (props.error ?? null) : null}
      onRetry={props.onRetry}
      updating={props.updating}
      legend={legendOf(series, colourOf, props)}
      table={stackedBarsTable(drawing)}
      actions={<MeasureChoice {...props} />}
      {...(empty ? { empty: <NoUse {...props} /> } : {})}
    >
      <StackedBars {...drawing} colourOf={colourOf} height={HEIGHT} />
    </ChartFrame>
  );
}

/** Roles of IAM Identity Center by the name of their permission set. */
function named(series: readonly Series[]): readonly Series[] {
  return series.map((each) => ({ ...each, label: principalName(each.label) }));
}

function MeasureChoice({ measure, onMeasure }: SpendChartProps) {
  if (onMeasure === undefined) return null;
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
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

function NoUse({ answer, measure, period, emptyAction }: SpendChartProps) {
  const shown = periodLabel(period);
  if (answer !== undefined && answer.notCounted !== null) {
    return (
      <Empty title={`Usage in ${shown} is not known`} action={emptyAction}>
        {sentence(answer.notCounted)}
      </Empty>
    );
  }
  const onlyUnpriced = measure === 'cost' && (answer?.unpriced.length ?? 0) > 0;
  return onlyUnpriced ? (
    <Empty title={`No priced usage in ${shown}`}>
      Usage was counted, but no price line covers it. Choose Tokens to see it.
    </Empty>
  ) : (
    <Empty title={`No usage was found in ${shown}`} action={emptyAction}>
      The cost over time would be here.
    </Empty>
  );
}

function legendOf(
  series: readonly Series[],
  colourOf: (key: string) => string,
  { buckets, granularity, compared }: SpendChartProps,
): readonly LegendItem[] {
  const items = series
    .filter(({ key }) => key !== UNPRICED_KEY)
    .map(({ key, label }) => ({ key, label, colour: colourOf(key) }));
  const incomplete = buckets.some((bucket) => bucket.incomplete);
  const name = granularity.charAt(0).toUpperCase() + granularity.slice(1);
  return [
    ...items,
    ...(incomplete
      ? [
          {
            key: 'incomplete',
            label: `${name} not complete yet`,
            colour: OTHER_COLOUR,
            look: 'hatched' as const,
          },
        ]
      : []),
    ...(compared === undefined
      ? []
      : [{ key: 'compared', label: compared.label, colour: '', look: 'line' as const }]),
  ];
}
