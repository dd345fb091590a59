import { dayOf, instantOfMs } from '../../../../../shared/model/period.ts';
import type { Calendar } from '../calendar.ts';
import type { ActUse, ManagementAct } from '../cloudtrail-record.ts';
import type { WorldCaller, WorldInvocation } from '../facts.ts';
import { accessKeyId, uniqueId } from '../identifiers.ts';
import { toInvocation } from '../invocation.ts';
import { loggingSince } from '../logging.ts';
import { succeededUse } from '../model-use.ts';
import { createRandom, type Random } from '../random.ts';
import { agentOfAlias } from './agent-plans.ts';
import { type AgentPlan, agentId } from './agent-templates.ts';

const BEDROCK = 'bedrock.amazonaws.com';

/** An agent calls its model for each step: what to do, with which tool, what to say. */
export function drawAgentSteps(random: Random): ActUse {
  let afterMs = 0;
  const steps = Array.from({ length: random.integer(2, 5) }, () => {
    afterMs += random.integer(2, 6) * 1_000;
    return { afterMs, inputTokens: random.around(2_600), outputTokens: random.around(240) };
  });
  return { steps };
}

/**
 * The model calls of agents that were asked, as Bedrock makes them: InvokeModel with a session of the
 * agent's service role, from Bedrock itself (`invokedBy`), as knowledge bases embed. How AWS names
 * such a session is not documented; here it carries the agent's id. The agent's guardrail judges what
 * it is asked and what it says, not these calls.
 */
export function agentCalls(
  acts: readonly ManagementAct[],
  calendar: Calendar,
): readonly WorldInvocation[] {
  return acts.flatMap((act) => {
    const steps = act.metered?.steps ?? [];
    const plan = agentOfAlias(act.resources?.[0]?.arn ?? '');
    return plan === undefined || steps.length === 0 ? [] : callsOf(act, plan, calendar);
  });
}

function callsOf(
  act: ManagementAct,
  plan: AgentPlan,
  calendar: Calendar,
): readonly WorldInvocation[] {
  const { accountId, region, time } = act;
  const random = createRandom(`${act.eventId}/steps`);
  const caller = agentCaller(plan, dayOf(instantOfMs(time)));
  const place = {
    region,
    caller,
    sourceIp: BEDROCK,
    userAgent: BEDROCK,
    vpcEndpointId: null,
    bearerToken: false,
    requestMetadata: null,
    loggedSince: loggingSince(accountId, region, calendar),
  };
  return (act.metered?.steps ?? []).map(({ afterMs, inputTokens, outputTokens }) => {
    const tokens = {
      inputTokens,
      outputTokens,
      cacheReadTokens: 0,
      cacheWrite5mTokens: 0,
      cacheWrite1hTokens: 0,
    };
    const target = { modelId: plan.foundationModel, operation: 'InvokeModel' } as const;
    const use = succeededUse(target, { region, tokens }, random);
    return toInvocation({ ...place, time: time + afterMs }, use, random);
  });
}

function agentCaller({ place, name, roleArn }: AgentPlan, day: string): WorldCaller {
  const sessionName = `BedrockAgents-${agentId(place, name)}`;
  return {
    kind: 'AssumedRole',
    arn: roleArn,
    principalId: uniqueId('AROA', roleArn),
    accountId: place.accountId,
    sessionName,
    sourceIdentity: null,
    accessKeyId: accessKeyId('ASIA', `${roleArn}/${sessionName}/${day}`),
  };
}
