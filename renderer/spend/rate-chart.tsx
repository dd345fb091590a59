import { useMemo } from 'react';
import type { SpendAnswer } from '../../shared/api/answers.ts';
import { parseUsd } from '../../shared/model/usd.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { Lines, linesTable } from '../charts/lines.tsx';
import type { LineSeries } from '../charts/lines-props.ts';
import { MAX_SERIES } from '../charts/series.ts';
import { bucketKeyOf, type TimeBucket } from '../charts/time-bucket.ts';
import { principalName } from '../components/principal-name.ts';
import { Empty } from '../components/states.tsx';
import { periodLabel } from '../period.ts';
import { groupingWord } from './grouping.ts';
import type { CostChartProps } from './spend-chart.tsx';
import { measureLabel, RATE_LOOK, type RateId, rateOf } from './spend-measure.ts';
import { useSeriesColours } from './use-series-colours.ts';

const HEIGHT = 280;

interface RateChartProps extends CostChartProps {
  readonly measure: RateId;
}

/** A ratio over time as lines: of the groups that cost most, since ratios do not add up. */
export function RateChart(props: RateChartProps) {
  const { answer, buckets, granularity, measure } = props;
  const lines = useMemo(
    () => (answer === undefined ? [] : rateLines(answer, buckets)),
    [answer, buckets],
  );
  const colourOf = useSeriesColours(props.groupBy, lines);
  const label = measureLabel(measure);
  const word = groupingWord(props.groupBy);
  const groups = answer?.groups.length ?? 0;
  const drawing = { label: `${label} by ${word}`, buckets, lines, ...RATE_LOOK };
  const all = answer === undefined ? null : rateOf(answer);
  return (
    <ChartFrame
      title={all === null ? `${label} per ${granularity}` : `${label} is ${RATE_LOOK.format(all)}`}
      description={`Of priced usage, per UTC ${granularity}, ${periodLabel(props.period)}${
        groups > lines.length ? `; the dearest that have it, ${lines.length} of ${groups}` : ''
      }`}
      height={HEIGHT}
      loading={answer === undefined}
      error={answer === undefined ? (props.error ?? null) : null}
      onRetry={props.onRetry}
      updating={props.updating}
      legend={lines.map(({ key, label: name }) => ({ key, label: name, colour: colourOf(key) }))}
      table={linesTable(drawing)}
      {...(answer !== undefined && lines.length === 0
        ? {
            empty: (
              <Empty title="Nothing to divide by" action={props.emptyAction}>
                No priced usage of this period has what the ratio is made of.
              </Empty>
            ),
          }
        : {})}
    >
      <Lines {...drawing} colourOf={colourOf} height={HEIGHT} />
    </ChartFrame>
  );
}

/** A line for each of the dearest groups that has a ratio. */
export function rateLines(
  { groups, cells }: Pick<SpendAnswer, 'groups' | 'cells'>,
  buckets: readonly TimeBucket[],
): readonly LineSeries[] {
  return groups
    .filter((group) => rateOf(group) !== null)
    .sort((a, b) => (parseUsd(a.usd ?? '0') < parseUsd(b.usd ?? '0') ? 1 : -1))
    .slice(0, MAX_SERIES)
    .map(({ key, label }) => {
      const own = new Map(
        cells.filter((cell) => cell.key === key).map((cell) => [bucketKeyOf(cell), rateOf(cell)]),
      );
      return {
        key,
        label: principalName(label),
        amounts: buckets.map((bucket) => own.get(bucket.key) ?? null),
      };
    });
}
