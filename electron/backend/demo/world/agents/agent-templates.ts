import type {
  ActionGroup,
  ActionGroupExecutor,
  Agent,
  AgentAlias,
  AgentSettings,
  AgentVersion,
  GuardrailReference,
} from '../../../../../shared/model/dataset.ts';
import { guardrailArnOf } from '../guardrails/guardrail-ids.ts';
import { known } from './known.ts';
import { bedrockArn, type Place, tenCharacterId } from './names.ts';

/** The alias by which the console tests the DRAFT of an agent or flow. */
export const TEST_ALIAS_ID = 'TSTALIASID';

/** One version of an agent as its story tells it; what is left out is AWS's default. */
export interface VersionPlan {
  readonly settings?: Partial<AgentSettings>;
  readonly actionGroups?: readonly ActionGroup[];
  readonly collaborators?: readonly { readonly name: string; readonly aliasArn: string }[];
  readonly knowledgeBaseIds?: readonly string[];
}

/** An agent as its story tells it. */
export interface AgentPlan {
  readonly place: Place;
  readonly name: string;
  readonly roleArn: string;
  readonly foundationModel: string;
  readonly updatedAt: Agent['updatedAt'];
  readonly draft: VersionPlan;
  /** The versions that aliases route to, by number. */
  readonly versions: Readonly<Record<string, VersionPlan>>;
  /** The versions of an alias by its name; the test alias is added. */
  readonly aliases: Readonly<Record<string, readonly string[]>>;
}

const TEST_ALIAS: AgentAlias = {
  agentAliasId: TEST_ALIAS_ID,
  agentAliasName: 'AgentTestAlias',
  agentAliasStatus: 'PREPARED',
  aliasInvocationState: 'ACCEPT_INVOCATIONS',
  agentVersions: ['DRAFT'],
};

/** The id of an agent of this world. */
export function agentId(place: Place, name: string): string {
  return tenCharacterId('agent', place, name);
}

/** The ARN of an alias of an agent, by their names. */
export function agentAliasArn(place: Place, agent: string, alias: string): string {
  return bedrockArn(place, `agent-alias/${agentId(place, agent)}/${aliasId(place, agent, alias)}`);
}

/** The agent that AWS would tell of. */
export function agentOf(plan: AgentPlan): Agent {
  const { place, name, draft, versions } = plan;
  const aliases = Object.entries(plan.aliases).map(([alias, agentVersions]) => ({
    agentAliasId: aliasId(place, name, alias),
    agentAliasName: alias,
    agentAliasStatus: 'PREPARED',
    aliasInvocationState: 'ACCEPT_INVOCATIONS',
    agentVersions,
  }));
  return {
    agentId: agentId(place, name),
    agentName: name,
    agentStatus: 'PREPARED',
    updatedAt: plan.updatedAt,
    aliases: known([...aliases, TEST_ALIAS]),
    versions: [
      versionOf(plan, 'DRAFT', draft),
      ...Object.entries(versions).map(([number, version]) => versionOf(plan, number, version)),
    ],
  };
}

function versionOf(plan: AgentPlan, agentVersion: string, version: VersionPlan): AgentVersion {
  const { collaborators = [], knowledgeBaseIds = [], actionGroups = [] } = version;
  return {
    agentVersion,
    settings: known(settingsOf(plan, agentVersion, version)),
    actionGroups: known(actionGroups),
    collaborators: known(
      collaborators.map(({ name, aliasArn }) => ({ collaboratorName: name, aliasArn })),
    ),
    knowledgeBases: known(
      knowledgeBaseIds.map((knowledgeBaseId) => ({
        knowledgeBaseId,
        knowledgeBaseState: 'ENABLED',
      })),
    ),
  };
}

function settingsOf(plan: AgentPlan, agentVersion: string, version: VersionPlan): AgentSettings {
  return {
    agentArn: bedrockArn(plan.place, `agent/${agentId(plan.place, plan.name)}`),
    foundationModel: plan.foundationModel,
    agentResourceRoleArn: plan.roleArn,
    customerEncryptionKeyArn: null,
    idleSessionTTLInSeconds: 600,
    guardrail: null,
    memory: null,
    agentCollaboration: 'DISABLED',
    orchestrationType: agentVersion === 'DRAFT' ? 'DEFAULT' : null,
    orchestrationLambdaArn: null,
    overrideLambdaArn: null,
    ...version.settings,
  };
}

/** A guardrail of this world, as agents and flows name it. */
export function guardedBy(place: Place, name: string, version: string): GuardrailReference {
  const guardrailIdentifier = guardrailArnOf(place.accountId, place.region, name);
  return { guardrailIdentifier, guardrailVersion: version };
}

/** An action group that a function runs. */
export function runBy(name: string, lambdaArn: string, state = 'ENABLED'): ActionGroup {
  return actionGroup(name, state, { ...NOBODY, lambdaArn });
}

/** An action group that the caller of the agent runs. */
export function runByCaller(name: string): ActionGroup {
  return actionGroup(name, 'ENABLED', { ...NOBODY, returnsControl: true });
}

/** One of AWS's own action groups. */
export function builtIn(name: string, parentActionSignature: string): ActionGroup {
  return actionGroup(name, 'ENABLED', { ...NOBODY, parentActionSignature });
}

const NOBODY: ActionGroupExecutor = {
  lambdaArn: null,
  returnsControl: false,
  parentActionSignature: null,
};

function actionGroup(name: string, state: string, executor: ActionGroupExecutor): ActionGroup {
  return {
    actionGroupId: tenCharacterId('action-group', { accountId: '', region: '' }, name),
    actionGroupName: name,
    actionGroupState: state,
    executor: known(executor),
  };
}

function aliasId(place: Place, agent: string, alias: string): string {
  return tenCharacterId('agent-alias', place, `${agent}/${alias}`);
}
