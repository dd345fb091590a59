import type { Day, Instant } from '../../../../shared/model/period.ts';
import type { ServiceTier, UsageBasis } from '../../../../shared/model/usage.ts';

/** What usage can be told by; `session` and `metadata` are read call by call, the others by day. */
export type UsageDimension =
  | 'account'
  | 'region'
  /** Where a cross-Region call was answered; logs alone tell it. */
  | 'inference-region'
  | 'model'
  | 'tier'
  /** `standard` or `optimized`, as the call asked for. */
  | 'latency'
  | 'principal'
  | 'session'
  /** The values of the request metadata that `metadataKeys` (or `metadataKey`) names. */
  | 'metadata'
  /** Id and version. */
  | 'guardrail'
  /** Of Bedrock Mantle. */
  | 'project'
  /** Input of more than 200,000 tokens, cached ones included; metrics do not tell it. */
  | 'long-context'
  /** Adds failed calls, apart; without it only calls that succeeded are told. */
  | 'failed';

/** Filters over what was used; what is absent or empty takes all. */
export interface UsageCellFilter {
  readonly accounts?: readonly string[] | undefined;
  readonly regions?: readonly string[] | undefined;
  readonly inferenceRegions?: readonly string[] | undefined;
  /** Model keys. */
  readonly models?: readonly string[] | undefined;
  readonly tiers?: readonly ServiceTier[] | undefined;
  /** ARNs as answers name them: roles with their path where it is known. */
  readonly principals?: readonly string[] | undefined;
  readonly sessions?: readonly string[] | undefined;
  /**
   * The request metadata that `metadataValues` and the dimension `metadata` are about; AWS allows
   * letters, digits, spaces and `:_@$#=/+,-.`; a key that cannot be is `invalid-input`.
   */
  readonly metadataKey?: string | undefined;
  readonly metadataValues?: readonly string[] | undefined;
  readonly guardrails?: readonly string[] | undefined;
  readonly projects?: readonly string[] | undefined;
  readonly longContext?: boolean | undefined;
  /** Sessions with their source identity, each by `callerKey`. */
  readonly callers?: readonly string[] | undefined;
  /** Whether source identities are read, which only events tell; `callers` needs them. */
  readonly identities?: boolean | undefined;
  /** Accounts, models and principals that belong together, each by `placeKey`. */
  readonly places?: readonly string[] | undefined;
}

/** Whose calls of which model in which account. */
export interface CallPlace {
  readonly accountId: string;
  readonly modelKey: string;
  readonly principalArn: string | null;
}

/** A place as a filter names it; no id or ARN contains what parts it. */
export function placeKey({ accountId, modelKey, principalArn }: CallPlace): string {
  return [accountId, modelKey, principalArn ?? ''].join('\u001e');
}

/** A place with the principal that its calls are told under. */
export function alikeKey(place: CallPlace, alikeArn: string): string {
  return `${placeKey(place)}\u001e${alikeArn}`;
}

/** A session as a filter names it. */
export function callerKey(caller: Omit<CallerSession, 'onBehalfOf'>): string {
  return [caller.principalArn, caller.sessionName, caller.sourceIdentity ?? ''].join('\u001e');
}

/** Cache use of one caller in one minute, in tokens; long contexts apart. */
export interface CacheMinute {
  readonly minute: Instant;
  readonly accountId: string;
  readonly region: string;
  readonly modelKey: string;
  readonly tier: ServiceTier;
  readonly performanceLatency: string | null;
  readonly principalArn: string | null;
  readonly longContext: boolean;
  readonly cacheReadTokens: number;
  /** Those whose time to live was not reported. */
  readonly cacheWriteTokens: number;
  readonly cacheWrite5mTokens: number;
  readonly cacheWrite1hTokens: number;
}

/** A session of logged calls. */
export interface CallerSession {
  readonly principalArn: string;
  readonly sessionName: string;
  /** Who it was begun by, where it was begun with a source identity. */
  readonly sourceIdentity: string | null;
  /** The user of IAM Identity Center behind it. */
  readonly onBehalfOf: string | null;
}

/** What to sum and how finely. */
export interface UsageCubeParams extends UsageCellFilter {
  /** In place of `metadataKey`, and told apart by `metadataOf`: of several, no values can be filtered. */
  readonly metadataKeys?: readonly string[] | undefined;
  /** UTC days, `to` exclusive: which source counts is decided for whole days. */
  readonly from: Day;
  readonly to: Day;
  readonly granularity: 'hour' | 'day' | 'month';
  readonly dimensions: readonly UsageDimension[];
  /** Days at which a month begins anew (where a price changes), so that a row has one price. */
  readonly splits?: readonly Day[] | undefined;
  /**
   * Callers told as one, so that fewer rows come back: places by `alikeKey`. Only by day and month,
   * without sessions and metadata, and without filters by principal or place.
   */
  readonly alike?: readonly string[] | undefined;
  /** Tells what metrics count by day where the rest is told by month; whole months when absent. */
  readonly meteredByDay?: true | undefined;
}

