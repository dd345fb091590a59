import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorldMetric } from '../../../../../electron/backend/demo/world/world.ts';
import {
  type MetricPlan,
  metricPlans,
} from '../../../../../electron/backend/sources/metrics/metric-plans.ts';
import { readMetrics } from '../../../../../electron/backend/sources/metrics/read-metrics.ts';
import type { MetricPoint } from '../../../../../electron/backend/store/store.ts';
import { NOW, world } from '../../demo/world/test-world.ts';
import { openSourceSetup, type SourceSetup } from '../source-setup.ts';

const TWO_WEEKS_MS = 14 * 86_400_000;

/**
 * Metrics of the organisation's places with agents, guardrails and Mantle, as if of one place; those
 * that ListMetrics still names, because they had a value in the last two weeks.
 */
const metrics: readonly WorldMetric[] = [
  ...world.metrics('222233334444', 'us-east-1'),
  ...world
    .metrics('333344445555', 'us-east-1')
    .filter(({ namespace }) => namespace === 'AWS/BedrockMantle'),
].filter(({ hours }) => Math.max(...hours.keys()) > Date.parse(NOW) - TWO_WEEKS_MS);

/** What each plan must bring in, with a metric that only it counts. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  metrics: ['Invocations', 'InputTokenCount', 'EstimatedTPMQuotaUsage', 'InvocationThrottles'],
  'mantle-metrics': ['Inferences', 'InputTokens', 'OutputTokens'],
  'guardrail-metrics': ['Invocations', 'InvocationsIntervened', 'TextUnitCount'],
  'agent-metrics': ['InvocationCount', 'ModelInvocationCount', 'InputTokenCount'],
  'agentcore-metrics': [
    'Invocations',
    'Session Count',
    'User Errors',
    'UserErrors',
    'CPUUsed-vCPUHours',
    'MemoryUsed-GBHours',
  ],
};

let setup: SourceSetup;
beforeAll(async () => {
  setup = await openSourceSetup({ metrics: () => metrics });
});
afterAll(() => setup.close());

async function pointsOf(plan: MetricPlan): Promise<readonly MetricPoint[]> {
  const points: MetricPoint[] = [];
  const { store } = setup;
  const reading = await readMetrics({
    tools: setup.tools({
      store: { ...store, putMetricPoints: async (added) => void points.push(...added) },
    }),
    target: setup.target,
    plan,
    candidates: [],
    onProgress: () => undefined,
  });
  expect(reading).toMatchObject({ source: plan.id, outcome: { status: 'collected' } });
  return points;
}

describe.each(metricPlans.map((plan) => [plan.id, plan] as const))('%s', (id, plan) => {
  test('reads what the world counts, to the last sample', async () => {
    const points = await pointsOf(plan);
    const sums = new Map<string, number>();
    for (const { metric, value } of points) sums.set(metric, (sums.get(metric) ?? 0) + value);
    for (const name of EXPECTED[id] ?? []) expect(sums.get(name)).toBeGreaterThan(0);
    for (const [name, sum] of sums) expect(sum).toBeCloseTo(counted(plan, name), 4);
  });
});

function counted({ namespaces, statistics, takes }: MetricPlan, name: string): number {
  const statistic = statistics[name] === 'Maximum' ? 'maximum' : 'sum';
  return metrics
    .filter(({ namespace, metricName }) => namespaces.includes(namespace) && metricName === name)
    .filter(({ dimensions }) =>
      takes(name, Object.fromEntries(dimensions.map((one) => [one.name, one.value]))),
    )
    .flatMap(({ hours }) => [...hours.values()])
    .reduce((sum, samples) => sum + samples[statistic], 0);
}
