import type { WorldInvocation, WorldMetric } from '../facts.ts';
import { groupBy } from '../grouping.ts';
import { baseModelOf } from '../inference-profiles.ts';
import { isLongContext } from '../long-context.ts';
import { catalogueModel } from '../models.ts';
import { quotaSeries } from './quota-metrics.ts';
import { dimensionsOf, type Gauge, seriesOf } from './series.ts';

const NAMESPACE = 'AWS/Bedrock';
const LONG_WINDOW = '1M';

const OUTPUT_IMAGES = gauge('OutputImageCount', ({ images }) => images?.count ?? null);

/**
 * The metrics of namespace AWS/Bedrock. Successful calls count in Invocations, the others in one
 * of the error metrics; cache metrics have the names seen in field code, not those of the guide.
 */
const GAUGES: readonly Gauge<WorldInvocation>[] = [
  gauge('Invocations', (call) => (call.errorCode === null ? 1 : null)),
  gauge('InputTokenCount', (call) => tokens(call, call.inputTokens)),
  gauge('OutputTokenCount', (call) => tokens(call, call.outputTokens)),
  OUTPUT_IMAGES,
  gauge('CacheReadInputTokenCount', (call) => tokens(call, call.cacheReadTokens)),
  gauge('CacheWriteInputTokenCount', (call) =>
    tokens(call, call.cacheWrite5mTokens + call.cacheWrite1hTokens),
  ),
  { ...gauge('InvocationLatency', latency), unit: 'Milliseconds' },
  { ...gauge('TimeToFirstToken', (call) => call.timeToFirstTokenMs), unit: 'Milliseconds' },
  gauge('InvocationClientErrors', (call) => failure(call, 'client')),
  gauge('InvocationServerErrors', (call) => failure(call, 'server')),
  gauge('InvocationThrottles', (call) => failure(call, 'throttle')),
  gauge('LegacyModelInvocations', legacyCall),
];

const SERVER_ERRORS: readonly string[] = [
  'InternalServerException',
  'ModelErrorException',
  'ServiceUnavailableException',
];

/**
 * The metrics of one account's and Region's calls: over all, by model, and by model and tier; images
 * by size too, and long contexts by their window. The guide names no values of `BucketedStepSize` and
 * `ContextWindow`: here they are the quality of an image and the window that long calls are let into.
 */
export function callMetrics(calls: readonly WorldInvocation[]): readonly WorldMetric[] {
  const byModel = [...groupBy(calls, ({ modelId }) => dimensionModel(modelId))];
  return [
    ...seriesOf({ namespace: NAMESPACE, dimensions: [] }, GAUGES, calls),
    ...byModel.flatMap(([ModelId, group]) => {
      const place = { namespace: NAMESPACE, dimensions: dimensionsOf({ ModelId }) };
      const quota = isProvisioned(ModelId) ? [] : quotaSeries(place, group);
      return [...seriesOf(place, GAUGES, group), ...quota];
    }),
    ...byModel.flatMap(([modelId, group]) => tierSeries(modelId, group)),
    ...byModel.flatMap(([modelId, group]) => imageSeries(modelId, group)),
    ...byModel.flatMap(([ModelId, group]) => {
      const dimensions = dimensionsOf({ ContextWindow: LONG_WINDOW, ModelId });
      return seriesOf({ namespace: NAMESPACE, dimensions }, GAUGES, group.filter(isLongContext));
    }),
  ];
}

/** The ModelId dimension: the profile id where a profile is used. Bought capacity keeps its ARN. */
function dimensionModel(modelId: string): string {
  if (isProvisioned(modelId)) return modelId;
  return modelId.slice(modelId.lastIndexOf('/') + 1);
}

function tierSeries(ModelId: string, calls: readonly WorldInvocation[]): readonly WorldMetric[] {
  return [...groupBy(calls, ({ serviceTier }) => serviceTier)].flatMap(([tier, group]) => {
    const dimensions = dimensionsOf({ ModelId, ResolvedServiceTier: tier, ServiceTier: tier });
    return seriesOf({ namespace: NAMESPACE, dimensions }, GAUGES, group);
  });
}

/** Bought capacity has no quota of tokens per minute. */
function isProvisioned(modelId: string): boolean {
  return modelId.includes(':provisioned-model/');
}

function imageSeries(ModelId: string, calls: readonly WorldInvocation[]): readonly WorldMetric[] {
  const made = calls.flatMap((call) => (call.images === null ? [] : [{ call, ...call.images }]));
  const bySize = groupBy(made, ({ side, quality }) => `${side}x${side} ${quality}`);
  return [...bySize].flatMap(([key, group]) => {
    const [ImageSize = '', BucketedStepSize = ''] = key.split(' ');
    const dimensions = dimensionsOf({ BucketedStepSize, ImageSize, ModelId });
    const own = group.map(({ call }) => call);
    return seriesOf({ namespace: NAMESPACE, dimensions }, [OUTPUT_IMAGES], own);
  });
}

function tokens(call: WorldInvocation, count: number): number | null {
  return call.errorCode === null && count > 0 ? count : null;
}

function latency(call: WorldInvocation): number | null {
  return call.errorCode === null ? call.latencyMs : null;
}

function legacyCall(call: WorldInvocation): number | null {
  return catalogueModel(baseModelOf(call.modelId))?.legacy === true ? 1 : null;
}

function failure(call: WorldInvocation, kind: 'client' | 'server' | 'throttle'): number | null {
  if (call.errorCode === null) return null;
  return failureKind(call.errorCode) === kind ? 1 : null;
}

function failureKind(errorCode: string): 'client' | 'server' | 'throttle' {
  if (errorCode === 'ThrottlingException') return 'throttle';
  return SERVER_ERRORS.includes(errorCode) ? 'server' : 'client';
}

function gauge(
  metricName: string,
  sample: Gauge<WorldInvocation>['sample'],
): Gauge<WorldInvocation> {
  return { metricName, sample };
}
