import type {
  ActionGroup,
  Agent,
  AgentSettings,
  AgentVersion,
} from '../../../../../shared/model/dataset.ts';
import { knownValue } from '../../world/agents/known.ts';

const MADE = '2026-03-18T09:00:00Z';

/** An agent or a version of one, as far as their shapes agree. */
export function agentDetail(agent: Agent, settings: AgentSettings): object {
  const { guardrail, memory, overrideLambdaArn } = settings;
  return {
    agentId: agent.agentId,
    agentName: agent.agentName,
    agentArn: settings.agentArn,
    agentStatus: agent.agentStatus,
    instruction: `You are ${agent.agentName}. Help with what you were made for, and nothing else.`,
    foundationModel: settings.foundationModel ?? undefined,
    idleSessionTTLInSeconds: settings.idleSessionTTLInSeconds ?? undefined,
    agentResourceRoleArn: settings.agentResourceRoleArn ?? undefined,
    customerEncryptionKeyArn: settings.customerEncryptionKeyArn ?? undefined,
    createdAt: MADE,
    updatedAt: agent.updatedAt ?? MADE,
    guardrailConfiguration: guardrail ?? undefined,
    memoryConfiguration: memory === null ? undefined : memoryConfiguration(memory),
    agentCollaboration: settings.agentCollaboration,
    promptOverrideConfiguration:
      overrideLambdaArn === null
        ? undefined
        : { promptConfigurations: [parsedPrompt()], overrideLambda: overrideLambdaArn },
  };
}

/** What only the DRAFT tells. */
export function draftDetail(agent: Agent, settings: AgentSettings): object {
  const { orchestrationLambdaArn: lambda } = settings;
  return {
    ...agentDetail(agent, settings),
    agentVersion: 'DRAFT',
    preparedAt: agent.updatedAt ?? MADE,
    orchestrationType: settings.orchestrationType ?? undefined,
    customOrchestration: lambda === null ? undefined : { executor: { lambda } },
  };
}

/** An action group; exactly one of function, caller and signature is there. */
export function actionGroupDetail(agent: Agent, version: AgentVersion, group: ActionGroup): object {
  const { lambdaArn, returnsControl, parentActionSignature } = knownValue(group.executor);
  return {
    agentId: agent.agentId,
    agentVersion: version.agentVersion,
    actionGroupId: group.actionGroupId,
    actionGroupName: group.actionGroupName,
    actionGroupState: group.actionGroupState,
    createdAt: MADE,
    updatedAt: agent.updatedAt ?? MADE,
    parentActionSignature: parentActionSignature ?? undefined,
    actionGroupExecutor: executor(lambdaArn, returnsControl),
    functionSchema: parentActionSignature === null ? functionSchema(group) : undefined,
  };
}

function executor(lambda: string | null, returnsControl: boolean): object | undefined {
  if (lambda !== null) return { lambda };
  return returnsControl ? { customControl: 'RETURN_CONTROL' } : undefined;
}

function functionSchema({ actionGroupName }: ActionGroup): object {
  const parameter = { type: 'string', description: 'What it is about.', required: true };
  const name = actionGroupName.replaceAll('-', '_');
  const description = `Does ${actionGroupName}.`;
  return {
    functions: [
      { name, description, parameters: { subject: parameter }, requireConfirmation: 'DISABLED' },
    ],
  };
}

function memoryConfiguration(memory: NonNullable<AgentSettings['memory']>): object {
  const { enabledMemoryTypes, storageDays, maxRecentSessions } = memory;
  return {
    enabledMemoryTypes,
    storageDays: storageDays ?? undefined,
    sessionSummaryConfiguration: maxRecentSessions === null ? undefined : { maxRecentSessions },
  };
}

function parsedPrompt(): object {
  return {
    promptType: 'ORCHESTRATION',
    promptCreationMode: 'DEFAULT',
    promptState: 'ENABLED',
    parserMode: 'OVERRIDDEN',
  };
}
