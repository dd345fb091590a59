import { lazy, Suspense } from 'react';
import { Loading } from '../components/states.tsx';
import type { ChartTableData } from './chart-table.tsx';
import { amountWords, OTHER_KEY, sumKnown, UNPRICED_KEY } from './series.ts';
import type { StackedBarsProps } from './stacked-bars-props.ts';

const Drawing = lazy(() =>
  import('./stacked-bars-drawing.tsx').then((module) => ({ default: module.StackedBarsDrawing })),
);

/** Series that stand for several groups, and so for none that can be chosen. */
const TOGETHER: ReadonlySet<string> = new Set([OTHER_KEY, UNPRICED_KEY]);

/** Stacked bars over time; the drawing code is loaded with the first chart. */
export function StackedBars(props: StackedBarsProps) {
  return (
    <Suspense fallback={<Loading label="chart" height={props.height} />}>
      <Drawing {...props} />
    </Suspense>
  );
}

/** The figures of the chart: a row for each bucket, a column for each series, and the total. */
export function stackedBarsTable(
  props: Omit<StackedBarsProps, 'height' | 'colourOf'>,
): ChartTableData {
  const { buckets, series, measure, compared, onChoose } = props;
  const seriesKeys = [null, ...series.map(({ key }) => (TOGETHER.has(key) ? null : key))];
  return {
    caption: `${props.label} (${measure.unit}), times in UTC`,
    columns: [
      'Time (UTC)',
      'Total',
      ...series.map(({ label }) => label),
      ...(compared === undefined ? [] : [compared.label]),
    ],
    rows: buckets.map(({ name, incomplete }, index) => {
      const amounts = series.map((each) => each.amounts[index] ?? null);
      const figures = [sumKnown(amounts), ...amounts].map((amount) =>
        amountWords(amount, measure.format),
      );
      const before = compared?.amounts[index] ?? null;
      return [
        incomplete ? `${name} (incomplete)` : name,
        ...figures,
        ...(compared === undefined ? [] : [before === null ? '-' : measure.format(before)]),
      ];
    }),
    exact: {
      rows: buckets.map(({ key }, index) => {
        const amounts = series.map((each) => each.amounts[index] ?? null);
        const before = compared?.amounts[index] ?? null;
        return [
          key,
          ...[sumKnown(amounts), ...amounts].map((amount) =>
            amount === null ? null : measure.exact(amount),
          ),
          ...(compared === undefined ? [] : [before === null ? null : measure.exact(before)]),
        ];
      }),
      incomplete: buckets.flatMap(({ key, incomplete }) => (incomplete ? [key] : [])),
    },
    ...(onChoose === undefined
      ? {}
      : {
          choose: (row: number, column: number) => {
            const bucket = buckets[row];
            if (bucket !== undefined) onChoose(bucket.key, seriesKeys[column - 1] ?? null);
          },
          choosable: (column: number) => column >= 1 && column <= seriesKeys.length,
        }),
  };
}
