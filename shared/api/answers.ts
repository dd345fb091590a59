import type { PriceUsed, TokenCounts } from '../cost/spend-answer.ts';
import type { Finding } from '../model/finding.ts';
import type { Day, Instant } from '../model/period.ts';
import type { Usd } from '../model/usd.ts';
import type { RuleMetadata } from '../rules/rule.ts';
import type { JobQuestion } from './job-question.ts';
import type { ApiError } from './result.ts';
import type { BudgetAlert } from './spend-answers.ts';

export type * from '../cost/spend-answer.ts';
export type { Polling, Settings, SourceKind } from '../model/settings.ts';
export type * from './coverage.ts';
export type * from './inventory-answers.ts';
export type { JobQuestion } from './job-question.ts';
export type { MissingGrant, Refusal } from './missing-permissions.ts';
export type * from './models-answers.ts';
export type * from './policy-answers.ts';
export type * from './polling-answers.ts';
export type * from './spend-answers.ts';
export type * from './workspace-answers.ts';

/** A page of a larger answer; `total` counts all rows that match. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly total: number;
}

/** A profile of the shared AWS configuration files. */
export interface Profile {
  readonly name: string;
  readonly region: string | null;
  readonly endpointUrl: string | null;
}

/** Who a connection is: the answer of `sts:GetCallerIdentity`. */
export interface Identity {
  readonly accountId: string;
  readonly arn: string;
}

/** One step of a scan or import, with counts where they are known. */
export interface JobStep {
  readonly id: string;
  readonly title: string;
  readonly done: number;
  /** Null while unknown. */
  readonly total: number | null;
  /** How much of it is done, 0 to 1; null while unknown. It never falls, though totals may grow. */
  readonly share: number | null;
  readonly state: 'waiting' | 'running' | 'done' | 'partial' | 'failed';
  readonly note: string | null;
}

/** A scan or an import, running or ended. */
export interface Job {
  readonly id: string;
  readonly kind: 'scan' | 'import';
  readonly state: 'running' | 'done' | 'partial' | 'failed' | 'cancelled';
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly steps: readonly JobStep[];
  /** Milliseconds that remain by the pace so far; null while unknown. */
  readonly remainingMs: number | null;
  readonly error: ApiError | null;
  /** What the metered AWS calls of this job cost. */
  readonly watchingUsd: Usd;
  readonly summary: IngestSummary | null;
  /** What the job waits to be told; absent or null while it waits for nothing. */
  readonly question?: JobQuestion | null;
}

/** What an import added. */
export interface IngestSummary {
  readonly files: number;
  /** Taken whole. */
  readonly filesTaken: number;
  /** Files of which some records are not in the workspace, also those that are unchanged since then. */
  readonly filesPartial: number;
  readonly filesSkipped: number;
  readonly filesFailed: number;
  readonly events: number;
  readonly invocations: number;
  readonly duplicates: number;
  readonly fragments: number;
}

/** What one file of an import turned out to be. */
export interface FileOutcome {
  /** Absolute path, or `s3://bucket/key`. */
  readonly key: string;
  readonly kind:
    | 'cloudtrail'
    | 'invocation-log'
    | 'mixed'
    | 'digest'
    | 'permission-check'
    | 'body'
    | 'bill'
    | 'foreign';
  /** `partial`: some records of it were taken and others were not; `reason` says why. */
  readonly status: 'ingested' | 'partial' | 'skipped' | 'failed';
  readonly records: number;
  readonly added: number;
  readonly duplicates: number;
  /** Records without an id or time: named, not taken. */
  readonly fragments: number;
  readonly size: number;
  readonly reason: string | null;
  readonly at: Instant;
}

/** One CloudTrail event as the `events` view has it. */
export interface EventRow {
  readonly eventId: string;
  readonly eventTime: Instant;
  readonly eventSource: string;
  readonly eventName: string;
  readonly accountId: string | null;
  readonly region: string | null;
  readonly principalArn: string | null;
  readonly principalType: string | null;
  readonly sessionName: string | null;
  readonly accessKeyId: string | null;
  readonly sourceIp: string | null;
  readonly userAgent: string | null;
  readonly modelId: string | null;
  readonly inferenceRegion: string | null;
  readonly bearerToken: boolean | null;
  readonly vpcEndpointId: string | null;
  readonly errorCode: string | null;
  readonly requestId: string | null;
  readonly eventCategory: string | null;
  readonly readOnly: boolean | null;
  /** The user id of IAM Identity Center behind the session. */
  readonly onBehalfOf: string | null;
  /** Who the session was begun by, as whoever began it said. */
  readonly sourceIdentity: string | null;
}

