import type { WorldMetric } from '../../../../../../electron/backend/demo/world/world.ts';
import { places, world } from '../test-world.ts';

/** A series of the world with the account and Region that it is of. */
export interface PlacedSeries {
  readonly place: { readonly accountId: string; readonly region: string };
  readonly metric: WorldMetric;
}

/** Every series of every account and Region. */
export const allSeries: readonly PlacedSeries[] = places.flatMap((place) =>
  world.metrics(place.accountId, place.region).map((metric) => ({ place, metric })),
);

/** The series of a metric that have exactly these dimensions, in any order. */
export function seriesOf(
  namespace: string,
  metricName: string,
  dimensions: readonly string[],
): readonly PlacedSeries[] {
  const wanted = [...dimensions].sort().join();
  return allSeries.filter(
    ({ metric }) =>
      metric.namespace === namespace &&
      metric.metricName === metricName &&
      metric.dimensions
        .map(({ name }) => name)
        .sort()
        .join() === wanted,
  );
}

/** All samples of a series added up. */
export function total({ hours }: WorldMetric): number {
  return [...hours.values()].reduce((sum, samples) => sum + samples.sum, 0);
}

/** All samples of several series added up. */
export function totalOf(series: readonly PlacedSeries[]): number {
  return series.reduce((sum, { metric }) => sum + total(metric), 0);
}

/** The value of a dimension; empty where the series has none of that name. */
export function dimensionOf({ metric }: PlacedSeries, name: string): string {
  return metric.dimensions.find((dimension) => dimension.name === name)?.value ?? '';
}

/** Sums by UTC day, of days before `before`. */
export function byDay(
  series: readonly PlacedSeries[],
  before: string,
): ReadonlyMap<string, number> {
  const days = new Map<string, number>();
  for (const { metric } of series) {
    for (const [hour, { sum }] of metric.hours) {
      const day = new Date(hour).toISOString().slice(0, 10);
      if (day < before) days.set(day, (days.get(day) ?? 0) + sum);
    }
  }
  return new Map([...days].sort());
}
