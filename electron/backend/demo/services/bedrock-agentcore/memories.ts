import type { AgentCoreMemory, MemoryStrategy } from '../../../../../shared/model/dataset.ts';
import { msOfInstant } from '../../../../../shared/model/period.ts';
import type { Call, Operation } from '../../service.ts';
import { knownValue } from '../../world/agents/known.ts';
import { agentCorePage, agentCoreResource, itemOf, MADE_SECONDS } from './resources.ts';

/** Memories, whose times are seconds since the epoch. */
export const memoryOperations: Readonly<Record<string, Operation>> = {
  ListMemories: {
    http: 'POST /memories/',
    action: 'bedrock-agentcore:ListMemories',
    run: listMemories,
  },
  GetMemory: {
    http: 'GET /memories/{memoryId}/details',
    action: 'bedrock-agentcore:GetMemory',
    resource: agentCoreResource('memory', 'memoryId'),
    run: getMemory,
  },
};

function memoriesOf(call: Call): readonly AgentCoreMemory[] {
  return call.world.agentCoreMemories(call.identity.accountId, call.region);
}

function listMemories(call: Call): object {
  const page = agentCorePage(call, memoriesOf(call), 100);
  return { memories: page.items.map(heading), nextToken: page.next };
}

function heading({ memoryArn, memoryId, status, updatedAt }: AgentCoreMemory): object {
  return {
    arn: memoryArn,
    id: memoryId,
    status,
    createdAt: MADE_SECONDS,
    updatedAt: updatedAt === null ? MADE_SECONDS : msOfInstant(updatedAt) / 1000,
  };
}

/** Strategies' own prompts are left out, as AWS leaves them out of a view without decryption. */
function getMemory(call: Call): object {
  const memory = itemOf(call, 'memoryId', (id) =>
    memoriesOf(call).find(({ memoryId }) => memoryId === id),
  );
  const settings = knownValue(memory.settings);
  return {
    memory: {
      ...heading(memory),
      name: settings.name,
      eventExpiryDuration: settings.eventExpiryDuration,
      encryptionKeyArn: settings.encryptionKeyArn ?? undefined,
      memoryExecutionRoleArn: settings.memoryExecutionRoleArn ?? undefined,
      strategies: settings.strategies.map(strategy),
    },
  };
}

function strategy({ strategyId, name, type, status }: MemoryStrategy): object {
  const namespaces = [`/${name}/{actorId}`];
  const made = { createdAt: MADE_SECONDS, updatedAt: MADE_SECONDS };
  return {
    strategyId,
    name,
    type,
    status: status ?? undefined,
    namespaces,
    namespaceTemplates: namespaces,
    ...made,
  };
}
