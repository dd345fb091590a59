import { lazy, Suspense } from 'react';
import { Loading } from '../components/states.tsx';
import { dayName } from '../period.ts';
import type { ChartTableData } from './chart-table.tsx';
import { sum } from './series.ts';
import type { StackedDaysProps } from './stacked-days-props.ts';

const Bars = lazy(() =>
  import('./stacked-days-bars.tsx').then((module) => ({ default: module.StackedDaysBars })),
);

/** Stacked bars for each day; the drawing code is loaded with the first chart. */
export function StackedDays(props: StackedDaysProps) {
  return (
    <Suspense fallback={<Loading label="chart" height={props.height} />}>
      <Bars {...props} />
    </Suspense>
  );
}

/** The figures of the chart: a row for each day, a column for each series, and the total. */
export function stackedDaysTable(
  props: Omit<StackedDaysProps, 'height' | 'colourOf'>,
): ChartTableData {
  const { days, series, measure, incompleteDays } = props;
  return {
    caption: `${props.label} (${measure.unit}), days in UTC`,
    columns: ['Day (UTC)', 'Total', ...series.map(({ label }) => label)],
    rows: days.map((day, index) => {
      const amounts = series.map((each) => each.amounts[index] ?? 0n);
      const name = incompleteDays.includes(day) ? `${dayName(day)} (incomplete)` : dayName(day);
      return [name, ...[sum(amounts), ...amounts].map((amount) => measure.format(amount))];
    }),
  };
}
