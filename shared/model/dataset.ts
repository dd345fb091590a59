import type { Day, Instant } from './period.ts';

/** The lifecycle of a foundation model as `ListFoundationModels` tells it. */
export interface ModelLifecycle {
  readonly status: 'ACTIVE' | 'LEGACY' | 'UNKNOWN';
  readonly legacyTime: Instant | null;
  readonly publicExtendedAccessTime: Instant | null;
  readonly endOfLifeTime: Instant | null;
}

/** A foundation model offered in one Region (`bedrock:ListFoundationModels`). */
export interface FoundationModel {
  readonly modelId: string;
  readonly modelArn: string;
  readonly modelName: string;
  readonly providerName: string;
  readonly inputModalities: readonly string[];
  readonly outputModalities: readonly string[];
  readonly inferenceTypes: readonly string[];
  readonly streaming: boolean;
  readonly lifecycle: ModelLifecycle;
}

/** An inference profile (`bedrock:ListInferenceProfiles`); `modelArns` name every destination Region. */
export interface InferenceProfile {
  readonly profileId: string;
  readonly profileArn: string;
  readonly profileName: string;
  readonly type: 'SYSTEM_DEFINED' | 'APPLICATION';
  readonly status: string;
  readonly modelArns: readonly string[];
}

/** One content filter of a guardrail; strengths are `NONE | LOW | MEDIUM | HIGH`. */
export interface GuardrailContentFilter {
  readonly type: string;
  readonly inputStrength: string;
  readonly outputStrength: string;
  readonly inputAction: string;
  readonly outputAction: string;
  readonly inputEnabled: boolean;
  readonly outputEnabled: boolean;
}

/** A guardrail in its working draft, with the versions that exist (`bedrock:GetGuardrail`). */
export interface Guardrail {
  readonly guardrailId: string;
  readonly guardrailArn: string;
  readonly name: string;
  readonly status: string;
  readonly version: string;
  readonly versions: readonly string[];
  readonly contentFilters: readonly GuardrailContentFilter[];
  readonly deniedTopics: readonly string[];
  readonly piiEntities: readonly { readonly type: string; readonly action: string }[];
  readonly kmsKeyArn: string | null;
  readonly updatedAt: Instant | null;
}

/** Model invocation logging of one Region (`bedrock:GetModelInvocationLoggingConfiguration`). */
export interface InvocationLogging {
  readonly enabled: boolean;
  readonly s3Bucket: string | null;
  readonly s3KeyPrefix: string | null;
  readonly logGroup: string | null;
  readonly largeDataS3Bucket: string | null;
  readonly modalities: readonly string[];
}

/** A CloudTrail trail seen from one Region (`DescribeTrails`, `GetTrailStatus`, `GetEventSelectors`). */
export interface Trail {
  readonly name: string;
  readonly trailArn: string;
  readonly homeRegion: string;
  readonly multiRegion: boolean;
  readonly organization: boolean;
  readonly logging: boolean;
  readonly s3Bucket: string | null;
  readonly s3KeyPrefix: string | null;
  readonly logFileValidation: boolean;
  readonly managementEvents: 'all' | 'read-only' | 'write-only' | 'none';
  readonly excludedSources: readonly string[];
  readonly dataResourceTypes: readonly string[];
}

/** A user, group or role with the policies that speak for it (`iam:GetAccountAuthorizationDetails`). */
export interface IamIdentity {
  readonly kind: 'user' | 'group' | 'role';
  readonly name: string;
  readonly arn: string;
  readonly path: string;
  readonly createdAt: Instant | null;
  readonly groups: readonly string[];
  readonly attachedPolicyArns: readonly string[];
  readonly inlinePolicies: readonly { readonly name: string; readonly document: string }[];
  readonly permissionsBoundaryArn: string | null;
  readonly trustPolicy: string | null;
}

/** A managed policy in its default version. */
export interface IamPolicy {
  readonly arn: string;
  readonly name: string;
  readonly document: string;
}

/** All of `iam:GetAccountAuthorizationDetails` for one account, as one item. */
export interface AccountAuthorization {
  readonly identities: readonly IamIdentity[];
  readonly policies: readonly IamPolicy[];
}

/** Calls of one principal to one model in the observation window; a question over the store. */
export interface ObservedUsage {
  readonly modelId: string;
  /** The role or user ARN; null where only CloudWatch metrics saw the calls. */
  readonly principalArn: string | null;
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** Every dataset a rule may need, by id, with the type of its items. */
export interface DatasetItems {
  'foundation-models': FoundationModel;
  'inference-profiles': InferenceProfile;
  guardrails: Guardrail;
  'invocation-logging': InvocationLogging;
  trails: Trail;
  'account-authorization': AccountAuthorization;
  'observed-usage': ObservedUsage;
}

/** The id of a dataset. */
export type DatasetId = keyof DatasetItems;

/** The datasets that collectors fill from AWS; the others are questions over the store. */
export type CollectedDatasetId = Exclude<DatasetId, 'observed-usage'>;

/** The Region of datasets that belong to an account as a whole. */
export const ACCOUNT_SCOPE = 'global';

/** How reading ended: what was not read says why, and which IAM action is missing when denied. */
export type ReadOutcome =
  | { readonly status: 'collected' }
  | { readonly status: 'denied'; readonly action: string; readonly reason: string }
  | { readonly status: 'unavailable'; readonly reason: string }
  | { readonly status: 'failed'; readonly reason: string };

/** What one collector read in one account and Region. */
export interface DatasetReading<D extends DatasetId = DatasetId> {
  readonly dataset: D;
  readonly accountId: string;
  /** A Region code, or `global` for account-wide datasets. */
  readonly region: string;
  readonly outcome: ReadOutcome;
  /** The AWS operations behind it, as IAM actions: `bedrock:ListGuardrails`. */
  readonly actions: readonly string[];
  readonly readAt: Instant;
  readonly calls: number;
  /** Empty unless collected. */
  readonly items: readonly DatasetItems[D][];
}

/** All readings of one scan (or the newest reading of each dataset, account and Region). */
export interface Snapshot {
  readonly scanId: string;
  readonly takenAt: Instant;
  readonly readings: readonly DatasetReading[];
}
