import type { WorldInvocation, WorldMetric } from './facts.ts';
import { groupBy } from './grouping.ts';
import { hourly } from './hourly.ts';
import { baseModelOf } from './inference-profiles.ts';
import { catalogueModel } from './models.ts';

type Dimensions = WorldMetric['dimensions'];

/** What one kind of metric counts of one call; null where the call gives no sample. */
interface Gauge {
  readonly metricName: string;
  readonly unit: 'Count' | 'Milliseconds';
  readonly sample: (call: WorldInvocation) => number | null;
}

/**
 * The metrics of namespace AWS/Bedrock. Successful calls count in Invocations, the others in one
 * of the error metrics; cache metrics have the names seen in field code, not those of the guide.
 */
const GAUGES: readonly Gauge[] = [
  gauge('Invocations', (call) => (call.errorCode === null ? 1 : null)),
  gauge('InputTokenCount', (call) => tokens(call, call.inputTokens)),
  gauge('OutputTokenCount', (call) => tokens(call, call.outputTokens)),
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

/** The metrics of one account and Region, from its calls alone. */
export function metricsOf(calls: readonly WorldInvocation[]): readonly WorldMetric[] {
  const byModel = [...groupBy(calls, ({ modelId }) => dimensionModel(modelId))];
  return [
    ...seriesOf(calls, []),
    ...byModel.flatMap(([modelId, group]) => seriesOf(group, [dimension('ModelId', modelId)])),
    ...byModel.flatMap(([modelId, group]) => tierSeries(modelId, group)),
    ...deliverySeries(calls),
    ...guardrailSeries(calls),
  ];
}

/** The ModelId dimension: the profile id where a profile is used; ARNs lose their prefix. */
export function dimensionModel(modelId: string): string {
  return modelId.slice(modelId.lastIndexOf('/') + 1);
}

function tierSeries(modelId: string, calls: readonly WorldInvocation[]): readonly WorldMetric[] {
  return [...groupBy(calls, ({ serviceTier }) => serviceTier)].flatMap(([tier, group]) =>
    seriesOf(group, [
      dimension('ModelId', modelId),
      dimension('ResolvedServiceTier', tier),
      dimension('ServiceTier', tier),
    ]),
  );
}

function seriesOf(calls: readonly WorldInvocation[], dimensions: Dimensions) {
  return GAUGES.flatMap((entry) => {
    const hours = hourly(calls, entry.sample);
    if (hours.size === 0) return [];
    const { metricName, unit } = entry;
    return [{ namespace: 'AWS/Bedrock', metricName, dimensions, unit, hours }];
  });
}

/** Deliveries of invocation logs, which CloudWatch counts across all models. */
function deliverySeries(calls: readonly WorldInvocation[]): readonly WorldMetric[] {
  const hours = hourly(calls, ({ logged }) => (logged ? 1 : null));
  if (hours.size === 0) return [];
  const metricName = 'ModelInvocationLogsS3DeliverySuccess';
  return [{ namespace: 'AWS/Bedrock', metricName, dimensions: [], unit: 'Count', hours }];
}

function guardrailSeries(calls: readonly WorldInvocation[]): readonly WorldMetric[] {
  const guarded = calls.filter(({ guardrail }) => guardrail !== null);
  const byGuardrail = groupBy(guarded, guardrailKey);
  return [...byGuardrail].flatMap(([key, group]) => {
    const [arn = '', version = ''] = key.split('#');
    const dimensions = [dimension('GuardrailArn', arn), dimension('GuardrailVersion', version)];
    const series = { namespace: 'AWS/Bedrock/Guardrails', dimensions, unit: 'Count' };
    const intervened = hourly(group, (call) => (call.guardrail?.intervened === true ? 1 : null));
    return [
      { ...series, metricName: 'Invocations', hours: hourly(group, () => 1) },
      ...(intervened.size === 0
        ? []
        : [{ ...series, metricName: 'InvocationsIntervened', hours: intervened }]),
    ];
  });
}

function guardrailKey(call: WorldInvocation): string {
  const { guardrail, region, accountId } = call;
  return `arn:aws:bedrock:${region}:${accountId}:guardrail/${guardrail?.id}#${guardrail?.version}`;
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

function gauge(metricName: string, sample: Gauge['sample']): Gauge {
  return { metricName, unit: 'Count', sample };
}

function dimension(name: string, value: string): Dimensions[number] {
  return { name, value };
}
