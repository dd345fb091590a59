import type {
  AgentVersion as AgentVersionDetail,
  Agent as DraftAgent,
  GuardrailConfiguration,
  MemoryConfiguration,
} from '@aws-sdk/client-bedrock-agent';
import type {
  AgentMemory,
  AgentSettings,
  GuardrailReference,
} from '../../../../shared/model/dataset.ts';
import { list, text } from '../../aws/required.ts';

type Orchestrated = Pick<DraftAgent, 'orchestrationType' | 'customOrchestration'>;

/** The settings of the DRAFT, of which alone AWS says who orchestrates, or of a version. */
export function toAgentSettings(
  detail: (DraftAgent | AgentVersionDetail) & Partial<Orchestrated>,
): AgentSettings {
  return {
    agentArn: text(detail.agentArn, 'agentArn'),
    foundationModel: detail.foundationModel ?? null,
    agentResourceRoleArn: detail.agentResourceRoleArn ?? null,
    customerEncryptionKeyArn: detail.customerEncryptionKeyArn ?? null,
    idleSessionTTLInSeconds: detail.idleSessionTTLInSeconds ?? null,
    guardrail: toGuardrailReference(detail.guardrailConfiguration),
    memory: toMemory(detail.memoryConfiguration),
    agentCollaboration: detail.agentCollaboration ?? 'DISABLED',
    orchestrationType: detail.orchestrationType ?? null,
    orchestrationLambdaArn: detail.customOrchestration?.executor?.lambda ?? null,
    overrideLambdaArn: detail.promptOverrideConfiguration?.overrideLambda ?? null,
  };
}

/** A guardrail that is named; AWS answers an empty configuration where it was taken off. */
export function toGuardrailReference(
  configuration: GuardrailConfiguration | undefined,
): GuardrailReference | null {
  const guardrailIdentifier = configuration?.guardrailIdentifier ?? '';
  if (guardrailIdentifier === '') return null;
  return { guardrailIdentifier, guardrailVersion: configuration?.guardrailVersion ?? 'DRAFT' };
}

/** Memory that is switched on; a configuration without a type remembers nothing. */
function toMemory(configuration: MemoryConfiguration | undefined): AgentMemory | null {
  const enabledMemoryTypes = list(configuration?.enabledMemoryTypes);
  if (enabledMemoryTypes.length === 0) return null;
  return {
    enabledMemoryTypes,
    storageDays: configuration?.storageDays ?? null,
    maxRecentSessions: configuration?.sessionSummaryConfiguration?.maxRecentSessions ?? null,
  };
}
