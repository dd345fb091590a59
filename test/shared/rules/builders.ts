import type {
  DatasetId,
  DatasetItems,
  DatasetReading,
  FoundationModel,
  GuardrailContentFilter,
  GuardrailSettings,
  GuardrailVersion,
  InferenceProfile,
  InvocationLogging,
  ObservedUsage,
  ReadOutcome,
  Trail,
  TrailStatus,
} from '../../../shared/model/dataset.ts';
import type { Finding } from '../../../shared/model/finding.ts';
import type { ModelLookup } from '../../../shared/prices/find-model.ts';
import type { OwnedModels } from '../../../shared/prices/owned-models.ts';
import { createPriceBook } from '../../../shared/prices/price-book.ts';
import { ownedTargets } from '../../../shared/prices/profile-targets.ts';
import { evaluateRules } from '../../../shared/rules/evaluate.ts';
import type { Rule, RuleContext } from '../../../shared/rules/rule.ts';
import { line } from '../prices/builders.ts';

export const ACCOUNT = '111122223333';
export const REGION = 'us-east-1';
const ARN = `arn:aws:iam::${ACCOUNT}:role/app`;

export const CONTEXT: RuleContext = {
  today: '2026-11-20',
  approvedModels: ['test.model'],
  connected: null,
  lookup: { profiles: new Map(), owned: new Map() },
  prices: createPriceBook([[line(), line({ unit: 'output-tokens', usd: '15' })]]),
};

const owned: OwnedModels = new Map([
  ['vq9', { kind: 'provisioned-model', name: 'committed', baseModelId: 'test.model' }],
  ['cm1', { kind: 'custom-model', name: 'tuned', baseModelId: 'test.model' }],
  ['im987', { kind: 'imported-model', name: 'brought', baseModelId: null }],
]);

/** Capacity and a tuned model over `test.model`, and a model that was brought along. */
export const OWNED: ModelLookup = { owned, profiles: ownedTargets(owned) };

const ACTIONS: Readonly<Partial<Record<DatasetId, readonly string[]>>> = {
  'foundation-models': ['bedrock:ListFoundationModels'],
  'inference-profiles': ['bedrock:ListInferenceProfiles'],
  guardrails: ['bedrock:ListGuardrails', 'bedrock:GetGuardrail'],
  'invocation-logging': ['bedrock:GetModelInvocationLoggingConfiguration'],
  trails: ['cloudtrail:DescribeTrails'],
  'account-authorization': ['iam:GetAccountAuthorizationDetails'],
  'observed-usage': [],
};

/** A collected reading of one account and Region. */
export function reading<D extends DatasetId>(
  dataset: D,
  items: readonly DatasetItems[D][],
  over: Partial<DatasetReading<D>> = {},
): DatasetReading<D> {
  return {
    dataset,
    accountId: ACCOUNT,
    region: REGION,
    outcome: { status: 'collected' },
    actions: ACTIONS[dataset] ?? [],
    readAt: '2026-11-20T08:00:00Z',
    calls: 1,
    items,
    ...over,
  };
}

/** A reading that did not succeed. */
export function unread(dataset: DatasetId, outcome: ReadOutcome): DatasetReading {
  return reading<DatasetId>(dataset, [], { outcome });
}

export const DENIED = {
  status: 'denied',
  action: 'bedrock:GetGuardrail',
  reason: 'User is not authorized',
} as const satisfies ReadOutcome;

/** The findings of one rule over some readings. */
export function judge(
  rule: Rule,
  readings: readonly DatasetReading[],
  context: Partial<RuleContext> = {},
): readonly Finding[] {
  const snapshot = { scanId: 'scan-1', takenAt: '2026-11-20T08:00:00Z', readings };
  return evaluateRules([rule], snapshot, { ...CONTEXT, ...context });
}

/** Status and reason of the only finding. */
export function verdictOf(findings: readonly Finding[]): readonly [string, string] {
  const [finding] = findings;
  if (finding === undefined || findings.length > 1) throw new Error(`${findings.length} findings`);
  return [finding.status, finding.reason];
}

export function observed(over: Partial<ObservedUsage> = {}): ObservedUsage {
  return {
    modelId: 'test.model',
    modelArn: null,
    principalArn: ARN,
    calls: 1200,
    inputTokens: 1_000_000,
    outputTokens: 100_000,
    firstDay: '2026-09-01',
    lastDay: '2026-11-19',
    ...over,
  };
}

