import { AppError } from '../../../../shared/model/app-error.ts';
import type { ReadOutcome } from '../../../../shared/model/dataset.ts';
import { type Instant, msOfInstant } from '../../../../shared/model/period.ts';
import { type Caller, createCaller, outcomeOf } from '../../aws/caller.ts';
import { paginate } from '../../aws/paginate.ts';
import { list } from '../../aws/required.ts';
import type { SourceReading } from '../../store/store.ts';
import {
  type OnSourceProgress,
  type SourceTarget,
  type SourceTools,
  sourceReading,
} from '../source.ts';
import type { TimeRange } from '../time-range.ts';
import {
  isStale,
  loadMetricCursor,
  type MetricCursor,
  owedNow,
  saveMetricCursor,
  saveProgress,
} from './metric-cursor.ts';
import type { MetricPlan } from './metric-plans.ts';
import {
  DAY_SECONDS,
  hoursToRead,
  incompleteReason,
  PERIOD_SECONDS,
  packSeries,
  seriesWithValues,
  toPoints,
  toQueries,
} from './metric-queries.ts';
import { type MetricSeries, probesOf, seriesOf, seriesOfProbe } from './metric-series.ts';

/** How long CloudWatch keeps hourly values: 455 days, which is 15 months. */
export const METRIC_HISTORY_DAYS = 455;

/** A call's series have at most some 100,800 values a page; every further page is paid again. */
const DATA_PAGE_LIMIT = 100;

export interface ReadMetricsOptions {
  readonly tools: SourceTools;
  readonly target: SourceTarget;
  readonly plan: MetricPlan;
  /** Models that were or may have been called in this account and Region, as CloudWatch names them. */
  readonly candidates: readonly string[];
  readonly onProgress: OnSourceProgress;
}

/**
 * Reads the hours since the last scan (less an overlap of three) or, for series never seen before, all
 * 15 months that CloudWatch keeps. Points are stored call by call, and which series are still owed is
 * remembered: when the reading is cut short, those read before stay and are not paid for again.
 * @throws AppError `cancelled`.
 */
export async function readMetrics(options: ReadMetricsOptions): Promise<SourceReading> {
  const { tools, target, plan } = options;
  const { profile } = target.clients.connection;
  const { signal } = tools;
  const caller = createCaller({ region: target.region, profile, signal, identified: true });
  const counted = { points: 0 };
  let outcome: ReadOutcome = { status: 'collected' };
  try {
    await readAll(options, caller.call, counted);
  } catch (error) {
    outcome = outcomeOf(error, plan.title);
  }
  return sourceReading(plan, {
    accountId: target.accountId,
    region: target.region,
    readAt: tools.clock(),
    calls: caller.calls(),
    items: counted.points,
    outcome,
  });
}

async function readAll(
  options: ReadMetricsOptions,
  call: Caller['call'],
  counted: { points: number },
): Promise<void> {
  const { tools, target, plan, onProgress } = options;
  const { store } = tools;
  const name = `metrics:${plan.namespaces[0]}:${target.accountId}:${target.region}`;
  const nowMs = msOfInstant(tools.clock());
  const before = await loadMetricCursor(store, name);
  const reader = { ...options, call, nowMs };
  const listed = await listSeries(reader);
  const named = [...listed, ...(before?.known ?? []), ...leftOf(before)];
  const quiet = isStale(before, nowMs) ? await quietSeries(reader, named, before) : [];
  const cursor = owedNow(before, [...listed, ...quiet], nowMs);
  await saveMetricCursor(store, name, cursor);
  const total = leftOf(cursor).length;
  let done = 0;
  onProgress(done, total);
  for (const { from, series } of cursor.owed) {
    const hours = hoursSince(from, nowMs);
    for (const pack of packSeries(series, hours)) {
      counted.points += await readPack(reader, pack, hours);
      done += pack.length;
      await saveProgress(store, name, { run: cursor.run, done });
      onProgress(done, total);
    }
  }
}

