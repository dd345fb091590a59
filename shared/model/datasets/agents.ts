import type { Instant } from '../period.ts';
import type { Part } from '../read-outcome.ts';
import type { Flow, GuardrailReference, Prompt } from './flows.ts';
import type { KnowledgeBase } from './knowledge-bases.ts';

export type * from './flows.ts';
export type * from './knowledge-bases.ts';

/** What an agent remembers across sessions. */
export interface AgentMemory {
  readonly enabledMemoryTypes: readonly string[];
  readonly storageDays: number | null;
  readonly maxRecentSessions: number | null;
}

/** How an agent is set up, in its DRAFT (`bedrock:GetAgent`) or a version (`bedrock:GetAgentVersion`). */
export interface AgentSettings {
  readonly agentArn: string;
  readonly foundationModel: string | null;
  readonly agentResourceRoleArn: string | null;
  /** The customer-managed key; null where AWS's own key encrypts. */
  readonly customerEncryptionKeyArn: string | null;
  /** Seconds. */
  readonly idleSessionTTLInSeconds: number | null;
  readonly guardrail: GuardrailReference | null;
  readonly memory: AgentMemory | null;
  /** `DISABLED | SUPERVISOR | SUPERVISOR_ROUTER`. */
  readonly agentCollaboration: string;
  /** `DEFAULT | CUSTOM_ORCHESTRATION`; null in a version, of which AWS does not say it. */
  readonly orchestrationType: string | null;
  readonly orchestrationLambdaArn: string | null;
  /** The function that parses the model's answers. */
  readonly overrideLambdaArn: string | null;
}

/** What runs an action group (`bedrock:GetAgentActionGroup`); all null and false for a built-in one. */
export interface ActionGroupExecutor {
  readonly lambdaArn: string | null;
  /** The caller of the agent runs the action itself. */
  readonly returnsControl: boolean;
  /** A built-in action: `AMAZON.UserInput`, `AMAZON.CodeInterpreter`. */
  readonly parentActionSignature: string | null;
}

/** An action group of one version of an agent (`bedrock:ListAgentActionGroups`). */
export interface ActionGroup {
  readonly actionGroupId: string;
  readonly actionGroupName: string;
  /** `ENABLED | DISABLED`. */
  readonly actionGroupState: string;
  readonly executor: Part<ActionGroupExecutor>;
}

/** Another agent that a supervisor may ask (`bedrock:ListAgentCollaborators`). */
export interface AgentCollaborator {
  readonly collaboratorName: string;
  readonly aliasArn: string | null;
}

/** A knowledge base that a version of an agent may ask (`bedrock:ListAgentKnowledgeBases`). */
export interface AgentKnowledgeBase {
  readonly knowledgeBaseId: string;
  /** `ENABLED | DISABLED`. */
  readonly knowledgeBaseState: string;
}

/** One version of an agent with all that it uses. */
export interface AgentVersion {
  /** `DRAFT` or a number. */
  readonly agentVersion: string;
  readonly settings: Part<AgentSettings>;
  readonly actionGroups: Part<readonly ActionGroup[]>;
  readonly collaborators: Part<readonly AgentCollaborator[]>;
  readonly knowledgeBases: Part<readonly AgentKnowledgeBase[]>;
}

/** A name under which an agent is invoked, and the versions it routes to (`bedrock:ListAgentAliases`). */
export interface AgentAlias {
  readonly agentAliasId: string;
  readonly agentAliasName: string;
  readonly agentAliasStatus: string;
  /** `ACCEPT_INVOCATIONS | REJECT_INVOCATIONS`. */
  readonly aliasInvocationState: string;
  readonly agentVersions: readonly string[];
}

/** An agent (`bedrock:ListAgents`): its DRAFT and every version that an alias routes to. */
export interface Agent {
  readonly agentId: string;
  readonly agentName: string;
  readonly agentStatus: string;
  readonly updatedAt: Instant | null;
  readonly aliases: Part<readonly AgentAlias[]>;
  readonly versions: readonly AgentVersion[];
}

/** Who else may use a knowledge base (`bedrock:GetResourcePolicy` of bedrock-agent). */
export interface AgentResourcePolicy {
  readonly resourceArn: string;
  readonly resourceName: string;
  /** The policy document; null where there is none. */
  readonly policy: Part<string | null>;
}

/** Agents, and what they are made of. */
export interface AgentDatasets {
  agents: Agent;
  'knowledge-bases': KnowledgeBase;
  flows: Flow;
  prompts: Prompt;
  'agent-resource-policies': AgentResourcePolicy;
}
