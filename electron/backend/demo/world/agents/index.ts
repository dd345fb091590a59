import type {
  Agent,
  AgentResourcePolicy,
  Flow,
  KnowledgeBase,
  Prompt,
} from '../../../../../shared/model/dataset.ts';
import { AGENT_PLANS } from './agent-plans.ts';
import { agentOf } from './agent-templates.ts';
import { FLOW_PLANS } from './flow-plans.ts';
import { flowOf } from './flow-templates.ts';
import { KNOWLEDGE_PLANS } from './knowledge-plans.ts';
import { knowledgeBaseOf } from './knowledge-templates.ts';
import { known } from './known.ts';
import type { Place } from './names.ts';
import { knowledgeBaseArn } from './names.ts';
import { PROMPT_PLANS, promptOf } from './prompt-plans.ts';

/** Agents of an account and Region, and what they are made of; every part of them is known. */
export interface AgentsWorld {
  agents(accountId: string, region: string): readonly Agent[];
  knowledgeBases(accountId: string, region: string): readonly KnowledgeBase[];
  flows(accountId: string, region: string): readonly Flow[];
  prompts(accountId: string, region: string): readonly Prompt[];
  /** One entry for each knowledge base. */
  agentResourcePolicies(accountId: string, region: string): readonly AgentResourcePolicy[];
}

/**
 * The agents of this world. Guarded on every version that is called: `storefront-concierge` and
 * `ticket-router`; guarded on the DRAFT alone: `returns-helper`; by the DRAFT of a guardrail:
 * `order-status`, which shares its role with it; by none: `mail-drafter`, `research-assistant`.
 */
export function createAgentsWorld(nowMs: number): AgentsWorld {
  return {
    agents: (...at) => AGENT_PLANS.filter(isIn(...at)).map(agentOf),
    knowledgeBases: (...at) =>
      KNOWLEDGE_PLANS.filter(isIn(...at)).map((plan) => knowledgeBaseOf(plan, nowMs)),
    flows: (...at) => FLOW_PLANS.filter(isIn(...at)).map(flowOf),
    prompts: (...at) => PROMPT_PLANS.filter(isIn(...at)).map(promptOf),
    agentResourcePolicies: (...at) => KNOWLEDGE_PLANS.filter(isIn(...at)).map(policyOf),
  };
}

function isIn(accountId: string, region: string) {
  return ({ place }: { readonly place: Place }) =>
    place.accountId === accountId && place.region === region;
}

function policyOf({ place, name, sharedWith }: (typeof KNOWLEDGE_PLANS)[number]) {
  const document = { Version: '2012-10-17', Statement: [sharedWith] };
  return {
    resourceArn: knowledgeBaseArn(place, name),
    resourceName: name,
    policy: known(sharedWith === undefined ? null : JSON.stringify(document)),
  };
}
