import { describe, expect, it } from 'vitest';
import {
  metricPlans,
  runtimeMetrics,
} from '../../../../../electron/backend/sources/metrics/metric-plans.ts';
import {
  DAY_SECONDS,
  hoursToRead,
  incompleteReason,
  packSeries,
  toPoints,
  toQueries,
} from '../../../../../electron/backend/sources/metrics/metric-queries.ts';
import {
  probesOf,
  seriesOf,
  seriesOfProbe,
} from '../../../../../electron/backend/sources/metrics/metric-series.ts';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-20T12:40:00Z');

function listed(
  MetricName: string,
  dimensions: Readonly<Record<string, string>>,
  Namespace = 'AWS/Bedrock',
) {
  const Dimensions = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
  return { Namespace, MetricName, Dimensions };
}

const model = { ModelId: 'm' };
const flex = { ...model, ServiceTier: 'flex', ResolvedServiceTier: 'flex' };

const runtimeCases: readonly {
  readonly name: string;
  readonly metric: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly taken: boolean;
}[] = [
  { name: 'usage by model', metric: 'InputTokenCount', dimensions: model, taken: true },
  { name: 'a cache metric', metric: 'CacheReadInputTokens', dimensions: model, taken: true },
  { name: 'its twin', metric: 'CacheReadInputTokenCount', dimensions: model, taken: true },
  { name: 'usage of all models', metric: 'InputTokenCount', dimensions: {}, taken: false },
  { name: 'usage by a tier', metric: 'InputTokenCount', dimensions: flex, taken: true },
  {
    name: 'the default tier, which is what the others leave',
    metric: 'InputTokenCount',
    dimensions: { ...model, ServiceTier: 'default', ResolvedServiceTier: 'default' },
    taken: false,
  },
  {
    name: 'a tier that was asked for and not served',
    metric: 'InputTokenCount',
    dimensions: { ...flex, ResolvedServiceTier: 'default' },
    taken: false,
  },
  { name: 'errors by tier', metric: 'InvocationThrottles', dimensions: flex, taken: false },
  {
    name: 'usage by context window',
    metric: 'InputTokenCount',
    dimensions: { ...model, ContextWindow: '1m' },
    taken: true,
  },
  {
    name: 'a context window of all models',
    metric: 'InputTokenCount',
    dimensions: { ContextWindow: '1m' },
    taken: false,
  },
  {
    name: 'images by size and steps',
    metric: 'OutputImageCount',
    dimensions: { ...model, ImageSize: '1024', BucketedStepSize: '30' },
    taken: true,
  },
  {
    name: 'an image dimension nobody knows',
    metric: 'OutputImageCount',
    dimensions: { ...model, Colour: 'red' },
    taken: false,
  },
  { name: 'latency', metric: 'InvocationLatency', dimensions: model, taken: false },
  {
    name: 'failed log deliveries',
    metric: 'ModelInvocationLogsS3DeliveryFailure',
    dimensions: {},
    taken: true,
  },
  { name: 'a name of every object', metric: 'constructor', dimensions: model, taken: false },
];

describe('the series to read of bedrock-runtime', () => {
  it.each(runtimeCases)('$name: $taken', ({ metric, dimensions, taken }) => {
    expect(seriesOf(runtimeMetrics, [listed(metric, dimensions)])).toHaveLength(taken ? 1 : 0);
  });

  it('tells the highest minute of the quota metric, not a sum', () => {
    const [series] = seriesOf(runtimeMetrics, [listed('EstimatedTPMQuotaUsage', model)]);
    expect(series).toEqual({
      namespace: 'AWS/Bedrock',
      metric: 'EstimatedTPMQuotaUsage',
      statistic: 'Maximum',
      dimensions: model,
    });
  });

  it('are probed for models that ListMetrics has forgotten, once each', () => {
    const named = seriesOf(runtimeMetrics, [listed('Invocations', { ModelId: 'a' })]);
    const probes = probesOf(runtimeMetrics, named, ['a', 'b', 'b']);
    expect(probes.map(({ metric, dimensions }) => [metric, dimensions])).toEqual([
      ['Invocations', { ModelId: 'b' }],
    ]);
    const series = probes.flatMap(seriesOfProbe);
    expect(series.map(({ metric }) => metric)).toContain('CacheWriteInputTokenCount');
    expect(new Set(series.map(({ dimensions }) => dimensions.ModelId))).toEqual(new Set(['b']));
  });
});

const ARN = 'arn:aws:bedrock:us-east-1:111122223333:guardrail/g1';

