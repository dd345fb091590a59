import type { Agent, AgentSettings, DatasetReading, Part } from '../../../shared/model/dataset.ts';
import { REGION, reading } from './builders.ts';
import { roleArn } from './identity-builders.ts';

/** An agent with one version that works as a role. */
export function agent(name: string, roleName: string | null, version = 'DRAFT'): Agent {
  const arn = roleName === null ? null : roleArn(roleName);
  return agentWith(name, { read: true, value: agentSettings(arn) }, version);
}

/** An agent whose only version has these settings. */
export function agentWith(name: string, settings: Part<AgentSettings>, version = 'DRAFT'): Agent {
  const none = { read: true, value: [] } as const;
  const parts = { actionGroups: none, collaborators: none, knowledgeBases: none };
  return {
    agentId: name.toUpperCase(),
    agentName: name,
    agentStatus: 'PREPARED',
    updatedAt: null,
    aliases: none,
    versions: [{ agentVersion: version, settings, ...parts }],
  };
}

export function agents(...items: readonly Agent[]): DatasetReading {
  return reading('agents', items);
}

function agentSettings(agentResourceRoleArn: string | null): AgentSettings {
  return {
    agentArn: `arn:aws:bedrock:${REGION}:111122223333:agent/A`,
    foundationModel: null,
    agentResourceRoleArn,
    customerEncryptionKeyArn: null,
    idleSessionTTLInSeconds: null,
    guardrail: null,
    memory: null,
    agentCollaboration: 'DISABLED',
    orchestrationType: null,
    orchestrationLambdaArn: null,
    overrideLambdaArn: null,
  };
}