export interface TimelineBucket {
  readonly day: Day;
  readonly calls: number;
  readonly failed: number;
}

/** The raw record, re-read from the file it came from. */
export interface RawRecord {
  readonly eventId: string;
  readonly file: string;
  readonly record: unknown;
  /** The invocation with the same request id, when logs have it: its view's columns in camelCase. */
  readonly invocation: Readonly<Record<string, unknown>> | null;
  /** What that invocation cost; null or absent where there is none or it used nothing. */
  readonly cost?: InvocationCost | null;
  /** Its raw log record with prompt and answer, where bodies are kept; absent elsewhere. */
  readonly invocationRecord?: unknown;
}

/** The metered cost of one invocation: no amount, but the reason, where any part has no price. */
export interface InvocationCost {
  readonly usd: Usd | null;
  readonly prices: readonly PriceUsed[];
  readonly unpricedReason: string | null;
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

export interface EventFacets {
  readonly accounts: readonly FacetValue[];
  readonly regions: readonly FacetValue[];
  readonly eventNames: readonly FacetValue[];
  readonly principals: readonly FacetValue[];
  readonly models: readonly FacetValue[];
}

/** A rule as a reader meets it. */
export type RuleInfo = RuleMetadata;

export interface FindingsAnswer {
  readonly takenAt: Instant | null;
  readonly rules: readonly RuleInfo[];
  readonly findings: readonly Finding[];
}

/** A model that is offered or was called, with what is known of it. */
export interface ModelInfo {
  /** Without geography prefix. */
  readonly modelId: string;
  readonly label: string;
  readonly provider: string;
  readonly approved: boolean;
  readonly regions: readonly string[];
  /** Ids a call may name: the bare id where on-demand is offered, and every system-defined profile. */
  readonly invokableIds: readonly { readonly id: string; readonly regions: readonly string[] }[];
  readonly lifecycleStatus: string;
  readonly endOfLifeTime: Instant | null;
  readonly streaming: boolean;
  readonly textOut: boolean;
  readonly calls30d: number;
  readonly priced: boolean;
}

/** What Assay's own metered AWS calls cost this month. */
export interface WatchingAnswer {
  readonly month: string;
  readonly usd: Usd;
  readonly capUsd: Usd;
  readonly lastScanUsd: Usd | null;
  readonly operations: readonly {
    readonly operation: string;
    readonly calls: number;
    readonly units: number;
    readonly usd: Usd;
  }[];
}

/** The price of a prompt before it is sent. */
export interface PromptEstimate {
  readonly inputTokens: number;
  /** `counted` by CountTokens, or `approximate` (characters / 4) where the model cannot count. */
  readonly tokenBasis: 'counted' | 'approximate';
  readonly inputUsd: Usd | null;
  /** With an output of `maxTokens`. */
  readonly maxUsd: Usd | null;
  readonly prices: readonly PriceUsed[];
  readonly unpricedReason: string | null;
}

/** What a finished run used and cost. */
export interface PromptRun {
  readonly runId: string;
  readonly modelId: string;
  readonly region: string;
  readonly text: string;
  readonly stopReason: string;
  readonly tokens: TokenCounts;
  readonly timeToFirstTokenMs: number | null;
  readonly totalMs: number;
  readonly usd: Usd | null;
  readonly prices: readonly PriceUsed[];
  readonly guardrail: { readonly intervened: boolean; readonly trace: unknown } | null;
  readonly serviceTier: string | null;
}

export interface QueryAnswer {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** JSON-ready values; 64-bit integers and decimals beyond 2^53 as text. */
  readonly rows: readonly (readonly unknown[])[];
  /** True when the limit cut the answer. */
  readonly truncated: boolean;
}

/** What the backend tells without being asked. */
export type BackendEvent =
  | { readonly type: 'job'; readonly job: Job }
  | { readonly type: 'workspace' }
  /** Thresholds of budgets that were crossed just now; each is told once a month. */
  | { readonly type: 'budgets'; readonly alerts: readonly BudgetAlert[] }
  | { readonly type: 'prompt-text'; readonly runId: string; readonly text: string }
  | { readonly type: 'prompt-done'; readonly runId: string; readonly run: PromptRun }
  | { readonly type: 'prompt-failed'; readonly runId: string; readonly error: ApiError };
