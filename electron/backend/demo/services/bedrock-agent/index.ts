import type { Operation } from '../../service.ts';
import { agentVersionOperations } from './agent-versions.ts';
import { agentOperations } from './agents.ts';
import { flowOperations } from './flows.ts';
import { knowledgeBaseOperations } from './knowledge-bases.ts';
import { promptOperations } from './prompts.ts';

/** Agents for Amazon Bedrock at build time, which sign as Bedrock does. */
export const bedrockAgentOperations: Readonly<Record<string, Operation>> = {
  ...agentOperations,
  ...agentVersionOperations,
  ...knowledgeBaseOperations,
  ...flowOperations,
  ...promptOperations,
};
