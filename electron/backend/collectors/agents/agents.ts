import type { AgentAliasSummary, AgentSummary, BedrockAgent } from '@aws-sdk/client-bedrock-agent';
import type { Agent, AgentAlias, AgentSettings, Part } from '../../../../shared/model/dataset.ts';
import { allItems } from '../../aws/all-items.ts';
import { inParallel, together } from '../../aws/in-parallel.ts';
import { instant, list, required, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { toAgentSettings } from './agent-settings.ts';
import { DRAFT, readAgentVersion } from './agent-version.ts';

const AT_ONCE = 4;
const VERSIONS_AT_ONCE = 2;

/** Every agent of a Region: its aliases, its DRAFT and each version that an alias routes to. */
export const agents: Collector<'agents'> = {
  dataset: 'agents',
  title: 'Agents, their aliases and what their versions use',
  scope: 'region',
  iamActions: [
    'bedrock:ListAgents',
    'bedrock:GetAgent',
    'bedrock:ListAgentAliases',
    'bedrock:GetAgentVersion',
    'bedrock:ListAgentActionGroups',
    'bedrock:GetAgentActionGroup',
    'bedrock:ListAgentCollaborators',
    'bedrock:ListAgentKnowledgeBases',
  ],
  collect: async (context) => {
    const client = await context.clients.bedrockAgent(context.region);
    const summaries = await allItems(
      (nextToken) =>
        context.call('bedrock:ListAgents', (options) =>
          client.listAgents({ maxResults: 1000, nextToken }, options),
        ),
      (page) => page.agentSummaries,
    );
    return inParallel(summaries, AT_ONCE, (summary) => readAgent(context, client, summary));
  },
};

async function readAgent(
  context: CollectContext,
  client: BedrockAgent,
  summary: AgentSummary,
): Promise<Agent> {
  const agentId = text(summary.agentId, 'agentSummaries.agentId');
  const [settings, aliases] = await together([
    readDraft(context, client, agentId),
    readAliases(context, client, agentId),
  ]);
  const draft = { agentVersion: DRAFT, settings };
  const versions = await inParallel(
    [draft, ...routedVersions(aliases).map((agentVersion) => ({ agentVersion }))],
    VERSIONS_AT_ONCE,
    (version) => readAgentVersion(context, client, { agentId, ...version }),
  );
  return {
    agentId,
    agentName: summary.agentName ?? agentId,
    agentStatus: summary.agentStatus ?? 'UNKNOWN',
    updatedAt: instant(summary.updatedAt),
    aliases,
    versions,
  };
}

function readDraft(
  { call, part }: CollectContext,
  client: BedrockAgent,
  agentId: string,
): Promise<Part<AgentSettings>> {
  return part('bedrock:GetAgent', async () => {
    const answer = await call('bedrock:GetAgent', (options) =>
      client.getAgent({ agentId }, options),
    );
    return toAgentSettings(required(answer.agent, 'agent'));
  });
}

function readAliases(
  { call, part }: CollectContext,
  client: BedrockAgent,
  agentId: string,
): Promise<Part<readonly AgentAlias[]>> {
  return part('bedrock:ListAgentAliases', async () => {
    const summaries = await allItems(
      (nextToken) =>
        call('bedrock:ListAgentAliases', (options) =>
          client.listAgentAliases({ agentId, maxResults: 1000, nextToken }, options),
        ),
      (page) => page.agentAliasSummaries,
    );
    return summaries.map(toAgentAlias);
  });
}

/** An alias; one made before invocations could be refused accepts them. */
export function toAgentAlias(summary: AgentAliasSummary): AgentAlias {
  const agentAliasId = text(summary.agentAliasId, 'agentAliasSummaries.agentAliasId');
  return {
    agentAliasId,
    agentAliasName: summary.agentAliasName ?? agentAliasId,
    agentAliasStatus: summary.agentAliasStatus ?? 'UNKNOWN',
    aliasInvocationState: summary.aliasInvocationState ?? 'ACCEPT_INVOCATIONS',
    agentVersions: list(summary.routingConfiguration).flatMap(
      ({ agentVersion }) => agentVersion ?? [],
    ),
  };
}

function routedVersions(aliases: Part<readonly AgentAlias[]>): readonly string[] {
  if (!aliases.read) return [];
  const routed = aliases.value.flatMap(({ agentVersions }) => agentVersions);
  return [...new Set(routed)].filter((version) => version !== DRAFT).sort();
}
