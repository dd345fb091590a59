import { agentAliasArn, guardedBy } from './agent-templates.ts';
import { type FlowPlan, node } from './flow-templates.ts';

import { AGENT_KEYS, DOCUMENT_BUCKETS, FUNCTIONS, knowledgeBaseId, PLACE } from './names.ts';
import { promptArn } from './prompt-plans.ts';
import { serviceRoleArn } from './roles.ts';

const { shop, support, sandbox } = PLACE;
const GUARD = guardedBy(shop, 'storefront', '3');
const SHOP_ROLE = serviceRoleArn(shop.accountId, 'AmazonBedrockExecutionRoleForFlows_orders');
const START = node('Input', 'start');
const END = node('Output', 'end');

const INTAKE = [
  START,
  node('Prompt', 'classify', { modelId: 'us.anthropic.claude-haiku-5-5', guardrail: GUARD }),
  node('Condition', 'is-order'),
  node('LambdaFunction', 'look-up', { lambdaArn: FUNCTIONS.orderLookup }),
  node('KnowledgeBase', 'policies', {
    knowledgeBaseId: knowledgeBaseId(shop, 'catalog'),
    modelId: 'us.anthropic.claude-haiku-5-5',
    guardrail: GUARD,
  }),
  node('Agent', 'concierge', {
    agentAliasArn: agentAliasArn(shop, 'storefront-concierge', 'live'),
  }),
  node('Storage', 'keep', { bucketName: DOCUMENT_BUCKETS.orderExports }),
  END,
];

/** Asks again inside a loop, unguarded; one of its inputs was never connected. */
const APPROVAL = [
  START,
  node('Retrieval', 'load', { bucketName: DOCUMENT_BUCKETS.orderExports }),
  node('Loop', 'retry'),
  node('LoopInput', 'retry/again'),
  node('Prompt', 'retry/ask', { promptArn: promptArn(shop, 'refund-question') }),
  node('LoopController', 'retry/enough'),
  node('Lex', 'ask-customer', {
    lexBotAliasArn: `arn:aws:lex:us-east-1:${shop.accountId}:bot-alias/RFNDBOT001/RFNDALIAS1`,
  }),
  END,
];

const TRIAGE = [
  START,
  node('Prompt', 'sort', { modelId: 'eu.anthropic.claude-haiku-5-5' }),
  node('KnowledgeBase', 'answer', {
    knowledgeBaseId: knowledgeBaseId(support, 'runbooks'),
    modelId: 'eu.anthropic.claude-haiku-5-5',
  }),
  node('InlineCode', 'format'),
  END,
];

/** Every flow of this world. */
export const FLOW_PLANS: readonly FlowPlan[] = [
  {
    place: shop,
    name: 'order-intake',
    status: 'Prepared',
    settings: { executionRoleArn: SHOP_ROLE, customerEncryptionKeyArn: AGENT_KEYS.shop },
    draft: INTAKE,
    versions: { 2: INTAKE },
    aliases: { live: ['2'] },
  },
  {
    place: shop,
    name: 'refund-approval',
    status: 'NotPrepared',
    settings: {
      executionRoleArn: SHOP_ROLE,
      validations: [
        {
          severity: 'Error',
          type: 'MissingNodeInput',
          message: 'The node ask-customer is missing the input document.',
        },
        {
          severity: 'Warning',
          type: 'UnreachableNode',
          message: 'The node load is not reachable from an input node.',
        },
      ],
    },
    draft: APPROVAL,
    versions: {},
    aliases: {},
  },
  {
    place: support,
    name: 'mail-triage',
    status: 'Prepared',
    settings: {
      executionRoleArn: serviceRoleArn(
        support.accountId,
        'AmazonBedrockExecutionRoleForFlows_triage',
      ),
    },
    draft: TRIAGE,
    versions: { 1: TRIAGE.filter(({ type }) => type !== 'InlineCode') },
    aliases: { live: ['1'], beta: ['DRAFT'] },
  },
  {
    place: sandbox,
    name: 'hackathon-pitch',
    status: 'Prepared',
    settings: {
      executionRoleArn: serviceRoleArn(
        sandbox.accountId,
        'AmazonBedrockExecutionRoleForFlows_hackathon',
      ),
    },
    draft: [START, node('Prompt', 'pitch', { modelId: 'us.amazon.nova-pro-v1:0' }), END],
    versions: {},
    aliases: {},
  },
];