/** Where usage was; members of dimensions that were not asked for are null. */
interface UsageCubePlace {
  readonly accountId: string | null;
  readonly region: string | null;
  readonly inferenceRegion: string | null;
  readonly modelKey: string | null;
  readonly tier: ServiceTier | null;
  readonly performanceLatency: string | null;
  readonly principalArn: string | null;
  readonly sessionName: string | null;
  /** Told with sessions where `identities` asks for it. */
  readonly sourceIdentity: string | null;
  readonly metadataValue: string | null;
  readonly guardrailId: string | null;
  readonly guardrailVersion: string | null;
  readonly project: string | null;
  /** Null also where metrics count, which do not tell it. */
  readonly longContext: boolean | null;
  readonly failed: boolean | null;
}

/** A place of which no dimension was asked for. */
export const NO_DIMENSIONS: UsageCubePlace = {
  accountId: null,
  region: null,
  inferenceRegion: null,
  modelKey: null,
  tier: null,
  performanceLatency: null,
  principalArn: null,
  sessionName: null,
  sourceIdentity: null,
  metadataValue: null,
  guardrailId: null,
  guardrailVersion: null,
  project: null,
  longContext: null,
  failed: null,
};

/** Summed usage of one place in the cube. */
export interface UsageCubeRow extends UsageCubePlace {
  /** The beginning of the hour, the day or the month's piece. */
  readonly start: Instant;
  readonly basis: UsageBasis;
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cacheReadTokens: number;
  /** Those whose time to live was not reported. */
  readonly cacheWriteTokens: number;
  readonly cacheWrite5mTokens: number;
  readonly cacheWrite1hTokens: number;
  /** Images, as metrics count them. */
  readonly images: number;
}

/** The same with all that logs count of calls; 0 where metrics count. */
export interface UsageFiguresRow extends UsageCubeRow {
  /** Calls in which a guardrail intervened. */
  readonly intervenedCalls: number;
  /** Images that logs tell; part of `images` where metrics were read, never added to it. */
  readonly outputImages: number;
  readonly guardrailTopicUnits: number;
  readonly guardrailContentUnits: number;
  readonly guardrailContentImageUnits: number;
  readonly guardrailWordUnits: number;
  readonly guardrailSensitiveUnits: number;
  readonly guardrailSensitiveFreeUnits: number;
  readonly guardrailGroundingUnits: number;
  readonly guardrailReasoningUnits: number;
  /** Calls with a known latency, and the sum of their milliseconds. */
  readonly latencyCalls: number;
  readonly latencyMs: number;
  readonly firstTokenCalls: number;
  readonly firstTokenMs: number;
}

/** Which logged calls; all of them, also of days that metrics count. */
export interface CallsFilter extends UsageCellFilter {
  readonly from: Day | Instant;
  readonly to: Day | Instant;
  readonly failed?: boolean | undefined;
}

/** The order of calls; `time-desc` when absent. */
export type CallsSort = 'time-desc' | 'time-asc' | 'tokens-desc' | 'latency-desc';

/** One logged call. Counts that its log does not tell are null. */
export interface LoggedCall {
  readonly requestId: string;
  readonly time: Instant;
  readonly accountId: string | null;
  readonly region: string | null;
  readonly inferenceRegion: string | null;
  readonly operation: string | null;
  /** As called. */
  readonly modelId: string | null;
  readonly modelKey: string | null;
  readonly tier: ServiceTier;
  readonly performanceLatency: string | null;
  readonly principalArn: string | null;
  readonly sessionName: string | null;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly cacheReadTokens: number | null;
  /** All cache writes; those of 5 minutes and of 1 hour are parts of it. */
  readonly cacheWriteTokens: number | null;
  readonly cacheWrite5mTokens: number | null;
  readonly cacheWrite1hTokens: number | null;
  readonly outputImages: number | null;
  readonly longContext: boolean;
  readonly latencyMs: number | null;
  readonly timeToFirstTokenMs: number | null;
  readonly guardrailId: string | null;
  readonly guardrailVersion: string | null;
  readonly guardrailIntervened: boolean | null;
  readonly stopReason: string | null;
  readonly errorCode: string | null;
  /** JSON text. */
  readonly requestMetadata: string | null;
}

/** Successful calls of one caller on one day, as events tell them. */
export interface EventCaller {
  readonly day: Day;
  readonly accountId: string;
  readonly region: string;
  readonly modelKey: string;
  readonly principalArn: string;
  /** Null where sessions were not asked for, and for callers without one. */
  readonly sessionName: string | null;
  readonly sourceIdentity: string | null;
  /** The user of IAM Identity Center behind the session. */
  readonly onBehalfOf: string | null;
  readonly calls: number;
}

/** The text that answers `usage-cube`: by day from the roll-up, else call by call. */
export function cubeText(
  params: Pick<UsageCubeParams, 'granularity' | 'dimensions' | 'sessions' | 'metadataValues'>,
): 'usage-cube' | 'usage-cube-by-hour' | 'usage-cube-by-call' {
  const { granularity, dimensions, sessions = [], metadataValues = [] } = params;
  if (granularity === 'hour') return 'usage-cube-by-hour';
  const byCall = dimensions.includes('session') || dimensions.includes('metadata');
  const ofCalls = sessions.length > 0 || metadataValues.length > 0;
  return byCall || ofCalls ? 'usage-cube-by-call' : 'usage-cube';
}
