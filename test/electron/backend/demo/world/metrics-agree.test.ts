import { describe, expect, test } from 'vitest';
import type {
  WorldInvocation,
  WorldMetric,
} from '../../../../../electron/backend/demo/world/world.ts';
import { placeAndModel, places, sumBy, world } from './test-world.ts';

type Counted = readonly [metricName: string, ofCall: (call: WorldInvocation) => number];

const one = (yes: boolean) => (yes ? 1 : 0);
const SERVER = ['InternalServerException', 'ModelErrorException', 'ServiceUnavailableException'];
const COUNTED: readonly Counted[] = [
  ['Invocations', (call) => one(call.errorCode === null)],
  ['InputTokenCount', (call) => call.inputTokens],
  ['OutputTokenCount', (call) => call.outputTokens],
  ['CacheReadInputTokenCount', (call) => call.cacheReadTokens],
  ['CacheWriteInputTokenCount', (call) => call.cacheWrite5mTokens + call.cacheWrite1hTokens],
  ['InvocationLatency', (call) => (call.errorCode === null ? call.latencyMs : 0)],
  ['TimeToFirstToken', (call) => call.timeToFirstTokenMs ?? 0],
  ['InvocationThrottles', (call) => one(call.errorCode === 'ThrottlingException')],
  ['InvocationServerErrors', (call) => one(SERVER.includes(call.errorCode ?? ''))],
  [
    'InvocationClientErrors',
    (call) =>
      one(
        call.errorCode !== null &&
          call.errorCode !== 'ThrottlingException' &&
          !SERVER.includes(call.errorCode),
      ),
  ],
];

const all = places.flatMap((place) =>
  world.metrics(place.accountId, place.region).map((metric) => ({ place, metric })),
);

function seriesWith(metricName: string, dimensions: readonly string[]) {
  return all.filter(
    ({ metric }) =>
      metric.namespace === 'AWS/Bedrock' &&
      metric.metricName === metricName &&
      metric.dimensions.map(({ name }) => name).join() === dimensions.join(),
  );
}

function total({ hours }: WorldMetric): number {
  return [...hours.values()].reduce((sum, samples) => sum + samples.sum, 0);
}

describe.each(COUNTED)('%s', (metricName, ofCall) => {
  test('adds up to the invocations, by account, Region and model', () => {
    const sums = sumBy(
      seriesWith(metricName, ['ModelId']),
      ({ place, metric }) => `${place.accountId} ${place.region} ${metric.dimensions[0]?.value}`,
      ({ metric }) => total(metric),
    );
    expect(sums.size).toBeGreaterThan(0);
    expect(sums).toEqual(sumBy(world.invocations, placeAndModel, ofCall));
  });

  test('adds up to the same with service tiers and without dimensions', () => {
    const expected = world.invocations.reduce((sum, call) => sum + ofCall(call), 0);
    const sumOf = (dimensions: readonly string[]) =>
      seriesWith(metricName, dimensions).reduce((sum, { metric }) => sum + total(metric), 0);
    expect(sumOf([])).toBe(expected);
    expect(sumOf(['ModelId', 'ResolvedServiceTier', 'ServiceTier'])).toBe(expected);
  });

  test('counts each call in its own hour', () => {
    const hourOf = (ms: number) => new Date(ms).toISOString().slice(0, 13);
    const byHour = new Map<string, number>();
    for (const { metric } of seriesWith(metricName, [])) {
      for (const [hour, { sum }] of metric.hours) {
        expect(hour % 3_600_000).toBe(0);
        byHour.set(hourOf(hour), (byHour.get(hourOf(hour)) ?? 0) + sum);
      }
    }
    expect(new Map([...byHour].sort())).toEqual(
      sumBy(world.invocations, (call) => hourOf(call.time), ofCall),
    );
  });
});

test('samples keep count, minimum and maximum of an hour', () => {
  const place = { accountId: '222233334444', region: 'us-east-1' };
  const [metric] = world
    .metrics(place.accountId, place.region)
    .filter(({ metricName }) => metricName === 'InvocationLatency');
  const [[hour, samples] = [0, undefined]] = metric?.hours ?? [];
  const latencies = world.invocations
    .filter((call) => call.accountId === place.accountId && call.region === place.region)
    .filter((call) => call.errorCode === null)
    .filter((call) => call.time >= hour && call.time < hour + 3_600_000)
    .map((call) => call.latencyMs);
  expect(samples).toEqual({
    sum: latencies.reduce((sum, value) => sum + value, 0),
    count: latencies.length,
    minimum: Math.min(...latencies),
    maximum: Math.max(...latencies),
  });
});

test('guardrail metrics count guarded calls and interventions', () => {
  const sumOf = (name: string) =>
    all
      .filter(({ metric }) => metric.namespace === 'AWS/Bedrock/Guardrails')
      .filter(({ metric }) => metric.metricName === name)
      .reduce((sum, { metric }) => sum + total(metric), 0);
  const guarded = world.invocations.filter((call) => call.guardrail !== null);
  expect(sumOf('Invocations')).toBe(guarded.length);
  expect(sumOf('InvocationsIntervened')).toBe(
    guarded.filter((call) => call.guardrail?.intervened === true).length,
  );
});

test('deliveries of invocation logs are counted as often as calls are logged', () => {
  const sum = seriesWith('ModelInvocationLogsS3DeliverySuccess', []).reduce(
    (total_, { metric }) => total_ + total(metric),
    0,
  );
  expect(sum).toBe(world.invocations.filter((call) => call.logged).length);
});

test('calls of legacy models are counted', () => {
  const series = seriesWith('LegacyModelInvocations', ['ModelId']);
  expect(series.map(({ metric }) => metric.dimensions[0]?.value)).toEqual([
    'anthropic.claude-3-5-sonnet-20240620-v1:0',
  ]);
});
