import type { Metric } from '@aws-sdk/client-cloudwatch';
import { list } from '../../aws/required.ts';
import { type Dimensions, type MetricPlan, type Statistic, USAGE_METRICS } from './metric-plans.ts';

/** One series of CloudWatch, as it is asked for. */
export interface MetricSeries {
  readonly namespace: string;
  readonly metric: string;
  readonly statistic: Statistic;
  /** All dimensions, as CloudWatch names the series. */
  readonly dimensions: Dimensions;
}

/** The series to read out of what ListMetrics names in one namespace. */
export function seriesOf(plan: MetricPlan, metrics: readonly Metric[]): readonly MetricSeries[] {
  return metrics.flatMap(({ Namespace: namespace, MetricName: metric, Dimensions }) => {
    if (namespace === undefined || metric === undefined) return [];
    const statistic = Object.hasOwn(plan.statistics, metric) ? plan.statistics[metric] : undefined;
    const dimensions = dimensionsOf(Dimensions);
    if (statistic === undefined || !plan.takes(metric, dimensions)) return [];
    return [{ namespace, metric, statistic, dimensions }];
  });
}

function dimensionsOf(dimensions: Metric['Dimensions']): Dimensions {
  return Object.fromEntries(
    list(dimensions).flatMap(({ Name, Value }) =>
      Name === undefined || Value === undefined ? [] : [[Name, Value]],
    ),
  );
}

/**
 * Whether models that ListMetrics no longer names were called: one series each, to be asked for by
 * the day. ListMetrics forgets what was quiet for two weeks, while the values are kept 15 months.
 */
export function probesOf(
  plan: MetricPlan,
  listed: readonly MetricSeries[],
  candidates: readonly string[],
): readonly MetricSeries[] {
  const { modelDimension, namespaces } = plan;
  const [namespace] = namespaces;
  if (modelDimension === null || namespace === undefined) return [];
  const named = new Set(listed.map(({ dimensions }) => dimensions[modelDimension]));
  const quiet = [...new Set(candidates)].filter((modelId) => !named.has(modelId)).sort();
  return quiet.map((modelId) => usageSeries(namespace, modelDimension, modelId, 'Invocations'));
}

/** The usage series of a model that a probe found called. */
export function seriesOfProbe({ namespace, dimensions }: MetricSeries): readonly MetricSeries[] {
  const [[name, modelId] = ['', '']] = Object.entries(dimensions);
  return USAGE_METRICS.map((metric) => usageSeries(namespace, name, modelId, metric));
}

function usageSeries(
  namespace: string,
  dimension: string,
  modelId: string,
  metric: (typeof USAGE_METRICS)[number],
): MetricSeries {
  return { namespace, metric, statistic: 'Sum', dimensions: { [dimension]: modelId } };
}
