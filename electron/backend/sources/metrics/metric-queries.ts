import type { MetricDataQuery, MetricDataResult } from '@aws-sdk/client-cloudwatch';
import { type Instant, instantOfMs } from '../../../../shared/model/period.ts';
import { list } from '../../aws/required.ts';
import type { MetricPoint } from '../../store/store.ts';
import type { TimeRange } from '../time-range.ts';
import type { MetricSeries } from './metric-series.ts';

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

/** Seconds of a day, the period of a probe. */
export const DAY_SECONDS = 86_400;

/** As many series per call as fit into 500 queries and 100,800 datapoints, so that no call has pages. */
export function packSeries(
  series: readonly MetricSeries[],
  hours: TimeRange,
  periodSeconds = PERIOD_SECONDS,
): readonly (readonly MetricSeries[])[] {
  const points = Math.ceil((hours.toMs - hours.fromMs) / (periodSeconds * 1_000));
  const size = Math.max(1, Math.min(MAX_QUERIES, Math.floor(MAX_DATAPOINTS / points)));
  const count = Math.ceil(series.length / size);
  return Array.from({ length: count }, (_, index) =>
    series.slice(index * size, (index + 1) * size),
  );
}

/** The queries of one call; the id is the series' place in the call. */
export function toQueries(
  series: readonly MetricSeries[],
  periodSeconds = PERIOD_SECONDS,
): MetricDataQuery[] {
  return series.map(({ namespace, metric, statistic, dimensions }, index) => ({
    Id: `m${index}`,
    ReturnData: true,
    MetricStat: {
      Metric: {
        Namespace: namespace,
        MetricName: metric,
        Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
      },
      Period: periodSeconds,
      Stat: statistic,
    },
  }));
}

/** The series of a call that an answer has values for. */
export function seriesWithValues(
  results: readonly MetricDataResult[],
  series: readonly MetricSeries[],
): readonly MetricSeries[] {
  return results.flatMap(({ Id, Values }) => {
    const of = series[Number(Id?.slice(1))];
    return of !== undefined && list(Values).length > 0 ? [of] : [];
  });
}

/** Where points come from, and which dimension of their series names the model. */
export interface PointOrigin {
  readonly accountId: string;
  readonly region: string;
  readonly modelDimension: string | null;
}

/** The points of an answer; values and timestamps belong together by their place. */
export function toPoints(
  results: readonly MetricDataResult[],
  series: readonly MetricSeries[],
  origin: PointOrigin,
): readonly MetricPoint[] {
  const points: MetricPoint[] = [];
  const starts = new Map<number, Instant>();
  for (const { Id, Timestamps, Values } of results) {
    const of = series[Number(Id?.slice(1))];
    if (of === undefined) continue;
    const common = commonOf(of, origin);
    for (const [index, time] of list(Timestamps).entries()) {
      const value = Values?.[index];
      if (value === undefined) continue;
      const periodStart = starts.get(time.getTime()) ?? instantOfMs(time.getTime());
      starts.set(time.getTime(), periodStart);
      points.push({ ...common, periodStart, value });
    }
  }
  return points;
}

/** What all points of a series share: the model and tier apart from the other dimensions. */
function commonOf(
  { namespace, metric, statistic, dimensions }: MetricSeries,
  { accountId, region, modelDimension }: PointOrigin,
): Omit<MetricPoint, 'periodStart' | 'value'> {
  const { ServiceTier, ResolvedServiceTier: _served, ...rest } = dimensions;
  const others = Object.entries(rest).filter(([name]) => name !== modelDimension);
  return {
    accountId,
    region,
    namespace,
    metric,
    statistic,
    modelId: modelDimension === null ? '' : (dimensions[modelDimension] ?? ''),
    serviceTier: ServiceTier ?? null,
    dimensions: Object.fromEntries(others.sort(([a], [b]) => (a < b ? -1 : 1))),
    periodSeconds: PERIOD_SECONDS,
  };
}

/** What CloudWatch says about series that it did not answer in full; null when all is well. */
export function incompleteReason(results: readonly MetricDataResult[]): string | null {
  const bad = results.filter(
    ({ StatusCode }) => !/^(Complete|PartialData)$/.test(StatusCode ?? ''),
  );
  if (bad.length === 0) return null;
  const codes = [...new Set(bad.map(({ StatusCode }) => StatusCode ?? 'no status'))].join(', ');
  return `CloudWatch did not answer ${bad.length} series in full (${codes}).`;
}
