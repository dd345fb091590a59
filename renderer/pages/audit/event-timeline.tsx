import { colorChartsStatusHigh } from '@cloudscape-design/design-tokens';
import { useMemo } from 'react';
import type { TimelineBucket } from '../../../shared/api/answers.ts';
import type { AppError } from '../../../shared/model/app-error.ts';
import { daysIn, type Period } from '../../../shared/model/period.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { MEASURES } from '../../charts/measure.ts';
import { paletteColour } from '../../charts/palette.ts';
import { StackedBars, stackedBarsTable } from '../../charts/stacked-bars.tsx';
import { dayBuckets } from '../../charts/time-bucket.ts';
import { Empty } from '../../components/states.tsx';
import { elapsedPart } from '../../period.ts';
import { useToday } from '../../workspace.ts';
import { timelineFinding } from './audit-summary.ts';
import { timelineSeries } from './timeline-series.ts';

const HEIGHT = 128;
const LABEL = 'Events';
const NO_EVENTS = <Empty title="No events on these days" />;
const COLOURS: Readonly<Record<string, string>> = {
  succeeded: paletteColour(0),
  failed: colorChartsStatusHigh,
};

interface EventTimelineProps {
  readonly period: Period;
  readonly buckets: readonly TimelineBucket[] | undefined;
  readonly error: AppError | null;
  readonly updating: boolean;
  readonly onRetry: () => void;
}

/** Events per UTC day of the elapsed period, failed ones set apart. */
export function EventTimeline({ period, buckets, error, updating, onRetry }: EventTimelineProps) {
  const today = useToday();
  const days = useMemo(() => daysIn(elapsedPart(period, today)), [period, today]);
  const series = useMemo(() => timelineSeries(days, buckets ?? []), [days, buckets]);
  const chart = {
    label: LABEL,
    buckets: dayBuckets(days, [today]),
    series,
    measure: MEASURES.calls,
  };
  const total = (buckets ?? []).reduce((sum, bucket) => sum + bucket.calls, 0);
  return (
    <ChartFrame
      title={timelineFinding(buckets ?? [])}
      description="Days in UTC"
      height={HEIGHT}
      loading={buckets === undefined && error === null}
      error={error}
      onRetry={onRetry}
      updating={updating}
      {...(total === 0 && buckets !== undefined ? { empty: NO_EVENTS } : {})}
      legend={series.map(({ key, label }) => ({ key, label, colour: colourOf(key) }))}
      table={stackedBarsTable(chart)}
    >
      <StackedBars {...chart} colourOf={colourOf} height={HEIGHT} />
    </ChartFrame>
  );
}

function colourOf(key: string): string {
  return COLOURS[key] ?? paletteColour(0);
}
