import type { AgentDatasets } from '../../../../shared/model/dataset.ts';
import type { CollectorsOf } from '../collector.ts';
import { agentResourcePolicies } from './agent-resource-policies.ts';
import { agents } from './agents.ts';
import { flows } from './flows.ts';
import { knowledgeBases } from './knowledge-bases.ts';
import { prompts } from './prompts.ts';

/** Agents, and what they are made of. */
export const agentCollectors: CollectorsOf<AgentDatasets> = {
  agents,
  'knowledge-bases': knowledgeBases,
  flows,
  prompts,
  'agent-resource-policies': agentResourcePolicies,
};
