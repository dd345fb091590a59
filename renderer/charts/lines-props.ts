import type { TimeBucket } from './time-bucket.ts';
import type { ColourOf } from './use-colours.tsx';

/** One line of a chart. */
export interface LineSeries {
  readonly key: string;
  readonly label: string;
  /** Bucket by bucket, in the smallest unit; null where there is nothing to draw. */
  readonly amounts: readonly (bigint | null)[];
}

/** Lines over time. */
export interface LinesProps {
  /** What the chart shows, for screen readers. */
  readonly label: string;
  readonly buckets: readonly TimeBucket[];
  readonly lines: readonly LineSeries[];
  readonly colourOf: ColourOf;
  /** Pixels. */
  readonly height: number;
  /** For geometry only. */
  toNumber(amount: bigint): number;
  format(amount: bigint): string;
  /** For exports. */
  exact(amount: bigint): string;
  formatAxis(value: number): string;
}
