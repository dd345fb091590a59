import type { Day } from '../../shared/model/period.ts';
import type { Measure } from './measure.ts';
import type { Series } from './series.ts';
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
