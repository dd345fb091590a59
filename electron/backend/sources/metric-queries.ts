import type { Dimension, MetricDataQuery, MetricDataResult } from '@aws-sdk/client-cloudwatch';
import { type Instant, instantOfMs } from '../../../shared/model/period.ts';
import { list } from '../aws/required.ts';
import type { MetricPoint } from '../store/store.ts';
import { type MetricSeries, NAMESPACE } from './metric-series.ts';
import type { TimeRange } from './time-range.ts';

/** Hourly values: the finest that CloudWatch keeps for 455 days, and the price is the same. */
export const PERIOD_SECONDS = 3_600;
const HOUR_MS = PERIOD_SECONDS * 1_000;
const MAX_QUERIES = 500;
const MAX_DATAPOINTS = 100_800;
/** Metrics may change for some hours after their hour; they are read again. */
const OVERLAP_MS = 3 * HOUR_MS;

/** The hours to read: since the cursor less an overlap, or the whole history; the current hour too. */
export function hoursToRead(options: {
  readonly readTo: number | null;
  readonly nowMs: number;
  readonly historyDays: number;
}): TimeRange {
  const { readTo, nowMs, historyDays } = options;
  const earliest = nowMs - historyDays * 24 * HOUR_MS;
  const from = readTo === null ? earliest : Math.max(earliest, readTo - OVERLAP_MS);
  return { fromMs: floorHour(from), toMs: floorHour(nowMs) + HOUR_MS };
}

/** Whole hours before this are final enough to go on from, with the overlap. */
export function floorHour(ms: number): number {
  return Math.floor(ms / HOUR_MS) * HOUR_MS;
}

/** As many series per call as fit into 500 queries and 100,800 datapoints, so that no call has pages. */
export function packSeries(
  series: readonly MetricSeries[],
  hours: TimeRange,
): readonly (readonly MetricSeries[])[] {
  const points = Math.ceil((hours.toMs - hours.fromMs) / HOUR_MS);
  const size = Math.max(1, Math.min(MAX_QUERIES, Math.floor(MAX_DATAPOINTS / points)));
  const count = Math.ceil(series.length / size);
  return Array.from({ length: count }, (_, index) =>
    series.slice(index * size, (index + 1) * size),
  );
}

/** The queries of one call; the id is the series' place in the call. */
export function toQueries(series: readonly MetricSeries[]): MetricDataQuery[] {
  return series.map(({ metric, modelId, tier }, index) => ({
    Id: `m${index}`,
    ReturnData: true,
    MetricStat: {
      Metric: {
        Namespace: NAMESPACE,
        MetricName: metric,
        Dimensions: [{ Name: 'ModelId', Value: modelId }, ...tierDimensions(tier)],
      },
      Period: PERIOD_SECONDS,
      Stat: 'Sum',
    },
  }));
}

function tierDimensions(tier: string | null): Dimension[] {
  if (tier === null) return [];
  return ['ServiceTier', 'ResolvedServiceTier'].map((Name) => ({ Name, Value: tier }));
}

/** The points of an answer; values and timestamps belong together by their place. */
export function toPoints(
  results: readonly MetricDataResult[],
  series: readonly MetricSeries[],
  where: { readonly accountId: string; readonly region: string },
): readonly MetricPoint[] {
  const points: MetricPoint[] = [];
  const starts = new Map<number, Instant>();
  for (const { Id, Timestamps, Values } of results) {
    const of = series[Number(Id?.slice(1))];
    if (of === undefined) continue;
    for (const [index, time] of list(Timestamps).entries()) {
      const value = Values?.[index];
      if (value === undefined) continue;
      const periodStart = starts.get(time.getTime()) ?? instantOfMs(time.getTime());
      starts.set(time.getTime(), periodStart);
      const { metric, modelId, tier: serviceTier } = of;
      points.push({ ...where, ...FIXED, metric, modelId, serviceTier, periodStart, value });
    }
  }
  return points;
}

const FIXED = { namespace: NAMESPACE, periodSeconds: PERIOD_SECONDS } as const;

/** What CloudWatch says about series that it did not answer in full; null when all is well. */
export function incompleteReason(results: readonly MetricDataResult[]): string | null {
  const bad = results.filter(
    ({ StatusCode }) => !/^(Complete|PartialData)$/.test(StatusCode ?? ''),
  );
  if (bad.length === 0) return null;
  const codes = [...new Set(bad.map(({ StatusCode }) => StatusCode ?? 'no status'))].join(', ');
  return `CloudWatch did not answer ${bad.length} series in full (${codes}).`;
}
