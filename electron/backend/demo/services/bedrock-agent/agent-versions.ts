import type { Agent, AgentVersion } from '../../../../../shared/model/dataset.ts';
import { requiredText } from '../../protocols/input.ts';
import type { Call, Operation } from '../../service.ts';
import { knownValue } from '../../world/agents/known.ts';
import { tenCharacterId } from '../../world/agents/names.ts';
import { bedrockPage } from '../bedrock/bedrock-page.ts';
import { actionGroupDetail, agentDetail } from './agent-wire.ts';
import { findAgent } from './agents.ts';
import { agentResource, notFound } from './resources.ts';

const MADE = '2026-03-18T09:00:00Z';
const VERSION = '/agents/{agentId}/agentversions/{agentVersion}';

/** Versions of agents and what each of them uses. */
export const agentVersionOperations: Readonly<Record<string, Operation>> = {
  GetAgentVersion: operation('GetAgentVersion', `GET ${VERSION}/`, getVersion),
  ListAgentActionGroups: operation(
    'ListAgentActionGroups',
    `POST ${VERSION}/actiongroups/`,
    listActionGroups,
  ),
  GetAgentActionGroup: operation(
    'GetAgentActionGroup',
    `GET ${VERSION}/actiongroups/{actionGroupId}/`,
    getActionGroup,
  ),
  ListAgentCollaborators: operation(
    'ListAgentCollaborators',
    `POST ${VERSION}/agentcollaborators/`,
    listCollaborators,
  ),
  ListAgentKnowledgeBases: operation(
    'ListAgentKnowledgeBases',
    `POST ${VERSION}/knowledgebases/`,
    listKnowledgeBases,
  ),
};

/** What an operation on a version answers from. */
interface Found {
  readonly call: Call;
  readonly agent: Agent;
  readonly version: AgentVersion;
}

function operation(name: string, http: string, run: (found: Found) => object): Operation {
  return {
    http,
    action: `bedrock:${name}`,
    resource: agentResource('agent', 'agentId'),
    run: (call) => {
      const agent = findAgent(call);
      const number = requiredText(call.input, 'agentVersion');
      const version = agent.versions.find(({ agentVersion }) => agentVersion === number);
      if (version === undefined) throw notFound(`The agent has no version ${number}.`);
      return run({ call, agent, version });
    },
  };
}

function getVersion({ agent, version }: Found): object {
  const detail = agentDetail(agent, knownValue(version.settings));
  return { agentVersion: { ...detail, version: version.agentVersion } };
}

function listActionGroups({ call, agent, version }: Found): object {
  const page = bedrockPage(call, knownValue(version.actionGroups));
  return {
    actionGroupSummaries: page.items.map((group) => ({
      actionGroupId: group.actionGroupId,
      actionGroupName: group.actionGroupName,
      actionGroupState: group.actionGroupState,
      updatedAt: agent.updatedAt ?? MADE,
    })),
    nextToken: page.next,
  };
}

function getActionGroup({ call, agent, version }: Found): object {
  const id = requiredText(call.input, 'actionGroupId');
  const group = knownValue(version.actionGroups).find((one) => one.actionGroupId === id);
  if (group === undefined) throw notFound(`The agent has no action group ${id}.`);
  return { agentActionGroup: actionGroupDetail(agent, version, group) };
}

function listCollaborators({ call, agent, version }: Found): object {
  const place = { accountId: call.identity.accountId, region: call.region };
  const page = bedrockPage(call, knownValue(version.collaborators));
  return {
    agentCollaboratorSummaries: page.items.map(({ collaboratorName, aliasArn }) => ({
      agentId: agent.agentId,
      agentVersion: version.agentVersion,
      collaboratorId: tenCharacterId('collaborator', place, collaboratorName),
      agentDescriptor: { aliasArn: aliasArn ?? undefined },
      collaborationInstruction: `Ask ${collaboratorName} about ${collaboratorName}.`,
      relayConversationHistory: 'DISABLED',
      collaboratorName,
      createdAt: MADE,
      lastUpdatedAt: agent.updatedAt ?? MADE,
    })),
    nextToken: page.next,
  };
}

function listKnowledgeBases({ call, agent, version }: Found): object {
  const page = bedrockPage(call, knownValue(version.knowledgeBases));
  return {
    agentKnowledgeBaseSummaries: page.items.map((one) => ({
      ...one,
      updatedAt: agent.updatedAt ?? MADE,
    })),
    nextToken: page.next,
  };
}
