import { lazy, Suspense } from 'react';
import { Loading } from '../components/states.tsx';
import type { ChartTableData } from './chart-table.tsx';
import type { LinesProps } from './lines-props.ts';

const Drawing = lazy(() =>
  import('./lines-drawing.tsx').then((module) => ({ default: module.LinesDrawing })),
);

/** Lines over time, for what does not add up; the drawing code is loaded with the first chart. */
export function Lines(props: LinesProps) {
  return (
    <Suspense fallback={<Loading label="chart" height={props.height} />}>
      <Drawing {...props} />
    </Suspense>
  );
}

/** The figures of the chart: a row for each bucket, a column for each line. */
export function linesTable({
  label,
  buckets,
  lines,
  format,
  exact,
}: Pick<LinesProps, 'label' | 'buckets' | 'lines' | 'format' | 'exact'>): ChartTableData {
  return {
    caption: `${label}, times in UTC`,
    columns: ['Time (UTC)', ...lines.map((line) => line.label)],
    rows: buckets.map(({ name, incomplete }, index) => [
      incomplete ? `${name} (incomplete)` : name,
      ...lines.map(({ amounts }) => {
        const amount = amounts[index] ?? null;
        return amount === null ? '-' : format(amount);
      }),
    ]),
    exact: {
      rows: buckets.map(({ key }, index) => [
        key,
        ...lines.map(({ amounts }) => {
          const amount = amounts[index] ?? null;
          return amount === null ? null : exact(amount);
        }),
      ]),
      incomplete: buckets.flatMap(({ key, incomplete }) => (incomplete ? [key] : [])),
    },
  };
}
