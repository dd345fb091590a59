import { z } from 'zod';
import { AppError } from '../../../shared/model/app-error.ts';
import type { ReadOutcome } from '../../../shared/model/dataset.ts';
import { instantOfMs, msOfInstant } from '../../../shared/model/period.ts';
import { type Caller, createCaller, outcomeOf } from '../aws/caller.ts';
import { paginate } from '../aws/paginate.ts';
import { list } from '../aws/required.ts';
import type { SourceReading } from '../store/store.ts';
import { readCursor, writeCursor } from './cursor.ts';
import {
  floorHour,
  hoursToRead,
  incompleteReason,
  packSeries,
  toPoints,
  toQueries,
} from './metric-queries.ts';
import { type MetricSeries, NAMESPACE, quietSeries, seriesOf } from './metric-series.ts';
import {
  HISTORY_DAYS,
  type OnSourceProgress,
  type SourceInfo,
  type SourceTarget,
  type SourceTools,
  sourceReading,
} from './source.ts';
import type { TimeRange } from './time-range.ts';

/** Hourly usage of every model from CloudWatch; the only source that is always on. */
export const metrics: SourceInfo = {
  id: 'metrics',
  title: 'CloudWatch metrics of Bedrock',
  iamActions: ['cloudwatch:ListMetrics', 'cloudwatch:GetMetricData'],
};

/** A day less than the two weeks for which ListMetrics names a quiet series. */
const LISTED_MS = 13 * 86_400_000;

const cursorSchema = z.object({ readTo: z.iso.datetime() });

export interface ReadMetricsOptions {
  readonly tools: SourceTools;
  readonly target: SourceTarget;
  /** Models that events or logs saw in this account and Region, as CloudWatch names them. */
  readonly calledModels: readonly string[];
  readonly onProgress: OnSourceProgress;
}

/**
 * Reads the hours since the last scan (less an overlap of three) or, at first, 95 days. Points are
 * stored call by call; when the monthly cap is reached, those read before stay.
 * @throws AppError `cancelled`.
 */
export async function readMetrics(options: ReadMetricsOptions): Promise<SourceReading> {
  const { tools, target } = options;
  const { profile } = target.clients.connection;
  const { signal } = tools;
  const caller = createCaller({ region: target.region, profile, signal, identified: true });
  const counted = { points: 0 };
  let outcome: ReadOutcome = { status: 'collected' };
  try {
    await readAll(options, caller.call, counted);
  } catch (error) {
    outcome = outcomeOf(error, metrics.title);
  }
  return sourceReading(metrics, {
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
  const { tools, target, onProgress } = options;
  const name = `metrics:${NAMESPACE}:${target.accountId}:${target.region}`;
  const nowMs = msOfInstant(tools.clock());
  const cursor = await readCursor(tools.store, name, cursorSchema);
  const readTo = cursor === null ? null : msOfInstant(cursor.readTo);
  const hours = hoursToRead({ readTo, nowMs, historyDays: HISTORY_DAYS });
  const listed = await listSeries(target, call);
  const quiet = isStale(readTo, nowMs) ? quietSeries(listed, options.calledModels) : [];
  const series = [...listed, ...quiet];
  let done = 0;
  onProgress(done, series.length);
  for (const pack of packSeries(series, hours)) {
    counted.points += await readPack({ ...options, call, hours, pack });
    done += pack.length;
    onProgress(done, series.length);
  }
  await writeCursor(tools.store, name, { readTo: instantOfMs(floorHour(nowMs)) });
}

/** Whether models may have come and gone from ListMetrics (two weeks) since the last read. */
function isStale(readTo: number | null, nowMs: number): boolean {
  return readTo === null || nowMs - readTo > LISTED_MS;
}

async function listSeries(
  { clients, region }: SourceTarget,
  call: Caller['call'],
): Promise<readonly MetricSeries[]> {
  const pages = paginate(
    (NextToken) =>
      call('cloudwatch:ListMetrics', async (options) =>
        (await clients.cloudwatch(region)).listMetrics(
          { Namespace: NAMESPACE, NextToken },
          options,
        ),
      ),
    (page) => page.NextToken,
  );
  const series: MetricSeries[] = [];
  for await (const page of pages) series.push(...seriesOf(list(page.Metrics)));
  return series;
}

interface PackOptions extends ReadMetricsOptions {
  readonly call: Caller['call'];
  readonly hours: TimeRange;
  readonly pack: readonly MetricSeries[];
}

/** Reads and stores one call's series; answers how many points there were. */
async function readPack({ tools, target, call, hours, pack }: PackOptions): Promise<number> {
  const pages = paginate(
    (NextToken) => {
      tools.meter.book('cloudwatch:GetMetricData', pack.length);
      return call('cloudwatch:GetMetricData', async (options) =>
        (await target.clients.cloudwatch(target.region)).getMetricData(
          {
            StartTime: new Date(hours.fromMs),
            EndTime: new Date(hours.toMs),
            ScanBy: 'TimestampAscending',
            MetricDataQueries: toQueries(pack),
            NextToken,
          },
          options,
        ),
      );
    },
    (page) => page.NextToken,
  );
  let count = 0;
  for await (const page of pages) {
    const results = list(page.MetricDataResults);
    const { accountId, region } = target;
    const points = toPoints(results, pack, { accountId, region });
    await tools.store.putMetricPoints(points);
    count += points.length;
    const reason = incompleteReason(results);
    if (reason !== null) throw new AppError('aws-failed', reason);
  }
  return count;
}
