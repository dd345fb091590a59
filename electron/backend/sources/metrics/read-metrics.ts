import { z } from 'zod';
import { AppError } from '../../../../shared/model/app-error.ts';
import type { ReadOutcome } from '../../../../shared/model/dataset.ts';
import { instantOfMs, msOfInstant } from '../../../../shared/model/period.ts';
import { type Caller, createCaller, outcomeOf } from '../../aws/caller.ts';
import { paginate } from '../../aws/paginate.ts';
import { list } from '../../aws/required.ts';
import type { SourceReading } from '../../store/store.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import {
  type OnSourceProgress,
  type SourceTarget,
  type SourceTools,
  sourceReading,
} from '../source.ts';
import type { TimeRange } from '../time-range.ts';
import type { MetricPlan } from './metric-plans.ts';
import {
  DAY_SECONDS,
  floorHour,
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

/** A day less than the two weeks for which ListMetrics names a quiet series. */
const LISTED_MS = 13 * 86_400_000;

/** `readFrom` is absent in cursors of the time when only 95 days were read: those begin anew. */
const cursorSchema = z.object({ readTo: z.iso.datetime(), readFrom: z.iso.datetime().optional() });

export interface ReadMetricsOptions {
  readonly tools: SourceTools;
  readonly target: SourceTarget;
  readonly plan: MetricPlan;
  /** Models that were or may have been called in this account and Region, as CloudWatch names them. */
  readonly candidates: readonly string[];
  readonly onProgress: OnSourceProgress;
}

/**
 * Reads the hours since the last scan (less an overlap of three) or, at first, all 15 months that
 * CloudWatch keeps. Points are stored call by call; when the monthly cap is reached, those read
 * before stay.
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
  const name = `metrics:${plan.namespaces[0]}:${target.accountId}:${target.region}`;
  const nowMs = msOfInstant(tools.clock());
  const cursor = await readCursor(tools.store, name, cursorSchema);
  const readTo = cursor?.readFrom === undefined ? null : msOfInstant(cursor.readTo);
  const hours = hoursToRead({ readTo, nowMs, historyDays: METRIC_HISTORY_DAYS });
  const reader = { ...options, call, hours };
  const listed = await listSeries(reader);
  const quiet = isStale(readTo, nowMs) ? await quietSeries(reader, listed) : [];
  const series = [...listed, ...quiet];
  let done = 0;
  onProgress(done, series.length);
  for (const pack of packSeries(series, hours)) {
    counted.points += await readPack(reader, pack);
    done += pack.length;
    onProgress(done, series.length);
  }
  const readFrom = cursor?.readFrom ?? instantOfMs(hours.fromMs);
  await writeCursor(tools.store, name, { readTo: instantOfMs(floorHour(nowMs)), readFrom });
}

/** Whether models may have come and gone from ListMetrics (two weeks) since the last read. */
function isStale(readTo: number | null, nowMs: number): boolean {
  return readTo === null || nowMs - readTo > LISTED_MS;
}

interface Reader extends ReadMetricsOptions {
  readonly call: Caller['call'];
  readonly hours: TimeRange;
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
  listed: readonly MetricSeries[],
): Promise<readonly MetricSeries[]> {
  const probes = probesOf(reader.plan, listed, reader.candidates);
  const called: MetricSeries[] = [];
  for (const pack of packSeries(probes, reader.hours, DAY_SECONDS)) {
    for await (const results of valuesOf(reader, pack, DAY_SECONDS)) {
      called.push(...seriesWithValues(results, pack));
    }
  }
  return called.flatMap(seriesOfProbe);
}

/** Reads and stores one call's series; answers how many points there were. */
async function readPack(reader: Reader, pack: readonly MetricSeries[]): Promise<number> {
  const { accountId, region } = reader.target;
  const { modelDimension } = reader.plan;
  let count = 0;
  for await (const results of valuesOf(reader, pack, PERIOD_SECONDS)) {
    const points = toPoints(results, pack, { accountId, region, modelDimension });
    await reader.tools.store.putMetricPoints(points);
    count += points.length;
    const reason = incompleteReason(results);
    if (reason !== null) throw new AppError('aws-failed', reason);
  }
  return count;
}

/** The answers to one call's series, page by page; every page is booked before it is asked for. */
async function* valuesOf(
  { tools, target, call, hours }: Reader,
  pack: readonly MetricSeries[],
  periodSeconds: number,
) {
  const pages = paginate(
    (NextToken) => {
      tools.meter.book('cloudwatch:GetMetricData', pack.length);
      return call('cloudwatch:GetMetricData', async (options) =>
        (await target.clients.cloudwatch(target.region)).getMetricData(
          {
            StartTime: new Date(hours.fromMs),
            EndTime: new Date(hours.toMs),
            ScanBy: 'TimestampAscending',
            MetricDataQueries: toQueries(pack, periodSeconds),
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
