import {
  booleanOf,
  type Input,
  integerOf,
  objectOf,
  objectsOf,
  requiredText,
  textOf,
} from '../../protocols/input.ts';
import { invalidInput, WireFault } from '../../wire-fault.ts';
import type { WorldMetric } from '../../world/world.ts';

/** The statistics that hourly sums can answer. */
export type Statistic = 'Sum' | 'Average' | 'Minimum' | 'Maximum' | 'SampleCount';

/** One MetricStat query. */
export interface MetricQuery {
  readonly id: string;
  readonly label: string;
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: WorldMetric['dimensions'];
  /** Seconds. */
  readonly period: number;
  readonly statistic: Statistic;
  readonly unit: string | undefined;
  readonly returnData: boolean;
}

const ID = /^[a-z][a-zA-Z0-9_]{0,254}$/;
const SHORT_PERIODS: readonly number[] = [1, 5, 10, 20, 30];
const STATISTICS: readonly string[] = [
  'Sum',
  'Average',
  'Minimum',
  'Maximum',
  'SampleCount',
] satisfies Statistic[];

/**
 * Reads one query of GetMetricData.
 * @throws WireFault for metric math and percentiles, which the simulated account does not evaluate.
 */
export function readMetricQuery(input: Input): MetricQuery {
  const id = requiredText(input, 'Id');
  if (!ID.test(id))
    throw validation(`The value ${id} for parameter Id is not matching ${ID.source}`);
  const stat = objectOf(input, 'MetricStat');
  if (stat === undefined) {
    throw validation(
      `Query ${id}: the simulated account evaluates MetricStat only, no expressions.`,
    );
  }
  const metric = objectOf(stat, 'Metric') ?? {};
  const metricName = requiredText(metric, 'MetricName');
  return {
    id,
    label: textOf(input, 'Label') ?? metricName,
    namespace: requiredText(metric, 'Namespace'),
    metricName,
    dimensions: objectsOf(metric, 'Dimensions').map((dimension) => ({
      name: requiredText(dimension, 'Name'),
      value: requiredText(dimension, 'Value'),
    })),
    period: readPeriod(stat),
    statistic: readStatistic(requiredText(stat, 'Stat')),
    unit: textOf(stat, 'Unit'),
    returnData: booleanOf(input, 'ReturnData') ?? true,
  };
}

/** What a metric is found by: namespace, name and dimensions in any order. */
export function metricKey(
  metric: Pick<WorldMetric, 'namespace' | 'metricName' | 'dimensions'>,
): string {
  const dimensions = metric.dimensions.map(({ name, value }) => `${name}=${value}`).sort();
  return JSON.stringify([metric.namespace, metric.metricName, ...dimensions]);
}

function readPeriod(stat: Input): number {
  const period = integerOf(stat, 'Period');
  if (period === undefined) throw invalidInput('The parameter Period is required.');
  const valid = SHORT_PERIODS.includes(period) || (period > 0 && period % 60 === 0);
  if (!valid || period > 86_400 * 30) {
    throw invalidInput(
      `The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60: ${period}`,
    );
  }
  return period;
}

function readStatistic(text: string): Statistic {
  if (isStatistic(text)) return text;
  throw invalidInput(
    `The value ${text} for parameter Stat is not one of ${STATISTICS.join(', ')}.`,
  );
}

function isStatistic(text: string): text is Statistic {
  return STATISTICS.includes(text);
}

function validation(message: string): WireFault {
  return new WireFault('ValidationException', 400, message);
}
