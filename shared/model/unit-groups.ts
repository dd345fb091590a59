/** What a unit is billed for: a model, or a part of Bedrock whatever the model. */
export type UnitSubject =
  | 'model'
  | 'agents'
  | 'agentcore'
  | 'count-tokens'
  | 'custom-model-import'
  | 'customization'
  | 'data-automation'
  | 'evaluation'
  | 'flows'
  | 'guardrails'
  | 'knowledge-bases'
  | 'web-grounding';

interface UnitGroup {
  readonly subject: UnitSubject;
  /** What one unit is. */
  readonly one: string;
  /** Whether parts of one are billed: hours and gigabytes are, tokens and images are not. */
  readonly parts: boolean;
  /** For how many of them prices are told, whatever a list states them for, so that they compare. */
  readonly pricedPer: 1 | 1_000 | 1_000_000;
  /** What people call each unit. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Every unit, by what one of it is; docs/prices.md lists them for people. */
export const UNIT_GROUPS = {
  tokens: {
    subject: 'model',
    one: 'one token',
    parts: false,
    pricedPer: 1_000_000,
    labels: {
      'input-tokens': 'Input tokens',
      'output-tokens': 'Output tokens',
      'reasoning-tokens': 'Reasoning tokens',
      'cache-read-tokens': 'Cache read tokens',
      'cache-write-tokens': 'Cache write tokens (time to live not reported)',
      'cache-write-5m-tokens': 'Cache write tokens, 5 minutes',
      'cache-write-30m-tokens': 'Cache write tokens, 30 minutes',
      'cache-write-1h-tokens': 'Cache write tokens, 1 hour',
      'image-input-tokens': 'Image input tokens',
      'audio-input-tokens': 'Audio input tokens',
      'audio-output-tokens': 'Audio output tokens',
      'training-tokens': 'Training tokens',
    },
  },
  images: {
    subject: 'model',
    one: 'one image',
    parts: false,
    pricedPer: 1,
    labels: {
      images: 'Images',
      'images-512-standard': 'Images up to 512 x 512, standard quality',
      'images-512-premium': 'Images up to 512 x 512, premium quality',
      'images-1024-standard': 'Images up to 1024 x 1024, standard quality',
      'images-1024-premium': 'Images up to 1024 x 1024, premium quality',
      'images-2048-standard': 'Images up to 2048 x 2048, standard quality',
      'images-2048-premium': 'Images up to 2048 x 2048, premium quality',
      'images-512-50-steps': 'Images up to 512 x 512, up to 50 steps',
      'images-512-max-steps': 'Images up to 512 x 512, over 50 steps',
      'images-1024-50-steps': 'Images up to 1024 x 1024, up to 50 steps',
      'images-1024-max-steps': 'Images up to 1024 x 1024, over 50 steps',
      'images-max-50-steps': 'Images over 512 x 512, up to 50 steps',
      'images-max-max-steps': 'Images over 512 x 512, over 50 steps',
      'input-images': 'Images read',
    },
  },
  seconds: {
    subject: 'model',
    one: 'one second',
    parts: true,
    pricedPer: 1,
    labels: {
      'video-seconds': 'Video made, seconds',
      'video-seconds-540p': 'Video made at 540p, seconds',
      'video-seconds-720p': 'Video made at 720p, seconds',
      'input-video-seconds': 'Video read, seconds',
      'input-audio-seconds': 'Audio read, seconds',
      'output-audio-seconds': 'Audio made, seconds',
    },
  },
  queries: {
    subject: 'model',
    one: 'one query',
    parts: false,
    pricedPer: 1_000,
    labels: { 'rerank-queries': 'Rerank queries', 'search-units': 'Search units' },
  },
  provisioned: {
    subject: 'model',
    one: 'one model unit for an hour',
    parts: true,
    pricedPer: 1,
    labels: {
      'provisioned-mu-hours': 'Model unit hours, no commitment',
      'provisioned-mu-hours-1-month': 'Model unit hours, 1-month commitment',
      'provisioned-mu-hours-6-months': 'Model unit hours, 6-month commitment',
    },
  },
  reserved: {
    subject: 'model',
    one: 'one token per minute reserved for an hour',
    parts: true,
    pricedPer: 1_000,
    labels: {
      'reserved-input-tpm-hours-1-month': 'Reserved input TPM-hours, 1 month',
      'reserved-output-tpm-hours-1-month': 'Reserved output TPM-hours, 1 month',
      'reserved-input-tpm-hours-3-months': 'Reserved input TPM-hours, 3 months',
      'reserved-output-tpm-hours-3-months': 'Reserved output TPM-hours, 3 months',
      'reserved-input-tpm-hours-6-months': 'Reserved input TPM-hours, 6 months',
      'reserved-output-tpm-hours-6-months': 'Reserved output TPM-hours, 6 months',
    },
  },
  guardrailText: {
    subject: 'guardrails',
    one: 'one text unit of at most 1,000 characters',
    parts: false,
    pricedPer: 1_000,
    labels: {
      'guardrail-content-text-units': 'Guardrail content filter text units',
      'guardrail-topic-text-units': 'Guardrail denied topics text units',
      'guardrail-word-text-units': 'Guardrail word filter text units',
      'guardrail-sensitive-information-text-units': 'Guardrail sensitive information text units',
      'guardrail-sensitive-information-free-text-units':
        'Guardrail sensitive information text units, regular expressions',
      'guardrail-contextual-grounding-text-units': 'Guardrail contextual grounding text units',
      'guardrail-automated-reasoning-text-units': 'Guardrail automated reasoning text units',
      'guardrail-check-content-text-units': 'Guardrail check content text units',
      'guardrail-check-prompt-attack-text-units': 'Guardrail check prompt attack text units',
      'guardrail-check-sensitive-information-text-units':
        'Guardrail check sensitive information text units',
    },
  },
  guardrailImages: {
    subject: 'guardrails',
    one: 'one image',
    parts: false,
    pricedPer: 1_000,
    labels: { 'guardrail-content-images': 'Guardrail content filter images' },
  },
  knowledgeBaseStorage: {
    subject: 'knowledge-bases',
    one: 'one gigabyte for a month',
    parts: true,
    pricedPer: 1,
    labels: { 'knowledge-base-gb-months': 'Knowledge base storage, GB-months' },
  },
  knowledgeBases: {
    subject: 'knowledge-bases',
    one: 'one retrieval',
    parts: false,
    pricedPer: 1_000,
    labels: {
      'knowledge-base-retrievals': 'Knowledge base retrievals',
      'knowledge-base-agentic-retrievals': 'Knowledge base agentic retrievals',
    },
  },
  webGrounding: {
    subject: 'web-grounding',
    one: 'one search',
    parts: false,
    pricedPer: 1_000,
    labels: { 'web-grounding-searches': 'Web grounding searches' },
  },
  flows: {
    subject: 'flows',
    one: 'one node transition',
    parts: false,
    pricedPer: 1_000,
    labels: { 'flow-node-transitions': 'Flow node transitions' },
  },
  agents: {
    subject: 'agents',
    one: 'one invocation of an agent',
    parts: false,
    pricedPer: 1,
    labels: { 'agent-invocations': 'Agent invocations' },
  },
  countTokens: {
    subject: 'count-tokens',
    one: 'one request',
    parts: false,
    pricedPer: 1,
    labels: { 'count-tokens-requests': 'Token counts' },
  },
  dataAutomation: {
    subject: 'data-automation',
    one: 'one page',
    parts: false,
    pricedPer: 1,
    labels: {
      'data-automation-standard-pages': 'Data automation pages, standard output',
      'data-automation-custom-pages': 'Data automation pages, custom output',
    },
  },
  evaluation: {
    subject: 'evaluation',
    one: 'one task of a human worker',
    parts: false,
    pricedPer: 1,
    labels: { 'evaluation-human-tasks': 'Human evaluation tasks' },
  },
  customizationHours: {
    subject: 'customization',
    one: 'one hour of training',
    parts: true,
    pricedPer: 1,
    labels: { 'reinforcement-training-hours': 'Reinforcement fine-tuning hours' },
  },
  customizationStorage: {
    subject: 'customization',
    one: 'one custom model kept for a month',
    parts: true,
    pricedPer: 1,
    labels: { 'custom-model-storage-months': 'Custom model storage, model-months' },
  },
  importMinutes: {
    subject: 'custom-model-import',
    one: 'one custom model unit for a minute',
    parts: true,
    pricedPer: 1,
    labels: {
      'import-cmu-minutes-v1': 'Imported model CMU-minutes, version 1.0',
      'import-cmu-minutes-v2': 'Imported model CMU-minutes, version 2.0',
    },
  },
  importStorage: {
    subject: 'custom-model-import',
    one: 'one custom model unit kept for a month',
    parts: true,
    pricedPer: 1,
    labels: { 'import-storage-cmu-months': 'Imported model storage, CMU-months' },
  },
  agentcoreHours: {
    subject: 'agentcore',
    one: 'one vCPU, or one gigabyte of memory, for an hour',
    parts: true,
    pricedPer: 1,
    labels: {
      'agentcore-vcpu-hours': 'AgentCore vCPU-hours',
      'agentcore-gb-hours': 'AgentCore GB-hours',
      'agentcore-runtime-v2-vcpu-hours': 'AgentCore Runtime v2 vCPU-hours',
      'agentcore-runtime-v2-gb-hours': 'AgentCore Runtime v2 GB-hours',
    },
  },
  agentcoreRequests: {
    subject: 'agentcore',
    one: 'one token or key request',
    parts: false,
    pricedPer: 1_000,
    labels: { 'agentcore-identity-requests': 'AgentCore Identity requests' },
  },
} as const satisfies Readonly<Record<string, UnitGroup>>;
