import { msOfInstant } from '../../../../../shared/model/period.ts';
import { cborTime } from '../../protocols/cbor.ts';
import { integerOf, objectsOf, textOf, timeOf } from '../../protocols/input.ts';
import { readToken, requestKey, writeToken } from '../../protocols/page.ts';
import type { Call } from '../../service.ts';
import { invalidInput, WireFault } from '../../wire-fault.ts';
import type { WorldMetric } from '../../world/world.ts';
import { type MetricQuery, metricKey, readMetricQuery } from './metric-query.ts';
import { alignStart, type Datapoint, datapoints } from './metric-series.ts';

const MAX_QUERIES = 500;
const MAX_DATAPOINTS = 100_800;

/** Where a page begins: in which query, and after how many of its datapoints. */
interface Position {
  readonly query: number;
  readonly offset: number;
}

type MetricIndex = ReadonlyMap<string, WorldMetric>;

/**
 * GetMetricData with MetricStat queries: at most 500 queries and 100,800 datapoints a page, Start
 * inclusive and End exclusive, datapoints kept by the retention of their period.
 */
export function getMetricData(): (call: Call) => object {
  const indexes = new WeakMap<readonly WorldMetric[], MetricIndex>();
  return (call) => {
    const queries = readQueries(call);
    const range = readRange(call);
    const request = requestKey(call.input, `${call.identity.accountId} ${call.region}`, [
      'NextToken',
    ]);
    const metrics = call.world.metrics(call.identity.accountId, call.region);
    const index = indexes.get(metrics) ?? indexMetrics(metrics);
    indexes.set(metrics, index);
    const series = queries.map((query) => ({
      query,
      points: range.order(datapoints(index.get(metricKey(query)), query, range)),
    }));
    return writePage(series, { start: readStart(call, request), size: range.size, request });
  };
}

function readQueries(call: Call): readonly MetricQuery[] {
  const queries = objectsOf(call.input, 'MetricDataQueries');
  if (queries.length === 0 || queries.length > MAX_QUERIES) {
    const text = `The collection MetricDataQueries must have 1 to ${MAX_QUERIES} members.`;
    throw new WireFault('ValidationException', 400, text);
  }
  const read = queries.map(readMetricQuery);
  if (new Set(read.map((query) => query.id)).size !== read.length) {
    throw new WireFault('ValidationException', 400, 'The values for parameter Id are not unique.');
  }
  return read;
}

function readRange(call: Call) {
  const start = timeOf(call.input, 'StartTime');
  const end = timeOf(call.input, 'EndTime');
  if (start === undefined || end === undefined || start >= end) {
    throw invalidInput('The parameter StartTime must be less than the parameter EndTime.');
  }
  const size = integerOf(call.input, 'MaxDatapoints') ?? MAX_DATAPOINTS;
  if (size < 1 || size > MAX_DATAPOINTS) {
    throw invalidInput(`The parameter MaxDatapoints must be 1 to ${MAX_DATAPOINTS}.`);
  }
  const ascending = textOf(call.input, 'ScanBy') === 'TimestampAscending';
  const now = msOfInstant(call.world.now);
  return {
    start: alignStart(start, now),
    end,
    now,
    size,
    order: (points: readonly Datapoint[]) => (ascending ? points : points.toReversed()),
  };
}

function readStart(call: Call, request: string): Position {
  const token = textOf(call.input, 'NextToken');
  if (token === undefined) return { query: 0, offset: 0 };
  const position = readToken(token, request);
  if (position?.query === undefined || position.offset === undefined) {
    throw new WireFault('InvalidNextToken', 400, 'The token does not belong to this request.');
  }
  return { query: position.query, offset: position.offset };
}

function writePage(
  series: readonly { readonly query: MetricQuery; readonly points: readonly Datapoint[] }[],
  page: { readonly start: Position; readonly size: number; readonly request: string },
): object {
  let room = page.size;
  const results: object[] = [];
  for (let at = page.start.query; at < series.length; at += 1) {
    const { query, points } = series[at] ?? {};
    if (query === undefined || points === undefined) break;
    const offset = at === page.start.query ? page.start.offset : 0;
    const slice = points.slice(offset, offset + room);
    room -= slice.length;
    const partial = offset + slice.length < points.length;
    if (query.returnData) results.push(describeSeries(query, slice, partial));
    if (partial) {
      const position = { query: at, offset: offset + slice.length };
      return {
        MetricDataResults: results,
        Messages: [],
        NextToken: writeToken(page.request, position),
      };
    }
  }
  return { MetricDataResults: results, Messages: [] };
}

function describeSeries(
  query: MetricQuery,
  points: readonly Datapoint[],
  partial: boolean,
): object {
  return {
    Id: query.id,
    Label: query.label,
    Timestamps: points.map((point) => cborTime(point.time)),
    Values: Float64Array.from(points, (point) => point.value),
    StatusCode: partial ? 'PartialData' : 'Complete',
  };
}

function indexMetrics(metrics: readonly WorldMetric[]): MetricIndex {
  return new Map(metrics.map((metric) => [metricKey(metric), metric]));
}
