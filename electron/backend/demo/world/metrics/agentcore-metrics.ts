import { type RuntimeHour, runtimeHours } from '../agentcore/runtime-usage.ts';
import type { Calendar } from '../calendar.ts';
import type { ManagementAct } from '../cloudtrail-record.ts';
import type { WorldMetric } from '../facts.ts';
import { groupBy } from '../grouping.ts';
import { dimensionsOf, type Gauge, seriesOf } from './series.ts';

const NAMESPACE = 'AWS/Bedrock-AgentCore';

const RUNTIME_CALLS: readonly Gauge<RuntimeHour>[] = [
  runtime('Invocations', ({ invocations }) => invocations),
  runtime('Session Count', ({ sessions }) => sessions),
  runtime('User Errors', ({ userErrors }) => userErrors),
];

/** What a runtime used is told for all of its endpoints together (field reports of 2026). */
const RUNTIME_USE: readonly Gauge<RuntimeHour>[] = [
  { ...runtime('CPUUsed-vCPUHours', ({ vcpuHours }) => vcpuHours), unit: 'None' },
  { ...runtime('MemoryUsed-GBHours', ({ gbHours }) => gbHours), unit: 'None' },
];

/** The guide writes the errors of gateways in one word, those of runtimes in two. */
const GATEWAY: readonly Gauge<ManagementAct>[] = [
  { metricName: 'Invocations', sample: () => 1 },
  { metricName: 'UserErrors', sample: (act) => (isRefused(act) ? 1 : null) },
];

/** The metrics of AgentCore in one account and Region: runtimes, and gateways by method. */
export function agentCoreMetrics(
  place: { readonly accountId: string; readonly region: string },
  acts: readonly ManagementAct[],
  calendar: Calendar,
): readonly WorldMetric[] {
  const byRuntime = groupBy(runtimeHours(place, calendar), (hour) => hour.runtimeArn);
  const calls = acts.filter(({ eventName }) => eventName === 'InvokeGateway');
  const byMethod = groupBy(calls, (act) => `${act.resources?.[0]?.arn} ${methodOf(act)}`);
  return [
    ...[...byRuntime].flatMap(([Resource, hours]) => runtimeSeries(Resource, hours)),
    ...[...byMethod].flatMap(([key, group]) => {
      const [Resource = '', Method = ''] = key.split(' ');
      const dimensions = { Operation: 'InvokeGateway', Protocol: 'MCP', Method, Resource };
      return seriesOf(placed(dimensions), GATEWAY, group);
    }),
  ];
}

function runtimeSeries(Resource: string, hours: readonly RuntimeHour[]): readonly WorldMetric[] {
  const used = { Service: 'AgentCore.Runtime', Resource };
  const byName = groupBy(hours, ({ name }) => name);
  return [
    ...seriesOf(placed(used), RUNTIME_USE, hours),
    ...[...byName].flatMap(([Name, group]) =>
      seriesOf(placed({ ...used, Name }), RUNTIME_CALLS, group),
    ),
  ];
}

function placed(dimensions: Readonly<Record<string, string>>) {
  return { namespace: NAMESPACE, dimensions: dimensionsOf(dimensions) };
}

function runtime(metricName: string, of: (hour: RuntimeHour) => number): Gauge<RuntimeHour> {
  return { metricName, sample: (hour) => (of(hour) === 0 ? null : of(hour)) };
}

function methodOf({ requestParameters }: ManagementAct): string {
  const body = requestParameters?.body;
  const named = typeof body === 'object' && body !== null && 'method' in body;
  return named ? String(body.method) : 'unknown';
}

function isRefused({ responseElements }: ManagementAct): boolean {
  const status = Number(responseElements?.statusCode);
  return status >= 400 && status < 500 && status !== 429;
}
