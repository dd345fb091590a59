import type { SourceInfo } from '../source.ts';

/** A CloudWatch statistic over one hour. */
export type Statistic = 'Sum' | 'Maximum';

/** The dimensions of a series by name. */
export type Dimensions = Readonly<Record<string, string>>;

/** What one source reads of CloudWatch. */
export interface MetricPlan extends SourceInfo {
  /** The namespaces it looks into; the same figures may come under two spellings of one name. */
  readonly namespaces: readonly string[];
  /** The dimension that names the model; null where series have none. */
  readonly modelDimension: string | null;
  /** The metrics it reads, each with the statistic that makes sense for it. */
  readonly statistics: Readonly<Record<string, Statistic>>;
  /**
   * Whether a series is read. CloudWatch shows the same calls under several sets of dimensions; a
   * plan takes the sets that its questions can tell apart and never adds up.
   */
  readonly takes: (metric: string, dimensions: Dimensions) => boolean;
}

const IAM_ACTIONS = ['cloudwatch:ListMetrics', 'cloudwatch:GetMetricData'] as const;

/**
 * What is counted per model. The cache metrics have two spellings (the documentation's and the one
 * seen in accounts); both are asked for, and the questions never add them up.
 */
export const USAGE_METRICS = [
  'Invocations',
  'InputTokenCount',
  'OutputTokenCount',
  'CacheReadInputTokens',
  'CacheReadInputTokenCount',
  'CacheWriteInputTokens',
  'CacheWriteInputTokenCount',
] as const;

const USAGE: ReadonlySet<string> = new Set(USAGE_METRICS);

/** `ModelInvocationLogsS3DeliveryFailure` and its siblings count across all models. */
const DELIVERY_METRICS = [
  'ModelInvocationLogsCloudWatchDeliverySuccess',
  'ModelInvocationLogsCloudWatchDeliveryFailure',
  'ModelInvocationLogsS3DeliverySuccess',
  'ModelInvocationLogsS3DeliveryFailure',
  'ModelInvocationLargeDataS3DeliverySuccess',
  'ModelInvocationLargeDataS3DeliveryFailure',
] as const;

const DELIVERY: ReadonlySet<string> = new Set(DELIVERY_METRICS);

const BY_MODEL = [
  ...USAGE_METRICS,
  'OutputImageCount',
  'InvocationClientErrors',
  'InvocationServerErrors',
  'InvocationThrottles',
  'LegacyModelInvocations',
] as const;

/** Model calls through bedrock-runtime. */
export const runtimeMetrics: MetricPlan = {
  id: 'metrics',
  title: 'CloudWatch metrics of Bedrock',
  iamActions: IAM_ACTIONS,
  namespaces: ['AWS/Bedrock'],
  modelDimension: 'ModelId',
  statistics: {
    ...sums([...BY_MODEL, ...DELIVERY_METRICS]),
    // Per minute, an approximation; the highest minute of an hour stands beside the quota.
    EstimatedTPMQuotaUsage: 'Maximum',
  },
  takes: takesRuntime,
};

/**
 * By model; usage by model and service tier where the tier is not the default one, and by model and
 * context window; images by size. The finer ones hold calls that the first one holds too: what the
 * tiers do not explain is the default tier.
 */
function takesRuntime(metric: string, dimensions: Dimensions): boolean {
  if (DELIVERY.has(metric)) return true;
  const { ModelId, ServiceTier, ResolvedServiceTier, ...others } = dimensions;
  if (ModelId === undefined) return false;
  const names = Object.keys(others);
  if (ServiceTier !== undefined || ResolvedServiceTier !== undefined) {
    const asked = ServiceTier === ResolvedServiceTier && ServiceTier !== 'default';
    return asked && names.length === 0 && USAGE.has(metric);
  }
  if (names.length === 0) return true;
  if (metric === 'OutputImageCount') return names.every((name) => IMAGE_DIMENSIONS.has(name));
  return names.length === 1 && names[0] === 'ContextWindow' && USAGE.has(metric);
}

const IMAGE_DIMENSIONS: ReadonlySet<string> = new Set(['ImageSize', 'BucketedStepSize']);

/** Inference through the OpenAI- and Anthropic-compatible endpoint, which no invocation log holds. */
const mantleMetrics: MetricPlan = {
  id: 'mantle-metrics',
  title: 'CloudWatch metrics of Bedrock Mantle',
  iamActions: IAM_ACTIONS,
  namespaces: ['AWS/BedrockMantle'],
  modelDimension: 'Model',
  statistics: sums([
    'Inferences',
    'InferenceClientErrors',
    'InputTokens',
    'OutputTokens',
    'BurnDownConsumed',
    'SpillOverTokenCount',
    'EquivalentReservationUnits',
  ]),
  takes: (_metric, { Project, Model }) => Project !== undefined && Model !== undefined,
};

/** Guardrail evaluations, text units among them, by guardrail version and by policy. */
const guardrailMetrics: MetricPlan = {
  id: 'guardrail-metrics',
  title: 'CloudWatch metrics of guardrails',
  iamActions: IAM_ACTIONS,
  namespaces: ['AWS/Bedrock/Guardrails'],
  modelDimension: null,
  statistics: sums([
    'Invocations',
    'InvocationsIntervened',
    'InvocationClientErrors',
    'InvocationServerErrors',
    'InvocationThrottles',
    'TextUnitCount',
    'FindingCounts',
    'TotalFindings',
  ]),
  takes: (_metric, { GuardrailArn, GuardrailPolicyType, PolicyArn }) =>
    GuardrailArn !== undefined || GuardrailPolicyType !== undefined || PolicyArn !== undefined,
};

/** Agents by alias and model. */
const agentMetrics: MetricPlan = {
  id: 'agent-metrics',
  title: 'CloudWatch metrics of agents',
  iamActions: IAM_ACTIONS,
  namespaces: ['AWS/Bedrock/Agents'],
  modelDimension: 'ModelId',
  statistics: sums([
    'InvocationCount',
    'InvocationThrottles',
    'InvocationServerErrors',
    'InvocationClientErrors',
    'ModelInvocationCount',
    'InputTokenCount',
    'OutputTokenCount',
  ]),
  takes: (_metric, { AgentAliasArn, ModelId }) =>
    AgentAliasArn !== undefined && ModelId !== undefined,
};

/** AgentCore by resource; the guide and accounts spell the namespace differently. */
const agentCoreMetrics: MetricPlan = {
  id: 'agentcore-metrics',
  title: 'CloudWatch metrics of AgentCore',
  iamActions: IAM_ACTIONS,
  namespaces: ['AWS/Bedrock-AgentCore', 'Bedrock-AgentCore'],
  modelDimension: null,
  statistics: sums([
    'Invocations',
    'Throttles',
    // The guide's tables of runtimes have two words, those of gateways and tools one.
    'System Errors',
    'SystemErrors',
    'User Errors',
    'UserErrors',
    'Session Count',
    'CPUUsed-vCPUHours',
    'MemoryUsed-GBHours',
  ]),
  takes: (_metric, { Resource }) => Resource !== undefined,
};

/** Everything that is read of CloudWatch, model calls first. */
export const metricPlans: readonly MetricPlan[] = [
  runtimeMetrics,
  mantleMetrics,
  guardrailMetrics,
  agentMetrics,
  agentCoreMetrics,
];

function sums(metrics: readonly string[]): Readonly<Record<string, Statistic>> {
  return Object.fromEntries(metrics.map((metric) => [metric, 'Sum' as const]));
}
