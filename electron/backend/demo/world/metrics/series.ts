import type { WorldMetric } from '../facts.ts';
import { hourly } from '../hourly.ts';

/** What one kind of metric counts of one fact; null where the fact gives no sample. */
export interface Gauge<T> {
  readonly metricName: string;
  /** `Count` when absent. */
  readonly unit?: 'Milliseconds' | 'None';
  readonly sample: (fact: T) => number | null;
}

/** A namespace and the dimensions of a series in it. */
export type SeriesPlace = Pick<WorldMetric, 'namespace' | 'dimensions'>;

/** The series of facts, one for each gauge that has a sample. */
export function seriesOf<T extends { readonly time: number }>(
  place: SeriesPlace,
  gauges: readonly Gauge<T>[],
  facts: readonly T[],
): readonly WorldMetric[] {
  return gauges.flatMap(({ metricName, unit = 'Count', sample }) => {
    const hours = hourly(facts, sample);
    return hours.size === 0 ? [] : [{ ...place, metricName, unit, hours }];
  });
}

/** Dimensions from their names, in the order given. */
export function dimensionsOf(
  dimensions: Readonly<Record<string, string>>,
): WorldMetric['dimensions'] {
  return Object.entries(dimensions).map(([name, value]) => ({ name, value }));
}