function leftOf(cursor: MetricCursor | null): readonly MetricSeries[] {
  return (cursor?.owed ?? []).flatMap(({ series }) => series);
}

function hoursSince(from: Instant | null, nowMs: number): TimeRange {
  const readTo = from === null ? null : msOfInstant(from);
  return hoursToRead({ readTo, nowMs, historyDays: METRIC_HISTORY_DAYS });
}

interface Reader extends ReadMetricsOptions {
  readonly call: Caller['call'];
  readonly nowMs: number;
}

async function listSeries({ target, plan, call }: Reader): Promise<readonly MetricSeries[]> {
  const { clients, region } = target;
  const series: MetricSeries[] = [];
  for (const Namespace of plan.namespaces) {
    const pages = paginate(
      (NextToken) =>
        call('cloudwatch:ListMetrics', async (options) =>
          (await clients.cloudwatch(region)).listMetrics({ Namespace, NextToken }, options),
        ),
      (page) => page.NextToken,
      {
        of: `cloudwatch:ListMetrics of ${Namespace}`,
        begins: (page) => page.Metrics?.slice(0, 1).map((first) => JSON.stringify(first))[0],
      },
    );
    for await (const page of pages) series.push(...seriesOf(plan, list(page.Metrics)));
  }
  return series;
}

/** The usage series of models that were called once but that ListMetrics has forgotten. */
async function quietSeries(
  reader: Reader,
  named: readonly MetricSeries[],
  before: MetricCursor | null,
): Promise<readonly MetricSeries[]> {
  const probes = probesOf(reader.plan, named, reader.candidates);
  const hours = hoursSince(before?.readTo ?? null, reader.nowMs);
  const called: MetricSeries[] = [];
  for (const series of packSeries(probes, hours, DAY_SECONDS)) {
    const pack = { series, hours, periodSeconds: DAY_SECONDS };
    for await (const results of valuesOf(reader, pack)) {
      called.push(...seriesWithValues(results, series));
    }
  }
  return called.flatMap(seriesOfProbe);
}

/** Reads and stores one call's series; answers how many points there were. */
async function readPack(
  reader: Reader,
  series: readonly MetricSeries[],
  hours: TimeRange,
): Promise<number> {
  const { accountId, region } = reader.target;
  const { modelDimension } = reader.plan;
  let count = 0;
  for await (const results of valuesOf(reader, {
    series,
    hours,
    periodSeconds: PERIOD_SECONDS,
  })) {
    const points = toPoints(results, series, { accountId, region, modelDimension });
    await reader.tools.store.putMetricPoints(points, reader.tools.signal);
    count += points.length;
    const reason = incompleteReason(results);
    if (reason !== null) throw new AppError('aws-failed', reason);
  }
  return count;
}

/** The series of one call, and what is asked of them. */
interface Pack {
  readonly series: readonly MetricSeries[];
  readonly hours: TimeRange;
  readonly periodSeconds: number;
}

/** The answers to one call's series, page by page; every page is booked before it is asked for. */
async function* valuesOf({ tools, target, call }: Reader, { series, hours, periodSeconds }: Pack) {
  const pages = paginate(
    (NextToken) => {
      tools.meter.book('cloudwatch:GetMetricData', series.length);
      return call('cloudwatch:GetMetricData', async (options) =>
        (await target.clients.cloudwatch(target.region)).getMetricData(
          {
            StartTime: new Date(hours.fromMs),
            EndTime: new Date(hours.toMs),
            ScanBy: 'TimestampAscending',
            MetricDataQueries: toQueries(series, periodSeconds),
            NextToken,
          },
          options,
        ),
      );
    },
    (page) => page.NextToken,
    { of: 'cloudwatch:GetMetricData', limit: DATA_PAGE_LIMIT },
  );
  for await (const page of pages) yield list(page.MetricDataResults);
}
