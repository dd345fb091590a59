import { lazy, Suspense } from 'react';
import { formatMoney } from '../../shared/model/money-text.ts';
import { Loading } from '../components/states.tsx';
import { dayName } from '../period.ts';
import type { ChartTableData } from './chart-table.tsx';
import type { ForecastDaysProps } from './forecast-days-props.ts';

const Drawing = lazy(() =>
  import('./forecast-days-drawing.tsx').then((module) => ({ default: module.ForecastDaysDrawing })),
);

/** Days with what they cost or will; the drawing code is loaded with the first chart. */
export function ForecastDays(props: ForecastDaysProps) {
  return (
    <Suspense fallback={<Loading label="chart" height={props.height} />}>
      <Drawing {...props} />
    </Suspense>
  );
}

/** The figures of the chart, a row for each day. */
export function forecastDaysTable({
  label,
  bars,
}: Pick<ForecastDaysProps, 'label' | 'bars'>): ChartTableData {
  return {
    caption: `${label} (USD), days in UTC`,
    columns: ['Day (UTC)', 'Cost so far', 'Expected', 'At least', 'At most', 'Unusual'],
    rows: bars.map(({ day, knownUsd, incomplete, estimate, mark }) => [
      incomplete ? `${dayName(day)} (incomplete)` : dayName(day),
      knownUsd === null ? '-' : formatMoney(knownUsd),
      ...[estimate?.expectedUsd, estimate?.lowUsd, estimate?.highUsd].map((usd) =>
        usd === undefined ? '-' : formatMoney(usd),
      ),
      mark ?? '-',
    ]),
    exact: {
      rows: bars.map(({ day, knownUsd, estimate, mark }) => [
        day,
        knownUsd,
        ...[estimate?.expectedUsd, estimate?.lowUsd, estimate?.highUsd].map((usd) => usd ?? null),
        mark,
      ]),
      incomplete: bars.flatMap(({ day, incomplete }) => (incomplete ? [day] : [])),
    },
  };
}
