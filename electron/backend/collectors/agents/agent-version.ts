import type {
  ActionGroupSummary,
  AgentActionGroup,
  BedrockAgent,
} from '@aws-sdk/client-bedrock-agent';
import type {
  ActionGroup,
  ActionGroupExecutor,
  AgentCollaborator,
  AgentKnowledgeBase,
  AgentSettings,
  AgentVersion,
  Part,
} from '../../../../shared/model/dataset.ts';
import { allItems } from '../../aws/all-items.ts';
import { inParallel, together } from '../../aws/in-parallel.ts';
import { required, text } from '../../aws/required.ts';
import type { CollectContext } from '../collector.ts';
import { toAgentSettings } from './agent-settings.ts';

/** The version of an agent, flow or prompt that is being worked on. */
export const DRAFT = 'DRAFT';

const AT_ONCE = 2;

/** Which version of which agent; its settings where they were read already. */
interface Edition {
  readonly agentId: string;
  readonly agentVersion: string;
  readonly settings?: Part<AgentSettings>;
}

/** What every list of a version is asked with. */
type Asked = { readonly agentId: string; readonly agentVersion: string };

/** One version with all that it uses; an agent that supervises nobody has no collaborators to ask for. */
export async function readAgentVersion(
  context: CollectContext,
  client: BedrockAgent,
  { agentId, agentVersion, settings: known }: Edition,
): Promise<AgentVersion> {
  const asked = { agentId, agentVersion };
  const settings = known ?? (await readSettings(context, client, asked));
  const alone = settings.read && settings.value.agentCollaboration === 'DISABLED';
  const [actionGroups, collaborators, knowledgeBases] = await together([
    readActionGroups(context, client, asked),
    alone ? nobody() : readCollaborators(context, client, asked),
    readKnowledgeBases(context, client, asked),
  ]);
  return { agentVersion, settings, actionGroups, collaborators, knowledgeBases };
}

function readSettings(
  { call, part }: CollectContext,
  client: BedrockAgent,
  asked: Asked,
): Promise<Part<AgentSettings>> {
  return part('bedrock:GetAgentVersion', async () => {
    const answer = await call('bedrock:GetAgentVersion', (options) =>
      client.getAgentVersion(asked, options),
    );
    return toAgentSettings(required(answer.agentVersion, 'agentVersion'));
  });
}

function readActionGroups(
  context: CollectContext,
  client: BedrockAgent,
  asked: Asked,
): Promise<Part<readonly ActionGroup[]>> {
  const { call, part } = context;
  return part('bedrock:ListAgentActionGroups', async () => {
    const summaries = await allItems(
      (nextToken) =>
        call('bedrock:ListAgentActionGroups', (options) =>
          client.listAgentActionGroups({ ...asked, maxResults: 1000, nextToken }, options),
        ),
      (page) => page.actionGroupSummaries,
    );
    return inParallel(summaries, AT_ONCE, (summary) =>
      readActionGroup(context, client, { asked, summary }),
    );
  });
}

async function readActionGroup(
  { call, part }: CollectContext,
  client: BedrockAgent,
  { asked, summary }: { readonly asked: Asked; readonly summary: ActionGroupSummary },
): Promise<ActionGroup> {
  const actionGroupId = text(summary.actionGroupId, 'actionGroupSummaries.actionGroupId');
  const executor = await part('bedrock:GetAgentActionGroup', async () => {
    const answer = await call('bedrock:GetAgentActionGroup', (options) =>
      client.getAgentActionGroup({ ...asked, actionGroupId }, options),
    );
    return toExecutor(required(answer.agentActionGroup, 'agentActionGroup'));
  });
  return {
    actionGroupId,
    actionGroupName: summary.actionGroupName ?? actionGroupId,
    actionGroupState: summary.actionGroupState ?? 'UNKNOWN',
    executor,
  };
}

/** A function, the caller or one of AWS's own actions. */
export function toExecutor(detail: AgentActionGroup): ActionGroupExecutor {
  return {
    lambdaArn: detail.actionGroupExecutor?.lambda ?? null,
    returnsControl: detail.actionGroupExecutor?.customControl === 'RETURN_CONTROL',
    parentActionSignature: detail.parentActionSignature ?? null,
  };
}

function nobody(): Promise<Part<readonly AgentCollaborator[]>> {
  return Promise.resolve({ read: true, value: [] });
}

function readCollaborators(
  { call, part }: CollectContext,
  client: BedrockAgent,
  asked: Asked,
): Promise<Part<readonly AgentCollaborator[]>> {
  return part('bedrock:ListAgentCollaborators', async () => {
    const summaries = await allItems(
      (nextToken) =>
        call('bedrock:ListAgentCollaborators', (options) =>
          client.listAgentCollaborators({ ...asked, maxResults: 1000, nextToken }, options),
        ),
      (page) => page.agentCollaboratorSummaries,
    );
    return summaries.map(({ collaboratorName, collaboratorId, agentDescriptor }) => ({
      collaboratorName: collaboratorName ?? text(collaboratorId, 'collaboratorId'),
      aliasArn: agentDescriptor?.aliasArn ?? null,
    }));
  });
}

function readKnowledgeBases(
  { call, part }: CollectContext,
  client: BedrockAgent,
  asked: Asked,
): Promise<Part<readonly AgentKnowledgeBase[]>> {
  return part('bedrock:ListAgentKnowledgeBases', async () => {
    const summaries = await allItems(
      (nextToken) =>
        call('bedrock:ListAgentKnowledgeBases', (options) =>
          client.listAgentKnowledgeBases({ ...asked, maxResults: 1000, nextToken }, options),
        ),
      (page) => page.agentKnowledgeBaseSummaries,
    );
    return summaries.map(({ knowledgeBaseId, knowledgeBaseState }) => ({
      knowledgeBaseId: text(knowledgeBaseId, 'knowledgeBaseId'),
      knowledgeBaseState: knowledgeBaseState ?? 'UNKNOWN',
    }));
  });
}
