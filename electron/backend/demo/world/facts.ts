import type { AccountAuthorization } from '../../../../shared/model/dataset.ts';
import type { Instant } from '../../../../shared/model/period.ts';

/** One simulated model call: the single fact that events, logs and metrics all derive from. */
export interface WorldInvocation {
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly requestId: string;
  readonly eventId: string;
  readonly accountId: string;
  /** The Region that was called. */
  readonly region: string;
  /** The Region that served it, where a cross-Region profile re-routed; else null. */
  readonly inferenceRegion: string | null;
  readonly operation:
    | 'Converse'
    | 'ConverseStream'
    | 'InvokeModel'
    | 'InvokeModelWithResponseStream';
  /** As called: a model id, a profile id or an ARN. */
  readonly modelId: string;
  readonly caller: WorldCaller;
  readonly sourceIp: string;
  readonly userAgent: string;
  readonly vpcEndpointId: string | null;
  readonly bearerToken: boolean;
  /** Without cached tokens, as AWS counts them. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cacheReadTokens: number;
  readonly cacheWrite5mTokens: number;
  readonly cacheWrite1hTokens: number;
  /** What an image model made; null for every other call, and where none was made. */
  readonly images: WorldImages | null;
  /** What rerank models are billed by: a query over up to 100 documents; null for every other call. */
  readonly searchUnits: number | null;
  readonly latencyMs: number;
  /** Streaming operations only. */
  readonly timeToFirstTokenMs: number | null;
  readonly serviceTier: 'default' | 'flex' | 'priority';
  readonly guardrail: {
    readonly id: string;
    readonly version: string;
    readonly intervened: boolean;
  } | null;
  readonly stopReason: string | null;
  /** As the SDK spells it. Failed calls have no tokens; their log record has no output. */
  readonly errorCode: string | null;
  readonly requestMetadata: Readonly<Record<string, string>> | null;
  /**
   * Whether invocation logs have the call: logging was on in that account and Region at that time,
   * and IAM let the call through to the model.
   */
  readonly logged: boolean;
}

/** Images of one call. */
export interface WorldImages {
  readonly count: number;
  /** Of each side, in pixels. */
  readonly side: 1024 | 2048;
  readonly quality: 'standard' | 'premium';
}

/** Who calls, as CloudTrail's userIdentity tells it. */
export interface WorldCaller {
  readonly kind: 'AssumedRole' | 'IAMUser' | 'Root' | 'AWSService';
  /** The role or user ARN (never the session ARN). */
  readonly arn: string;
  readonly principalId: string;
  readonly accountId: string;
  readonly sessionName: string | null;
  /** What the session was begun with; null where nobody set one. */
  readonly sourceIdentity: string | null;
  readonly accessKeyId: string;
}

/** One account of the simulated organisation. */
export interface WorldAccount {
  readonly accountId: string;
  readonly name: string;
  /** Regions switched on; calls to others answer UnrecognizedClientException. */
  readonly regions: readonly string[];
  /** What the Assay role of this account may not do, as IAM actions. */
  readonly deniedActions: readonly string[];
  readonly authorization: AccountAuthorization;
}

/** A CloudTrail record as S3 files and LookupEvents carry it. */
export type CloudTrailRecord = Readonly<Record<string, unknown>> & {
  readonly eventID: string;
  readonly eventTime: Instant;
  readonly eventName: string;
  readonly eventSource: string;
};

/** Narrows events before their records are written; what is absent takes all. */
export interface EventChoice {
  readonly eventName?: string;
  readonly eventSource?: string;
}

/** One CloudWatch series with hourly sums; coarser periods are added up from these. */
export interface WorldMetric {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: readonly { readonly name: string; readonly value: string }[];
  readonly unit: string;
  /** Hour start in milliseconds since the epoch to the hour's samples. */
  readonly hours: ReadonlyMap<number, WorldSamples>;
}

export interface WorldSamples {
  readonly sum: number;
  readonly count: number;
  readonly minimum: number;
  readonly maximum: number;
}

/** An S3 object; the body is made on demand and always the same. */
export interface WorldObject {
  readonly key: string;
  readonly lastModified: Instant;
  body(): Buffer;
  /** What its `x-amz-meta-` headers say, by name without that; nothing when absent. */
  metadata?(): Readonly<Record<string, string>>;
}

/** A bucket that has objects in this world. */
export interface WorldBucket {
  readonly name: string;
  readonly region: string;
  /** The account that owns it. */
  readonly accountId: string;
  /** Whether its policy lets the other accounts read it. */
  readonly shared: boolean;
}

/** A log group of CloudWatch Logs. */
export interface LogGroupPlace {
  readonly accountId: string;
  readonly region: string;
  readonly logGroup: string;
}

/** One event of a log group; times in milliseconds since the epoch. */
export interface WorldLogEvent {
  readonly logStream: string;
  readonly timestamp: number;
  readonly ingestionTime: number;
  readonly eventId: string;
  readonly message: string;
}

/** What an access key may do in the simulated account. */
export interface WorldIdentity {
  readonly accountId: string;
  readonly arn: string;
  readonly userId: string;
  readonly deniedActions: readonly string[];
}
