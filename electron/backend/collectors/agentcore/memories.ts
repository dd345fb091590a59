import type {
  BedrockAgentCoreControl,
  Memory,
  MemorySummary,
} from '@aws-sdk/client-bedrock-agentcore-control';
import type { AgentCoreMemory, MemorySettings } from '../../../../shared/model/dataset.ts';
import { allItems } from '../../aws/all-items.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import { instant, list, required, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';

const AT_ONCE = 4;

/** Every memory of a Region. Read without decryption: no permission on its KMS key is needed. */
export const memories: Collector<'agentcore-memories'> = {
  dataset: 'agentcore-memories',
  title: 'AgentCore memories',
  scope: 'region',
  iamActions: ['bedrock-agentcore:ListMemories', 'bedrock-agentcore:GetMemory'],
  collect: async (context) => {
    const client = await context.clients.agentCore(context.region);
    const summaries = await allItems(
      (nextToken) =>
        context.call('bedrock-agentcore:ListMemories', (options) =>
          client.listMemories({ maxResults: 100, nextToken }, options),
        ),
      (page) => page.memories,
    );
    return inParallel(summaries, AT_ONCE, (summary) => readMemory(context, client, summary));
  },
};

async function readMemory(
  { call, part }: CollectContext,
  client: BedrockAgentCoreControl,
  summary: MemorySummary,
): Promise<AgentCoreMemory> {
  const memoryId = text(summary.id, 'memories.id');
  const settings = await part('bedrock-agentcore:GetMemory', async () => {
    const answer = await call('bedrock-agentcore:GetMemory', (options) =>
      client.getMemory({ memoryId, view: 'without_decryption' }, options),
    );
    return toMemorySettings(required(answer.memory, 'memory'));
  });
  return {
    memoryId,
    memoryArn: text(summary.arn, 'memories.arn'),
    status: summary.status ?? 'UNKNOWN',
    updatedAt: instant(summary.updatedAt),
    settings,
  };
}

/** How a memory is set up. */
export function toMemorySettings(memory: Memory): MemorySettings {
  return {
    name: memory.name ?? text(memory.id, 'memory.id'),
    eventExpiryDuration: required(memory.eventExpiryDuration, 'memory.eventExpiryDuration'),
    encryptionKeyArn: memory.encryptionKeyArn ?? null,
    memoryExecutionRoleArn: memory.memoryExecutionRoleArn ?? null,
    strategies: list(memory.strategies).map(({ strategyId, name, type, status }) => ({
      strategyId: text(strategyId, 'memory.strategies.strategyId'),
      name: name ?? '',
      type: type ?? 'UNKNOWN',
      status: status ?? null,
    })),
  };
}
