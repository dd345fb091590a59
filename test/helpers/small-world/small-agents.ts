import type { World } from '../../../electron/backend/demo/world/world.ts';

/** The small world has no agents and nothing of AgentCore. */
export const smallAgents = {
  agents: () => [],
  knowledgeBases: () => [],
  flows: () => [],
  prompts: () => [],
  agentResourcePolicies: () => [],
  agentCoreRuntimes: () => [],
  agentCoreGateways: () => [],
  agentCorePolicyEngines: () => [],
  agentCoreMemories: () => [],
  agentCoreBrowsers: () => [],
  agentCoreCodeInterpreters: () => [],
  agentCoreIdentities: () => [],
} satisfies Partial<World>;
