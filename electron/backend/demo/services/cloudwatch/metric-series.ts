import type { WorldMetric, WorldSamples } from '../../world/world.ts';
import type { MetricQuery, Statistic } from './metric-query.ts';

/** One value of a series; `time` is the start of its period in milliseconds since the epoch. */
export interface Datapoint {
  readonly time: number;
  readonly value: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** How long CloudWatch keeps datapoints, by the finest period that still reads them (seconds). */
const RETENTION = [
  { period: 3600, keptMs: 455 * DAY_MS },
  { period: 300, keptMs: 63 * DAY_MS },
  { period: 60, keptMs: 15 * DAY_MS },
] as const;

/** Rounds a start down by its age: whole minutes to 15 days, 5 minutes to 63 days, then hours. */
export function alignStart(start: number, now: number): number {
  const age = now - start;
  const step = age <= 15 * DAY_MS ? MINUTE_MS : age <= 63 * DAY_MS ? 5 * MINUTE_MS : HOUR_MS;
  return Math.floor(start / step) * step;
}

/**
 * The datapoints of a query in time order. The world counts by the hour: an hour's samples stand
 * at its start, so shorter periods show them there and longer ones add them up.
 */
export function datapoints(
  metric: WorldMetric | undefined,
  query: MetricQuery,
  range: { readonly start: number; readonly end: number; readonly now: number },
): readonly Datapoint[] {
  if (metric === undefined || (query.unit !== undefined && query.unit !== metric.unit)) return [];
  const width = query.period * 1000;
  const oldest = Math.max(range.start, range.now - keptMs(query.period));
  const buckets = new Map<number, WorldSamples>();
  for (const [hour, samples] of metric.hours) {
    if (hour >= oldest && hour < range.end) {
      const time = range.start + Math.floor((hour - range.start) / width) * width;
      const before = buckets.get(time);
      buckets.set(time, before === undefined ? samples : added(before, samples));
    }
  }
  return Array.from(buckets, ([time, samples]) => ({
    time,
    value: statisticOf(samples, query.statistic),
  })).sort((a, b) => a.time - b.time);
}

function keptMs(period: number): number {
  return RETENTION.find((tier) => period >= tier.period)?.keptMs ?? 3 * HOUR_MS;
}

function added(a: WorldSamples, b: WorldSamples): WorldSamples {
  return {
    sum: a.sum + b.sum,
    count: a.count + b.count,
    minimum: Math.min(a.minimum, b.minimum),
    maximum: Math.max(a.maximum, b.maximum),
  };
}

function statisticOf(samples: WorldSamples, statistic: Statistic): number {
  switch (statistic) {
    case 'Sum':
      return samples.sum;
    case 'Average':
      return samples.sum / samples.count;
    case 'Minimum':
      return samples.minimum;
    case 'Maximum':
      return samples.maximum;
    case 'SampleCount':
      return samples.count;
  }
}
