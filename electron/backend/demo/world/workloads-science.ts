import { EVALUATION_PROFILE } from './inference-profiles.ts';
import { ACCOUNT } from './organization.ts';
import type { Workload } from './workload.ts';

const US_EAST = { accountId: ACCOUNT.dataScience, region: 'us-east-1' };
const US_WEST = { accountId: ACCOUNT.dataScience, region: 'us-west-2' };
const WEEK = [0, 1, 2, 3, 4];

/** What data-science calls: research agents, evaluations, notebooks, and tools with API keys. */
export const SCIENCE_WORKLOADS: readonly Workload[] = [
  {
    ...US_EAST,
    id: 'research-agents',
    principal: 'agent-research',
    models: [
      ['global.anthropic.claude-opus-4-6-v1', 3],
      ['global.anthropic.claude-sonnet-5-5', 5],
      ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', 2],
    ],
    operations: [
      ['ConverseStream', 2],
      ['Converse', 1],
    ],
    perDay: 42,
    weekend: 0.35,
    rhythm: 'office-us',
    tokens: {
      input: 16_000,
      output: 8_500,
      cacheRead: 140_000,
      cacheWrite: 38_000,
      oneHourShare: 0.3,
    },
    metadata: { team: 'research', app: 'literature-agents' },
    errors: [['ThrottlingException', 0.03]],
  },
  {
    ...US_EAST,
    id: 'evaluations',
    principal: 'eval-harness',
    models: [
      ['us.openai.gpt-6.1-sol', 4],
      [EVALUATION_PROFILE.arn, 3],
      ['us.amazon.nova-premier-v1:0', 2],
      ['mistral.mistral-large-3-675b-instruct', 2],
      ['us.deepseek.v3.2', 2],
    ],
    operations: [['Converse', 1]],
    perDay: 30,
    weekend: 0.2,
    rhythm: 'steady',
    tokens: { input: 20_000, output: 3_200 },
    tiers: [
      ['default', 4],
      ['priority', 1],
    ],
    metadata: { team: 'research', app: 'evaluations' },
    errors: [
      ['ThrottlingException', 0.02],
      ['ServiceUnavailableException', 0.01],
    ],
  },
  {
    ...US_EAST,
    id: 'scientists',
    principal: 'DataScientist',
    models: [
      ['us.anthropic.claude-opus-4-6-v1', 3],
      ['us.anthropic.claude-sonnet-4-6', 4],
      ['us.meta.llama4-maverick-17b-instruct-v1:0', 1],
      ['xai.grok-4.3', 1],
      ['cohere.command-r-plus-v1:0', 1],
    ],
    operations: [
      ['ConverseStream', 2],
      ['InvokeModelWithResponseStream', 1],
    ],
    perDay: 34,
    weekend: 0.1,
    rhythm: 'office-us',
    tokens: { input: 10_000, output: 4_200, cacheRead: 60_000, cacheWrite: 16_000 },
    guardrail: { name: 'experiments', version: 'DRAFT', interventions: 0.01 },
    errors: [['ValidationException', 0.015]],
  },
  {
    ...US_EAST,
    id: 'labels',
    principal: 'labeling-pipeline',
    models: [
      ['openai.gpt-oss-120b-1:0', 3],
      ['openai.gpt-oss-20b-1:0', 2],
    ],
    operations: [
      ['Converse', 3],
      ['InvokeModel', 1],
    ],
    perDay: 20,
    weekend: 0.4,
    rhythm: 'steady',
    tokens: { input: 1_800, output: 240 },
    tiers: [
      ['flex', 4],
      ['default', 1],
    ],
  },
  {
    ...US_EAST,
    id: 'api-key-tool',
    principal: 'BedrockAPIKey-x7qk',
    models: [['us.anthropic.claude-haiku-4-5-20251001-v1:0', 1]],
    operations: [['ConverseStream', 1]],
    perDay: 9,
    weekend: 0.1,
    rhythm: 'office-us',
    tokens: { input: 2_600, output: 700 },
  },
  {
    ...US_WEST,
    id: 'notebooks',
    principal: 'SageMakerNotebooks',
    models: [
      ['meta.llama3-3-70b-instruct-v1:0', 3],
      ['qwen.qwen3-coder-480b-a35b-v1:0', 3],
      ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', 2],
    ],
    operations: [
      ['InvokeModel', 1],
      ['Converse', 2],
    ],
    perDay: 16,
    weekend: 0,
    rhythm: 'office-us',
    weekdays: WEEK,
    tokens: { input: 4_200, output: 1_100 },
    vpcEndpoint: true,
  },
  {
    ...US_WEST,
    id: 'feature-embeddings',
    principal: 'feature-embedder',
    models: [['amazon.titan-embed-text-v2:0', 1]],
    operations: [['InvokeModel', 1]],
    perDay: 12,
    weekend: 0,
    rhythm: 'night',
    weekdays: WEEK,
    tokens: { input: 700, output: 0 },
  },
  {
    ...US_WEST,
    id: 'api-key-notebook',
    principal: 'BedrockAPIKey-m2ph',
    models: [['openai.gpt-oss-120b-1:0', 1]],
    operations: [['Converse', 1]],
    perDay: 5,
    weekend: 0,
    rhythm: 'office-us',
    weekdays: WEEK,
    tokens: { input: 1_400, output: 420 },
  },
];
