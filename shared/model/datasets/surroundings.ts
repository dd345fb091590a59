import type { Instant } from '../period.ts';
import type { Part } from '../read-outcome.ts';
import type { Bucket } from './surroundings-buckets.ts';
import type {
  ActionGroupFunction,
  KmsKey,
  SearchCollection,
  VpcEndpoint,
} from './surroundings-protection.ts';

export type * from './surroundings-buckets.ts';
export type * from './surroundings-protection.ts';

/** A field of an advanced event selector, with every operator that AWS keeps; absent ones are empty. */
export interface TrailFieldSelector {
  /** `eventCategory`, `resources.type`, `readOnly`, `eventName`, `eventSource` and others. */
  readonly field: string;
  readonly equals: readonly string[];
  readonly notEquals: readonly string[];
  readonly startsWith: readonly string[];
  readonly notStartsWith: readonly string[];
  readonly endsWith: readonly string[];
  readonly notEndsWith: readonly string[];
}

/** A basic event selector as AWS keeps it. */
export interface TrailBasicSelector {
  /** `All`, `ReadOnly` or `WriteOnly`. */
  readonly readWriteType: string;
  readonly managementEvents: boolean;
  readonly excludedSources: readonly string[];
  readonly dataResources: readonly { readonly type: string; readonly values: readonly string[] }[];
}

/** The selectors of a trail (`cloudtrail:GetEventSelectors`): either basic or advanced ones. */
export interface TrailSelectors {
  readonly basic: readonly TrailBasicSelector[];
  readonly advanced: readonly {
    readonly name: string | null;
    readonly fields: readonly TrailFieldSelector[];
  }[];
}

/** How a trail delivers (`cloudtrail:GetTrailStatus`); errors are S3's or CloudWatch Logs' own words. */
export interface TrailStatus {
  readonly logging: boolean;
  readonly startedAt: Instant | null;
  readonly stoppedAt: Instant | null;
  readonly latestDeliveryAt: Instant | null;
  readonly latestDeliveryError: string | null;
  readonly latestDigestAt: Instant | null;
  readonly latestDigestError: string | null;
  readonly latestLogGroupDeliveryAt: Instant | null;
  readonly latestLogGroupDeliveryError: string | null;
}

/**
 * A CloudTrail trail seen from one Region (`DescribeTrails`, `GetTrailStatus`, `GetEventSelectors`).
 * What status and selectors come to stands beside them; it is unknown where they were not read.
 */
export interface Trail {
  readonly name: string;
  readonly trailArn: string;
  readonly homeRegion: string;
  readonly multiRegion: boolean;
  readonly organization: boolean;
  /** Null where the status could not be read. */
  readonly logging: boolean | null;
  readonly s3Bucket: string | null;
  readonly s3KeyPrefix: string | null;
  readonly logFileValidation: boolean;
  /** The key that log files are encrypted with; null for S3's own encryption. */
  readonly kmsKeyArn: string | null;
  /** The log group that events are also sent to. */
  readonly logGroupArn: string | null;
  /** `unknown` where the selectors could not be read. */
  readonly managementEvents: 'all' | 'read-only' | 'write-only' | 'none' | 'unknown';
  readonly excludedSources: readonly string[];
  readonly dataResourceTypes: readonly string[];
  readonly status: Part<TrailStatus>;
  readonly selectors: Part<TrailSelectors>;
}

/**
 * A log group that Bedrock or AgentCore writes to (`logs:DescribeLogGroups`): the one that
 * invocation logging names, and those under the names that AWS gives their logs.
 */
export interface LogGroup {
  readonly name: string;
  /** Without the trailing `:*`. */
  readonly arn: string;
  /** Whether the invocation logging of its Region names it. */
  readonly invocationLogs: boolean;
  /** Days after which events are deleted; null keeps them for ever. */
  readonly retentionDays: number | null;
  /** Null for the encryption that CloudWatch Logs owns. */
  readonly kmsKeyArn: string | null;
  /** `STANDARD`, `INFREQUENT_ACCESS` or `DELIVERY`. */
  readonly logClass: string;
  readonly storedBytes: number | null;
  readonly createdAt: Instant | null;
  /** Whether an account-wide data protection policy covers it. */
  readonly inheritsDataProtection: boolean;
  /** Its own data protection policy as JSON text; null where it has none. */
  readonly dataProtectionPolicy: Part<string | null>;
}

/** A Macie job that looks into buckets for sensitive data (`macie2:ListClassificationJobs`). */
export interface MacieJob {
  readonly jobId: string;
  readonly name: string;
  /** `RUNNING`, `PAUSED`, `CANCELLED`, `COMPLETE`, `IDLE` (scheduled) or `USER_PAUSED`. */
  readonly status: string;
  /** `ONE_TIME` or `SCHEDULED`. */
  readonly type: string;
  readonly createdAt: Instant | null;
  /** Whether the last run met errors. */
  readonly lastRunFailed: boolean;
  /** The buckets that it names. */
  readonly buckets: readonly string[];
  /** Whether it finds its buckets by criteria, so that `buckets` does not name them. */
  readonly byCriteria: boolean;
  /** When it last ran (`macie2:DescribeClassificationJob`); asked for jobs that may see our buckets. */
  readonly lastRunAt: Part<Instant | null>;
}

/** Amazon Macie in one Region; always one item (`macie2:GetMacieSession`). */
export interface Macie {
  /** False where Macie was never switched on, which AWS tells as an error. */
  readonly enabled: boolean;
  /** `ENABLED` or `PAUSED`; null where it was never switched on. */
  readonly status: string | null;
  /** How often findings are published, such as `SIX_HOURS`; null where it was never switched on. */
  readonly findingFrequency: string | null;
  readonly jobs: Part<readonly MacieJob[]>;
}

/** What lies around Bedrock: trails, logs, buckets, keys, networks, functions. */
export interface SurroundingsDatasets {
  trails: Trail;
  'log-groups': LogGroup;
  buckets: Bucket;
  'kms-keys': KmsKey;
  'vpc-endpoints': VpcEndpoint;
  'action-group-functions': ActionGroupFunction;
  'vector-stores': SearchCollection;
  macie: Macie;
}
