import { describe, expect, test } from 'vitest';
import type { WorldInvocation } from '../../../../../../electron/backend/demo/world/world.ts';
import { NOW, sumBy, world } from '../test-world.ts';
import { allSeries, total } from './world-series.ts';

type Counted = readonly [metricName: string, ofCall: (call: WorldInvocation) => number];

const one = (yes: boolean) => (yes ? 1 : 0);
const SERVER = ['InternalServerException', 'ModelErrorException', 'ServiceUnavailableException'];
const COUNTED: readonly Counted[] = [
  ['Invocations', (call) => one(call.errorCode === null)],
  ['InputTokenCount', (call) => call.inputTokens],
  ['OutputTokenCount', (call) => call.outputTokens],
  ['OutputImageCount', (call) => call.images?.count ?? 0],
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

/** Account, Region and the value of the ModelId dimension: ids of ARNs, save for bought capacity. */
function placeAndModel({ accountId, region, modelId }: WorldInvocation): string {
  const bought = /:provisioned-model\//.test(modelId);
  return `${accountId} ${region} ${bought ? modelId : modelId.split('/').at(-1)}`;
}

function seriesWith(metricName: string, dimensions: readonly string[]) {
  return allSeries.filter(
    ({ metric }) =>
      metric.namespace === 'AWS/Bedrock' &&
      metric.metricName === metricName &&
      metric.dimensions.map(({ name }) => name).join() === dimensions.join(),
  );
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

test('calls of legacy models are counted', () => {
  const series = seriesWith('LegacyModelInvocations', ['ModelId']);
  expect(series.map(({ metric }) => metric.dimensions[0]?.value)).toEqual([
    'anthropic.claude-3-5-sonnet-20240620-v1:0',
  ]);
});

test('the quota of a model is used by the minute, output of Claude five times', () => {
  const place = { accountId: '222233334444', region: 'us-east-1' };
  const modelId = 'us.anthropic.claude-opus-4-8';
  const calls = world.invocations.filter(
    (call) => call.accountId === place.accountId && call.region === place.region,
  );
  const used = sumBy(
    calls.filter((call) => call.modelId === modelId),
    (call) => new Date(call.time).toISOString().slice(0, 16),
    (call) =>
      call.inputTokens + call.cacheWrite5mTokens + call.cacheWrite1hTokens + 5 * call.outputTokens,
  );
  const highest = new Map<string, number>();
  for (const [minute, tokens] of used) {
    const hour = minute.slice(0, 13);
    highest.set(hour, Math.max(highest.get(hour) ?? 0, tokens));
  }
  const series = world
    .metrics(place.accountId, place.region)
    .find(
      ({ metricName, dimensions }) =>
        metricName === 'EstimatedTPMQuotaUsage' && dimensions[0]?.value === modelId,
    );
  const told = Array.from(series?.hours ?? [], ([hour, { maximum }]) => [
    new Date(hour).toISOString().slice(0, 13),
    maximum,
  ]);
  expect(told.length).toBeGreaterThan(200);
  expect(told.sort()).toEqual([...highest].sort());
});

test('images are counted by size and quality', () => {
  const calls = world.invocations.filter(({ images }) => images !== null);
  expect(calls.length).toBeGreaterThan(20);
  const series = seriesWith('OutputImageCount', ['BucketedStepSize', 'ImageSize', 'ModelId']);
  const told = sumBy(
    series,
    ({ metric }) => metric.dimensions.map(({ value }) => value).join(' '),
    ({ metric }) => total(metric),
  );
  const made = sumBy(
    calls,
    ({ images, modelId }) => `${images?.quality} ${images?.side}x${images?.side} ${modelId}`,
    ({ images }) => images?.count ?? 0,
  );
  expect(told.size).toBeGreaterThan(2);
  expect(told).toEqual(made);
});

test('a few calls of one model have a long context, in metrics and on the bill', () => {
  const long = world.invocations.filter(
    (call) =>
      /claude-haiku-5-5/.test(call.modelId) &&
      call.inputTokens + call.cacheReadTokens + call.cacheWrite5mTokens + call.cacheWrite1hTokens >
        200_000,
  );
  expect(long.length).toBeGreaterThan(10);
  expect(long.length).toBeLessThan(80);
  const inMetrics = seriesWith('InputTokenCount', ['ContextWindow', 'ModelId']);
  const tokens = long.reduce((sum, { inputTokens }) => sum + inputTokens, 0);
  expect(inMetrics.reduce((sum, { metric }) => sum + total(metric), 0)).toBe(tokens);
  const late = Date.parse(NOW) - 24 * 3_600_000;
  const billed = world
    .billLines()
    .filter(({ usageType }) => /input_tokens_long_ctx/.test(usageType))
    .reduce((sum, { quantity }) => sum + Number(quantity) * 1_000_000, 0);
  const due = long.filter(({ time }) => time < late);
  expect(Math.round(billed)).toBe(due.reduce((sum, { inputTokens }) => sum + inputTokens, 0));
});

test('bought capacity is called under its ARN and has no quota', () => {
  const series = allSeries.filter(({ metric }) =>
    metric.dimensions.some(({ value }) => value.includes(':provisioned-model/')),
  );
  expect(series.some(({ metric }) => metric.metricName === 'Invocations')).toBe(true);
  expect(series.filter(({ metric }) => /Quota/.test(metric.metricName))).toEqual([]);
});
