import type { Metric } from '@aws-sdk/client-cloudwatch';
import { list } from '../aws/required.ts';

/** The namespace of bedrock-runtime's metrics. */
export const NAMESPACE = 'AWS/Bedrock';

/** One metric of one model. */
export interface MetricSeries {
  readonly metric: string;
  readonly modelId: string;
  /** The service tier that was asked for and served; null for the series of all tiers. */
  readonly tier: string | null;
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

const USAGE: ReadonlySet<string> = new Set(USAGE_METRICS);

const READ_METRICS: ReadonlySet<string> = new Set([
  ...USAGE_METRICS,
  'OutputImageCount',
  'InvocationClientErrors',
  'InvocationServerErrors',
  'InvocationThrottles',
  'LegacyModelInvocations',
]);

/**
 * The series to read out of what ListMetrics names: by model, and usage by model and service tier
 * where the tier is not the default one. The former hold the calls of the latter too, which the
 * questions know; what the tiers do not explain is the default tier. Series by context window or
 * image size hold the same calls once more and are left out.
 */
export function seriesOf(metrics: readonly Metric[]): readonly MetricSeries[] {
  return metrics.flatMap(({ MetricName: metric, Dimensions }) => {
    const { ModelId: modelId, ...others } = dimensionsOf(Dimensions);
    if (metric === undefined || modelId === undefined) return [];
    const tier = tierOf(others);
    if (tier === undefined || !READ_METRICS.has(metric)) return [];
    return tier === null || USAGE.has(metric) ? [{ metric, modelId, tier }] : [];
  });
}

function dimensionsOf(dimensions: Metric['Dimensions']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    list(dimensions).flatMap(({ Name, Value }) =>
      Name === undefined || Value === undefined ? [] : [[Name, Value]],
    ),
  );
}

/** Null without a tier, the tier where it is served as asked, undefined for series not to read. */
function tierOf(others: Readonly<Record<string, string>>): string | null | undefined {
  const names = Object.keys(others);
  if (names.length === 0) return null;
  const { ServiceTier: asked, ResolvedServiceTier: served } = others;
  if (names.length !== 2 || served === undefined || served !== asked) return undefined;
  return served === 'default' ? undefined : served;
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
  return quiet.flatMap((modelId) =>
    USAGE_METRICS.map((metric) => ({ metric, modelId, tier: null })),
  );
}
