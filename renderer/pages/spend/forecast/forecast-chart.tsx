import { useMemo } from 'react';
import type { SpendAnomalies } from '../../../../shared/api/answers.ts';
import type { Day } from '../../../../shared/model/period.ts';
import { ChartFrame } from '../../../charts/chart-frame.tsx';
import type { LegendItem } from '../../../charts/chart-legend.tsx';
import { ForecastDays, forecastDaysTable } from '../../../charts/forecast-days.tsx';
import { OTHER_COLOUR, paletteColour } from '../../../charts/palette.ts';
import { ScanButton } from '../../../components/scan-button.tsx';
import { Empty } from '../../../components/states.tsx';
import { monthLabel } from '../../../period.ts';
import { forecastBars } from './forecast-bars.ts';
import type { ForecastOverTime } from './use-forecast.ts';

const HEIGHT = 280;
const NOTHING = (
  <Empty title="No priced usage yet" action={<ScanButton />}>
    What each day cost, and what the days ahead will, would be here.
  </Empty>
);

interface ForecastChartProps extends Pick<ForecastOverTime, 'forecast'> {
  readonly anomalies: SpendAnomalies | undefined;
  readonly onChoose: (day: Day) => void;
}

/** Cost by day: the eight weeks before, the month so far, and the days ahead with their range. */
export function ForecastChart({ forecast, anomalies, onChoose }: ForecastChartProps) {
  const { data, error } = forecast;
  const bars = useMemo(
    () => (data === undefined ? [] : forecastBars(data, anomalies)),
    [data, anomalies],
  );
  const label = 'Cost and forecast';
  const marked = bars.filter(({ mark }) => mark !== null).length;
  return (
    <ChartFrame
      title={data === undefined ? label : `${label}, ${monthLabel(data.month)}`}
      description="USD per UTC day, with the eight weeks that the forecast rests on"
      height={HEIGHT}
      loading={data === undefined}
      error={data === undefined ? error : null}
      onRetry={() => void forecast.refetch()}
      updating={forecast.isPlaceholderData}
      legend={legendOf(data?.forecast.found === true, marked)}
      table={forecastDaysTable({ label, bars })}
      {...(data !== undefined && bars.length === 0 ? { empty: NOTHING } : {})}
    >
      <ForecastDays label={label} bars={bars} height={HEIGHT} onChoose={onChoose} />
    </ChartFrame>
  );
}

function legendOf(found: boolean, marked: number): readonly LegendItem[] {
  const known = { key: 'known', label: 'Cost so far', colour: paletteColour(0) };
  const incomplete = {
    key: 'incomplete',
    label: 'Day not complete yet',
    colour: OTHER_COLOUR,
    look: 'hatched' as const,
  };
  const expected = {
    key: 'expected',
    label: 'Expected; the line is where 8 of 10 cases end',
    colour: paletteColour(0),
    look: 'range' as const,
  };
  const mark = {
    key: 'mark',
    label: 'Unusual day: opens its story',
    colour: '',
    look: 'mark' as const,
  };
  return [known, incomplete, ...(found ? [expected] : []), ...(marked > 0 ? [mark] : [])];
}