describe('the series to read of the other namespaces', () => {
  it.each([
    {
      namespace: 'AWS/BedrockMantle',
      metric: 'InputTokens',
      dimensions: { Project: 'default', Model: 'openai.gpt-oss-120b' },
      coarser: { Model: 'openai.gpt-oss-120b' },
    },
    {
      namespace: 'AWS/Bedrock/Guardrails',
      metric: 'TextUnitCount',
      dimensions: { GuardrailArn: ARN, GuardrailVersion: '1' },
      coarser: { Operation: 'ApplyGuardrail' },
    },
    {
      namespace: 'AWS/Bedrock/Agents',
      metric: 'InputTokenCount',
      dimensions: { Operation: 'InvokeAgent', AgentAliasArn: 'arn:a', ModelId: 'm' },
      coarser: { Operation: 'InvokeAgent' },
    },
    {
      namespace: 'Bedrock-AgentCore',
      metric: 'CPUUsed-vCPUHours',
      dimensions: { Service: 'AgentCore.Runtime', Resource: 'arn:r' },
      coarser: { Service: 'AgentCore.Runtime' },
    },
  ])('$namespace: $metric', ({ namespace, metric, dimensions, coarser }) => {
    const plan = metricPlans.find(({ namespaces }) => namespaces.includes(namespace));
    if (plan === undefined) throw new Error(`no plan reads ${namespace}`);
    const all = [listed(metric, dimensions, namespace), listed(metric, coarser, namespace)];
    expect(seriesOf(plan, all)).toMatchObject([{ namespace, metric, dimensions }]);
  });
});

describe('the hours to read', () => {
  it.each([
    { name: 'the history', readTo: null, fromMs: Date.parse('2026-11-18T12:00:00Z') },
    {
      name: 'an overlap of three hours',
      readTo: NOW - HOUR,
      fromMs: Date.parse('2026-11-20T08:00:00Z'),
    },
    {
      name: 'no more than the history',
      readTo: NOW - 999 * HOUR,
      fromMs: Date.parse('2026-11-18T12:00:00Z'),
    },
  ])('$name', ({ readTo, fromMs }) => {
    const hours = hoursToRead({ readTo, nowMs: NOW, historyDays: 2 });
    expect(hours).toEqual({ fromMs, toMs: Date.parse('2026-11-20T13:00:00Z') });
  });
});

describe('calls of GetMetricData', () => {
  const series = Array.from({ length: 1201 }, (_, index) => ({
    namespace: 'AWS/Bedrock',
    metric: 'Invocations',
    statistic: 'Sum' as const,
    dimensions: { ModelId: `m${index}` },
  }));

  it.each([
    { hours: 4, sizes: [500, 500, 201] },
    { hours: 95 * 24, sizes: [...Array(27).fill(44), 13] },
    { hours: 200_000, sizes: Array(1201).fill(1) },
  ])('stay under 500 queries and 100,800 datapoints for $hours hours', ({ hours, sizes }) => {
    const packs = packSeries(series, { fromMs: 0, toMs: hours * HOUR });
    expect(packs.map((pack) => pack.length)).toEqual(sizes);
    expect(packs.flat()).toEqual(series);
  });

  it('ask for many more series at once by the day', () => {
    const packs = packSeries(series, { fromMs: 0, toMs: 455 * 24 * HOUR }, DAY_SECONDS);
    expect(packs.map((pack) => pack.length)).toEqual([221, 221, 221, 221, 221, 96]);
    expect(toQueries(series.slice(0, 1), DAY_SECONDS)[0]?.MetricStat?.Period).toBe(86_400);
  });

  it('tell model, tier and the other dimensions apart', () => {
    const dimensions = {
      ModelId: 'm',
      ServiceTier: 'flex',
      ResolvedServiceTier: 'flex',
      B: '2',
      A: '1',
    };
    const one = {
      ...series[0],
      namespace: 'N',
      metric: 'M',
      statistic: 'Sum' as const,
      dimensions,
    };
    const time = new Date('2026-11-20T10:00:00Z');
    const answer = [{ Id: 'm0', Timestamps: [time], Values: [1] }];
    const origin = { accountId: '1', region: 'r', modelDimension: 'ModelId' };
    expect(toPoints(answer, [one], origin)).toMatchObject([
      { modelId: 'm', serviceTier: 'flex', dimensions: { A: '1', B: '2' } },
    ]);
  });

  it('are empty without series', () => {
    expect(packSeries([], { fromMs: 0, toMs: HOUR })).toEqual([]);
  });

  it('give points by the id of their series', () => {
    const pack = series.slice(0, 2);
    const times = [new Date('2026-11-20T10:00:00Z'), new Date('2026-11-20T11:00:00Z')];
    const results = [
      { Id: 'm1', StatusCode: 'Complete' as const, Timestamps: times, Values: [1, 2] },
      { Id: 'm0', StatusCode: 'Complete' as const, Timestamps: times, Values: [3] },
      { Id: 'm7', StatusCode: 'Complete' as const, Timestamps: times, Values: [9, 9] },
    ];
    const origin = { accountId: '1', region: 'r', modelDimension: 'ModelId' };
    const points = toPoints(results, pack, origin);
    expect(points.map(({ modelId, periodStart, value }) => [modelId, periodStart, value])).toEqual([
      ['m1', '2026-11-20T10:00:00Z', 1],
      ['m1', '2026-11-20T11:00:00Z', 2],
      ['m0', '2026-11-20T10:00:00Z', 3],
    ]);
    expect(toQueries(pack).map(({ Id }) => Id)).toEqual(['m0', 'm1']);
  });

  it('say when a series was not answered in full', () => {
    expect(incompleteReason([{ Id: 'm0', StatusCode: 'Complete' }])).toBeNull();
    expect(incompleteReason([{ Id: 'm0', StatusCode: 'Forbidden' }])).toMatch(
      /1 series.*Forbidden/,
    );
  });
});
