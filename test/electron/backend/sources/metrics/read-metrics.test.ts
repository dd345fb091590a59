import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMeteredCalls } from '../../../../../electron/backend/aws/metered-calls.ts';
import type { WorldMetric } from '../../../../../electron/backend/demo/world/world.ts';
import { runtimeMetrics } from '../../../../../electron/backend/sources/metrics/metric-plans.ts';
import {
  type ReadMetricsOptions,
  readMetrics,
} from '../../../../../electron/backend/sources/metrics/read-metrics.ts';
import type { MetricPoint, Store } from '../../../../../electron/backend/store/store.ts';
import { msOfInstant } from '../../../../../shared/model/period.ts';
import { SMALL_NOW } from '../../../../helpers/small-world/small-world.ts';
import { openSourceSetup, type SourceSetup } from '../source-setup.ts';

const HOUR_MS = 3_600_000;
const NOW_MS = msOfInstant(SMALL_NOW);

function metric(metricName: string, value: string, hoursAgo: readonly number[]): WorldMetric {
  return {
    namespace: 'AWS/Bedrock',
    metricName,
    dimensions: [{ name: 'ModelId', value }],
    unit: 'Count',
    hours: new Map(
      hoursAgo.map((ago) => [
        NOW_MS - ago * HOUR_MS,
        { sum: ago + 1, count: 1, minimum: 0, maximum: ago + 1 },
      ]),
    ),
  };
}

const tier: WorldMetric = {
  ...metric('InputTokenCount', 'live', [1]),
  dimensions: [
    { name: 'ModelId', value: 'live' },
    { name: 'ServiceTier', value: 'flex' },
    { name: 'ResolvedServiceTier', value: 'flex' },
  ],
};
const QUIET_HOURS = [24 * 30, 24 * 40];
const worldMetrics = [
  metric('InputTokenCount', 'live', [0, 1, 2, 50, 24 * 94, 24 * 200, 24 * 460]),
  metric('CacheReadInputTokenCount', 'live', [1]),
  metric('InvocationLatency', 'live', [1]),
  metric('Invocations', 'quiet', QUIET_HOURS),
  metric('InputTokenCount', 'quiet', QUIET_HOURS),
  tier,
];

let setup: SourceSetup;
let points: MetricPoint[];

beforeEach(async () => {
  setup = await openSourceSetup({ metrics: () => worldMetrics });
  points = [];
});
afterEach(() => setup.close());

/** The real store, with the points that pass into it kept for comparison. */
function watched(): Store {
  return {
    ...setup.store,
    putMetricPoints: async (added) => {
      points.push(...added);
      await setup.store.putMetricPoints(added);
    },
  };
}

function read(change: Partial<ReadMetricsOptions> = {}) {
  return readMetrics({
    tools: setup.tools({ store: watched() }),
    target: setup.target,
    plan: runtimeMetrics,
    candidates: [],
    onProgress: () => undefined,
    ...change,
  });
}

const told = () =>
  points.map(({ metric, modelId, serviceTier, value }) =>
    [metric, modelId, serviceTier, value].filter((part) => part !== null).join(' '),
  );

describe('reading metrics', () => {
  it('takes the hourly sums of models and of tiers that are not the default, for 15 months', async () => {
    const reading = await read();
    expect(reading).toMatchObject({
      source: 'metrics',
      outcome: { status: 'collected' },
      items: 8,
    });
    expect(told()).toEqual([
      'InputTokenCount live 4801',
      'InputTokenCount live 2257',
      'InputTokenCount live 51',
      'InputTokenCount live 3',
      'InputTokenCount live 2',
      'InputTokenCount live 1',
      'CacheReadInputTokenCount live 2',
      'InputTokenCount live flex 2',
    ]);
    expect(setup.meter.takeRows()).toMatchObject([
      { operation: 'cloudwatch:GetMetricData', calls: 1, units: 3, usd: '0.00003' },
    ]);
  });

  it('takes models that ListMetrics has forgotten, when events saw them', async () => {
    await read({ candidates: ['live', 'quiet', 'never-called'] });
    expect(points.some(({ modelId }) => modelId === 'never-called')).toBe(false);
    const quiet = points
      .filter(({ modelId, metric: name }) => modelId === 'quiet' && name === 'InputTokenCount')
      .map(({ value }) => value);
    expect(quiet).toEqual(QUIET_HOURS.map((ago) => ago + 1).sort((a, b) => b - a));
  });

  it('reads only the last hours again, the next time', async () => {
    await read();
    points = [];
    await read({ candidates: ['quiet'] });
    expect(told()).toEqual([
      'InputTokenCount live 3',
      'InputTokenCount live 2',
      'InputTokenCount live 1',
      'CacheReadInputTokenCount live 2',
      'InputTokenCount live flex 2',
    ]);
  });

  it('goes on from the one place that older workspaces have for all series', async () => {
    const { accountId, region } = setup.target;
    const cursor = { readTo: SMALL_NOW, readFrom: '2025-08-01T00:00:00Z' };
    await setup.store.setCursor(
      `metrics:AWS/Bedrock:${accountId}:${region}`,
      JSON.stringify(cursor),
    );
    await read();
    expect(told()).toEqual([
      'InputTokenCount live 3',
      'InputTokenCount live 2',
      'InputTokenCount live 1',
      'CacheReadInputTokenCount live 2',
      'InputTokenCount live flex 2',
    ]);
  });

  it.each([{ action: 'cloudwatch:ListMetrics' }, { action: 'cloudwatch:GetMetricData' }])(
    'names $action when it is denied',
    async ({ action }) => {
      setup.simulated.account.faults.set(action, { kind: 'deny' });
      expect((await read()).outcome).toMatchObject({ status: 'denied', action });
      setup.simulated.account.faults.clear();
      expect((await read()).items).toBe(8);
    },
  );

  it.each(['throttle', 'drop', 'cut'] as const)('gets over one %s', async (kind) => {
    setup.simulated.account.faults.set('cloudwatch:GetMetricData', { kind, times: 1 });
    expect((await read()).items).toBe(8);
  });

  it('stops at the monthly cap, says so, and goes on from the same hour later', async () => {
    const clock = () => SMALL_NOW;
    const meter = createMeteredCalls({ scanId: 's', capUsd: '0.5', spentUsd: ['0.49999'], clock });
    const capped = await read({ tools: setup.tools({ meter }) });
    expect(capped.outcome).toMatchObject({ status: 'failed' });
    expect(capped.outcome).toHaveProperty(
      'reason',
      expect.stringMatching(/cap of \$0\.5 .*raise it/),
    );
    expect((await read()).items).toBe(8);
  });
});
