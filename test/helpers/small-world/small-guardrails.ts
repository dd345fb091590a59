import type {
  GuardrailsWorld,
  WorldGuardrail,
} from '../../../electron/backend/demo/world/guardrails/guardrails-world.ts';
import type {
  GuardrailContentFilter,
  GuardrailDirections,
  GuardrailSettings,
} from '../../../shared/model/dataset.ts';

/** Guardrails of the small world: the same in every account; eu-west-1 has none and no logging. */
export const smallGuardrails: GuardrailsWorld = {
  guardrails: (accountId, region) =>
    region !== 'us-east-1'
      ? []
      : Array.from({ length: 130 }, (_, index) => versions(accountId, `guard${index}`)),
  enforcedGuardrails: () => [],
  reasoningPolicies: () => [],
  dataRetention: () => ({ mode: 'default', updatedAt: null }),
  bedrockResourcePolicy: () => null,
  invocationLogging: (_accountId, region) => ({
    enabled: region === 'us-east-1',
    s3Bucket: 'small-logs',
    s3KeyPrefix: 'bedrock',
    logGroup: '/aws/bedrock',
    logGroupRoleArn: 'arn:aws:iam::111111111111:role/small-logging',
    largeDataS3Bucket: 'small-large',
    largeDataS3KeyPrefix: null,
    modalities: ['TEXT', 'EMBEDDING'],
  }),
};

const BLOCKS: GuardrailDirections = {
  inputAction: 'BLOCK',
  outputAction: 'BLOCK',
  inputEnabled: true,
  outputEnabled: true,
};

const SETTINGS: GuardrailSettings = {
  description: null,
  contentPolicy: { tier: 'CLASSIC', filters: ['PROMPT_ATTACK', 'VIOLENCE'].map(filter) },
  topicPolicy: {
    tier: 'CLASSIC',
    topics: [{ name: 'Investment advice', definition: 'Stocks.', type: 'DENY', ...BLOCKS }],
  },
  wordPolicy: null,
  sensitiveInformationPolicy: {
    piiEntities: [pii('EMAIL', 'ANONYMIZE'), pii('CREDIT_DEBIT_CARD_NUMBER', 'BLOCK')],
    regexes: [],
  },
  groundingFilters: [],
  automatedReasoningPolicy: null,
  statusReasons: [],
  failureRecommendations: [],
  kmsKeyArn: 'arn:aws:kms:us-east-1:111111111111:key/k',
};

function versions(accountId: string, id: string): readonly WorldGuardrail[] {
  const draft: WorldGuardrail = {
    guardrailId: id,
    guardrailArn: `arn:aws:bedrock:us-east-1:${accountId}:guardrail/${id}`,
    name: `Guard ${id}`,
    status: 'READY',
    version: 'DRAFT',
    crossRegionProfile: null,
    createdAt: '2026-09-01T08:00:00Z',
    updatedAt: '2026-10-01T08:00:00Z',
    settings: SETTINGS,
    tags: [],
  };
  const first = { ...draft, version: '1', settings: { ...SETTINGS, topicPolicy: null } };
  return [draft, { ...draft, version: '2' }, first];
}

function filter(type: string): GuardrailContentFilter {
  const output = type === 'PROMPT_ATTACK' ? 'NONE' : 'MEDIUM';
  return {
    type,
    inputStrength: 'HIGH',
    outputStrength: output,
    inputModalities: ['TEXT'],
    outputModalities: ['TEXT'],
    ...BLOCKS,
    outputEnabled: output !== 'NONE',
  };
}

function pii(type: string, action: string) {
  return { type, action, ...BLOCKS, inputAction: action, outputAction: action };
}
