import type { Metric } from '@aws-sdk/client-cloudwatch';
import { list } from '../aws/required.ts';

/** The namespace of bedrock-runtime's metrics. */
export const NAMESPACE = 'AWS/Bedrock';

/** One metric of one model: the series with the ModelId dimension alone. */
export interface MetricSeries {
  readonly metric: string;
  readonly modelId: string;
}

/**
 * What is counted per model. The cache metrics have two spellings (the documentation's and the one
 * seen in accounts); both are asked for, and the questions never add them up.
 */
const USAGE_METRICS = [
  'Invocations',
  'InputTokenCount',
  'OutputTokenCount',
  'CacheReadInputTokens',
  'CacheReadInputTokenCount',
  'CacheWriteInputTokens',
  'CacheWriteInputTokenCount',
] as const;

const READ_METRICS: ReadonlySet<string> = new Set([
  ...USAGE_METRICS,
  'OutputImageCount',
  'InvocationClientErrors',
  'InvocationServerErrors',
  'InvocationThrottles',
  'LegacyModelInvocations',
]);

/**
 * The series to read out of what ListMetrics names. Series that split a model further (by service
 * tier, context window or image size) hold the same calls again and are left out.
 */
export function seriesOf(metrics: readonly Metric[]): readonly MetricSeries[] {
  return metrics.flatMap(({ MetricName: metric, Dimensions }) => {
    const [dimension, ...others] = list(Dimensions);
    const modelId = dimension?.Name === 'ModelId' ? dimension.Value : undefined;
    if (metric === undefined || modelId === undefined || others.length > 0) return [];
    return READ_METRICS.has(metric) ? [{ metric, modelId }] : [];
  });
}

/**
 * The usage series of models that were called but that ListMetrics no longer names, because it
 * forgets what was quiet for two weeks while the values are kept for 15 months.
 */
export function quietSeries(
  listed: readonly MetricSeries[],
  calledModels: readonly string[],
): readonly MetricSeries[] {
  const named = new Set(listed.map(({ modelId }) => modelId));
  const quiet = [...new Set(calledModels)].filter((modelId) => !named.has(modelId)).sort();
  return quiet.flatMap((modelId) => USAGE_METRICS.map((metric) => ({ metric, modelId })));
}
