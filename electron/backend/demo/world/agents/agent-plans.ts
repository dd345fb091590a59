import {
  type AgentPlan,
  agentAliasArn,
  builtIn,
  guardedBy,
  runBy,
  runByCaller,
} from './agent-templates.ts';

import { AGENT_KEYS, FUNCTIONS, knowledgeBaseId, PLACE } from './names.ts';
import { serviceRoleArn } from './roles.ts';

const SONNET = 'us.anthropic.claude-sonnet-5-5';
const ORDERS_ROLE = serviceRoleArn(
  PLACE.shop.accountId,
  'AmazonBedrockExecutionRoleForAgents_orders',
);

const CONCIERGE = {
  settings: {
    customerEncryptionKeyArn: AGENT_KEYS.shop,
    guardrail: guardedBy(PLACE.shop, 'storefront', '3'),
    memory: { enabledMemoryTypes: ['SESSION_SUMMARY'], storageDays: 30, maxRecentSessions: 20 },
    agentCollaboration: 'SUPERVISOR',
  },
  actionGroups: [
    runBy('orders', FUNCTIONS.conciergeOrders),
    builtIn('ask-back', 'AMAZON.UserInput'),
  ],
  collaborators: [
    { name: 'returns', aliasArn: agentAliasArn(PLACE.shop, 'returns-helper', 'live') },
  ],
  knowledgeBaseIds: [knowledgeBaseId(PLACE.shop, 'catalog')],
};

const REFUNDS = [
  runBy('refunds', FUNCTIONS.refundExecutor),
  runByCaller('approve-refund'),
  runBy('old-refunds', FUNCTIONS.refundExecutor, 'DISABLED'),
];

/** The agents of the storefront: one as it should be, one guarded only where nobody calls it. */
const SHOP: readonly AgentPlan[] = [
  {
    place: PLACE.shop,
    name: 'storefront-concierge',
    roleArn: serviceRoleArn(PLACE.shop.accountId, 'AmazonBedrockExecutionRoleForAgents_concierge'),
    foundationModel: SONNET,
    updatedAt: '2026-10-30T08:15:00Z',
    draft: CONCIERGE,
    versions: { 3: CONCIERGE, 4: CONCIERGE },
    aliases: { live: ['4'], previous: ['3'] },
  },
  {
    place: PLACE.shop,
    name: 'returns-helper',
    roleArn: ORDERS_ROLE,
    foundationModel: SONNET,
    updatedAt: '2026-09-21T15:42:00Z',
    draft: {
      settings: {
        guardrail: guardedBy(PLACE.shop, 'storefront', '3'),
        idleSessionTTLInSeconds: 3600,
      },
      actionGroups: REFUNDS,
    },
    versions: { 1: { settings: { idleSessionTTLInSeconds: 3600 }, actionGroups: REFUNDS } },
    aliases: { live: ['1'] },
  },
  {
    place: PLACE.shop,
    name: 'order-status',
    roleArn: ORDERS_ROLE,
    foundationModel: 'us.amazon.nova-pro-v1:0',
    updatedAt: '2026-08-05T11:03:00Z',
    draft: { settings: { guardrail: guardedBy(PLACE.shop, 'internal-tools', 'DRAFT') } },
    versions: {
      2: {
        settings: {
          guardrail: guardedBy(PLACE.shop, 'internal-tools', 'DRAFT'),
          idleSessionTTLInSeconds: 5400,
          memory: {
            enabledMemoryTypes: ['SESSION_SUMMARY'],
            storageDays: 365,
            maxRecentSessions: 20,
          },
        },
        actionGroups: [runBy('lookup', FUNCTIONS.orderLookup)],
        knowledgeBaseIds: [knowledgeBaseId(PLACE.shop, 'order-history')],
      },
    },
    aliases: { live: ['2'] },
  },
];

const SUPPORT: readonly AgentPlan[] = [
  {
    place: PLACE.support,
    name: 'ticket-router',
    roleArn: serviceRoleArn(PLACE.support.accountId, 'AmazonBedrockExecutionRoleForAgents_tickets'),
    foundationModel: 'eu.anthropic.claude-haiku-5-5',
    updatedAt: '2026-10-12T07:20:00Z',
    draft: {
      settings: {
        customerEncryptionKeyArn: AGENT_KEYS.support,
        guardrail: guardedBy(PLACE.support, 'support', '1'),
      },
      actionGroups: [runBy('tickets', FUNCTIONS.ticketActions)],
    },
    versions: {
      1: {
        settings: {
          customerEncryptionKeyArn: AGENT_KEYS.support,
          guardrail: guardedBy(PLACE.support, 'support', '1'),
        },
        actionGroups: [runBy('tickets', FUNCTIONS.ticketActions)],
        knowledgeBaseIds: [knowledgeBaseId(PLACE.support, 'runbooks')],
      },
    },
    aliases: { live: ['1'] },
  },
  {
    place: PLACE.support,
    name: 'mail-drafter',
    roleArn: serviceRoleArn(PLACE.support.accountId, 'AmazonBedrockExecutionRoleForAgents_mail'),
    foundationModel: 'eu.anthropic.claude-haiku-5-5',
    updatedAt: '2026-07-02T13:55:00Z',
    draft: {},
    versions: { 1: { actionGroups: [runByCaller('send-mail')] } },
    aliases: { live: ['1'] },
  },
];

/** Orchestrated by a function of its own, and asked through its DRAFT only. */
const SCIENCE: readonly AgentPlan[] = [
  {
    place: PLACE.science,
    name: 'research-assistant',
    roleArn: serviceRoleArn(PLACE.science.accountId, 'research-agent'),
    foundationModel: 'us.anthropic.claude-opus-5-5',
    updatedAt: '2026-11-11T18:30:00Z',
    draft: {
      settings: {
        orchestrationType: 'CUSTOM_ORCHESTRATION',
        orchestrationLambdaArn: FUNCTIONS.researchOrchestrator,
        overrideLambdaArn: FUNCTIONS.researchTools,
        idleSessionTTLInSeconds: 3600,
      },
      actionGroups: [
        runBy('tools', FUNCTIONS.researchTools),
        builtIn('run-code', 'AMAZON.CodeInterpreter'),
      ],
      knowledgeBaseIds: [knowledgeBaseId(PLACE.science, 'papers')],
    },
    versions: {},
    aliases: {},
  },
];

/** Every agent of this world. */
export const AGENT_PLANS: readonly AgentPlan[] = [...SHOP, ...SUPPORT, ...SCIENCE];

/** The agent whose alias this is; undefined where no agent has it. */
export function agentOfAlias(aliasArn: string): AgentPlan | undefined {
  return BY_ALIAS.get(aliasArn);
}

const BY_ALIAS: ReadonlyMap<string, AgentPlan> = new Map(
  AGENT_PLANS.flatMap((plan) =>
    Object.keys(plan.aliases).map((alias) => [agentAliasArn(plan.place, plan.name, alias), plan]),
  ),
);
