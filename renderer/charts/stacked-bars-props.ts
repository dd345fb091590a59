import type { Measure } from './measure.ts';
import type { Series } from './series.ts';
import type { TimeBucket } from './time-bucket.ts';
import type { ColourOf } from './use-colours.tsx';

/** Called with the bucket of a bar and, where one part of it was meant, its series. */
export type ChooseBucket = (bucketKey: string, seriesKey: string | null) => void;

/** Totals of other days beside the bars, for comparing. */
export interface ComparedTotals {
  readonly label: string;
  /** Bucket by bucket from the first; null where the other period has none. */
  readonly amounts: readonly (bigint | null)[];
}

/** Stacked bars over time. */
export interface StackedBarsProps {
  /** What the chart shows, for screen readers. */
  readonly label: string;
  readonly buckets: readonly TimeBucket[];
  readonly series: readonly Series[];
  readonly measure: Measure;
  readonly colourOf: ColourOf;
  /** Pixels. */
  readonly height: number;
  /** Drawn as a line of steps over the bars. */
  readonly compared?: ComparedTotals;
  readonly onChoose?: ChooseBucket;
}