export function logging(over: Partial<InvocationLogging> = {}): InvocationLogging {
  return {
    enabled: true,
    s3Bucket: 'logs',
    s3KeyPrefix: null,
    logGroup: null,
    logGroupRoleArn: null,
    largeDataS3Bucket: null,
    largeDataS3KeyPrefix: null,
    modalities: ['TEXT'],
    ...over,
  };
}

const TRAIL_STATUS: TrailStatus = {
  logging: true,
  startedAt: null,
  stoppedAt: null,
  latestDeliveryAt: null,
  latestDeliveryError: null,
  latestDigestAt: null,
  latestDigestError: null,
  latestLogGroupDeliveryAt: null,
  latestLogGroupDeliveryError: null,
};

export function trail(over: Partial<Trail> = {}): Trail {
  return {
    name: 'main',
    trailArn: `arn:aws:cloudtrail:${REGION}:${ACCOUNT}:trail/main`,
    homeRegion: REGION,
    multiRegion: true,
    organization: false,
    logging: true,
    s3Bucket: 'trail',
    s3KeyPrefix: null,
    logFileValidation: true,
    managementEvents: 'all',
    excludedSources: [],
    dataResourceTypes: [],
    kmsKeyArn: null,
    logGroupArn: null,
    status: { read: true, value: TRAIL_STATUS },
    selectors: { read: true, value: { basic: [], advanced: [] } },
    ...over,
  };
}

export function attackFilter(over: Partial<GuardrailContentFilter> = {}): GuardrailContentFilter {
  return {
    type: 'PROMPT_ATTACK',
    inputStrength: 'HIGH',
    outputStrength: 'NONE',
    inputModalities: ['TEXT'],
    outputModalities: ['TEXT'],
    inputAction: 'BLOCK',
    outputAction: 'NONE',
    inputEnabled: true,
    outputEnabled: false,
    ...over,
  };
}

export function guardrail(
  contentFilters: readonly GuardrailContentFilter[],
  name = 'support',
  version = 'DRAFT',
): GuardrailVersion {
  return {
    guardrailId: name,
    guardrailArn: `arn:aws:bedrock:${REGION}:${ACCOUNT}:guardrail/${name}`,
    name,
    status: 'READY',
    version,
    crossRegionProfile: null,
    createdAt: null,
    updatedAt: null,
    settings: { read: true, value: guardrailSettings(contentFilters) },
    tags: { read: true, value: [] },
  };
}

/** The settings of a guardrail that has content filters and nothing else. */
function guardrailSettings(filters: readonly GuardrailContentFilter[]): GuardrailSettings {
  return {
    description: null,
    contentPolicy: filters.length === 0 ? null : { tier: 'CLASSIC', filters },
    topicPolicy: null,
    wordPolicy: null,
    sensitiveInformationPolicy: null,
    groundingFilters: [],
    automatedReasoningPolicy: null,
    statusReasons: [],
    failureRecommendations: [],
    kmsKeyArn: null,
  };
}

export function foundationModel(
  lifecycle: Partial<FoundationModel['lifecycle']> = {},
  modelId = 'test.model',
): FoundationModel {
  return {
    modelId,
    modelArn: `arn:aws:bedrock:${REGION}::foundation-model/${modelId}`,
    modelName: 'Model',
    providerName: 'Test',
    inputModalities: ['TEXT'],
    outputModalities: ['TEXT'],
    inferenceTypes: ['ON_DEMAND'],
    customizations: [],
    streaming: true,
    lifecycle: {
      status: 'ACTIVE',
      startOfLifeTime: null,
      legacyTime: null,
      publicExtendedAccessTime: null,
      endOfLifeTime: null,
      ...lifecycle,
    },
  };
}

export function applicationProfile(key: string, modelId: string): InferenceProfile {
  return {
    profileId: key,
    profileArn: `arn:aws:bedrock:${REGION}:${ACCOUNT}:application-inference-profile/${key}`,
    profileName: key,
    type: 'APPLICATION',
    status: 'ACTIVE',
    modelArns: [`arn:aws:bedrock:${REGION}::foundation-model/${modelId}`],
    description: null,
    createdAt: null,
    updatedAt: null,
    tags: { read: true, value: [] },
  };
}
