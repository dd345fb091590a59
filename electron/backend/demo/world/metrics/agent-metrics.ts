import { agentOfAlias } from '../agents/agent-plans.ts';
import type { AgentStep, ManagementAct } from '../cloudtrail-record.ts';
import type { WorldMetric } from '../facts.ts';
import { groupBy } from '../grouping.ts';
import { dimensionsOf, type Gauge, seriesOf } from './series.ts';

/** One time that an agent was asked. */
interface Asked {
  readonly time: number;
  readonly AgentAliasArn: string;
  readonly ModelId: string;
  readonly steps: readonly AgentStep[];
}

const GAUGES: readonly Gauge<Asked>[] = [
  { metricName: 'InvocationCount', sample: () => 1 },
  overSteps('ModelInvocationCount', () => 1),
  overSteps('InputTokenCount', ({ inputTokens }) => inputTokens),
  overSteps('OutputTokenCount', ({ outputTokens }) => outputTokens),
];

/** The metrics of agents in one account and Region: over all, by model, by alias and model. */
export function agentMetrics(acts: readonly ManagementAct[]): readonly WorldMetric[] {
  const asked = acts.flatMap(askedIn);
  const Operation = 'InvokeAgent';
  const byModel = groupBy(asked, ({ ModelId }) => ModelId);
  const byAlias = groupBy(asked, ({ AgentAliasArn, ModelId }) => `${AgentAliasArn} ${ModelId}`);
  return [
    ...series({ Operation }, asked),
    ...[...byModel].flatMap(([ModelId, group]) => series({ Operation, ModelId }, group)),
    ...[...byAlias].flatMap(([key, group]) => {
      const [AgentAliasArn = '', ModelId = ''] = key.split(' ');
      return series({ Operation, AgentAliasArn, ModelId }, group);
    }),
  ];
}

function series(
  dimensions: Readonly<Record<string, string>>,
  asked: readonly Asked[],
): readonly WorldMetric[] {
  const place = { namespace: 'AWS/Bedrock/Agents', dimensions: dimensionsOf(dimensions) };
  return seriesOf(place, GAUGES, asked);
}

function askedIn(act: ManagementAct): readonly Asked[] {
  const alias = act.resources?.[0]?.arn;
  if (act.eventName !== 'InvokeAgent' || act.metered === undefined || alias === undefined) {
    return [];
  }
  const ModelId = agentOfAlias(alias)?.foundationModel;
  if (ModelId === undefined) return [];
  return [{ time: act.time, AgentAliasArn: alias, ModelId, steps: act.metered.steps ?? [] }];
}

function overSteps(metricName: string, of: (step: AgentStep) => number): Gauge<Asked> {
  return { metricName, sample: ({ steps }) => steps.reduce((sum, step) => sum + of(step), 0) };
}
