import { lazy, Suspense } from 'react';
import type { Day } from '../../shared/model/period.ts';
import { Loading } from '../components/states.tsx';
import { dayName } from '../period.ts';
import type { ChartTableData } from './chart-table.tsx';
import type { Measure } from './measure.ts';
import { type Series, sum } from './series.ts';
import type { ColourOf } from './use-colours.tsx';

/** Stacked bars for each day. */
export interface StackedDaysProps {
  /** What the chart shows, for screen readers. */
  readonly label: string;
  readonly days: readonly Day[];
  readonly series: readonly Series[];
  readonly measure: Measure;
  readonly colourOf: ColourOf;
  /** Hatched: their figures will still grow. */
  readonly incompleteDays: readonly Day[];
  /** Pixels. */
  readonly height: number;
}

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
