import type { Agent, AgentAlias } from '../../../../../shared/model/dataset.ts';
import { requiredText } from '../../protocols/input.ts';
import type { Call, Operation } from '../../service.ts';
import { knownValue } from '../../world/agents/known.ts';
import { bedrockPage } from '../bedrock/bedrock-page.ts';
import { draftDetail } from './agent-wire.ts';
import { agentResource, notFound } from './resources.ts';

const MADE = '2026-03-18T09:00:00Z';

/** Agents and their aliases. */
export const agentOperations: Readonly<Record<string, Operation>> = {
  ListAgents: {
    http: 'POST /agents/',
    action: 'bedrock:ListAgents',
    run: listAgents,
  },
  GetAgent: {
    http: 'GET /agents/{agentId}/',
    action: 'bedrock:GetAgent',
    resource: agentResource('agent', 'agentId'),
    run: (call) => {
      const agent = findAgent(call);
      return { agent: draftDetail(agent, knownValue(draftOf(agent).settings)) };
    },
  },
  ListAgentAliases: {
    http: 'POST /agents/{agentId}/agentaliases/',
    action: 'bedrock:ListAgentAliases',
    resource: agentResource('agent', 'agentId'),
    run: listAliases,
  },
};

/** The agent of a call's `agentId`, in the caller's account and Region. */
export function findAgent(call: Call): Agent {
  const id = requiredText(call.input, 'agentId');
  const agent = call.world
    .agents(call.identity.accountId, call.region)
    .find((one) => one.agentId === id);
  if (agent === undefined) throw notFound(`Failed to retrieve resource because it doesn't exist.`);
  return agent;
}

function draftOf(agent: Agent) {
  const [draft] = agent.versions;
  if (draft === undefined) throw notFound(`The agent ${agent.agentId} has no DRAFT.`);
  return draft;
}

function listAgents(call: Call): object {
  const all = call.world.agents(call.identity.accountId, call.region);
  const page = bedrockPage(call, all);
  return { agentSummaries: page.items.map(summarise), nextToken: page.next };
}

/** The summary tells the guardrail of the DRAFT, whatever the aliases route to. */
function summarise(agent: Agent): object {
  const numbers = agent.versions.map(({ agentVersion }) => Number(agentVersion));
  const latest = Math.max(0, ...numbers.filter(Number.isInteger));
  return {
    agentId: agent.agentId,
    agentName: agent.agentName,
    agentStatus: agent.agentStatus,
    updatedAt: agent.updatedAt ?? MADE,
    latestAgentVersion: latest === 0 ? undefined : String(latest),
    guardrailConfiguration: knownValue(draftOf(agent).settings).guardrail ?? undefined,
  };
}

function listAliases(call: Call): object {
  const page = bedrockPage(call, knownValue(findAgent(call).aliases));
  return { agentAliasSummaries: page.items.map(aliasSummary), nextToken: page.next };
}

function aliasSummary(alias: AgentAlias): object {
  return {
    agentAliasId: alias.agentAliasId,
    agentAliasName: alias.agentAliasName,
    agentAliasStatus: alias.agentAliasStatus,
    aliasInvocationState: alias.aliasInvocationState,
    createdAt: MADE,
    updatedAt: MADE,
    routingConfiguration: alias.agentVersions.map((agentVersion) => ({ agentVersion })),
  };
}
