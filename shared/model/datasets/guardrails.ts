import type { Instant } from '../period.ts';
import type { Part } from '../read-outcome.ts';
import type { BedrockTag } from './bedrock-custom.ts';

/** What a policy of a guardrail does with input and output; actions are `BLOCK`, `ANONYMIZE`, `NONE`. */
export interface GuardrailDirections {
  readonly inputAction: string;
  readonly outputAction: string;
  readonly inputEnabled: boolean;
  readonly outputEnabled: boolean;
}

/** One content filter of a guardrail; strengths are `NONE | LOW | MEDIUM | HIGH`. */
export interface GuardrailContentFilter extends GuardrailDirections {
  readonly type: string;
  readonly inputStrength: string;
  readonly outputStrength: string;
  /** `TEXT`, `IMAGE`. */
  readonly inputModalities: readonly string[];
  readonly outputModalities: readonly string[];
}

/** A topic that a guardrail refuses. */
export interface GuardrailTopic extends GuardrailDirections {
  readonly name: string;
  readonly definition: string;
  readonly type: string;
}

/** A word or phrase that a guardrail looks for. */
export interface GuardrailWord extends GuardrailDirections {
  readonly text: string;
}

/** A list of words that AWS keeps: `PROFANITY`. */
export interface GuardrailWordList extends GuardrailDirections {
  readonly type: string;
}

/** A kind of personal data that a guardrail looks for; `action` is the one of neither direction. */
export interface GuardrailPiiEntity extends GuardrailDirections {
  readonly type: string;
  readonly action: string;
}

/** A regular expression that a guardrail looks for. */
export interface GuardrailRegex extends GuardrailDirections {
  readonly name: string;
  readonly pattern: string;
  readonly action: string;
}

/** A check of answers against their sources (`GROUNDING`) or the question (`RELEVANCE`). */
export interface GuardrailGroundingFilter {
  readonly type: string;
  /** 0 to 0.99; an answer that scores below it is taken. */
  readonly threshold: number;
  readonly action: string;
  readonly enabled: boolean;
}

/** Everything that a guardrail does in one version; a policy that it does not have is null. */
export interface GuardrailSettings {
  readonly description: string | null;
  readonly contentPolicy: {
    /** `CLASSIC | STANDARD`. */
    readonly tier: string;
    readonly filters: readonly GuardrailContentFilter[];
  } | null;
  readonly topicPolicy: {
    readonly tier: string;
    readonly topics: readonly GuardrailTopic[];
  } | null;
  readonly wordPolicy: {
    readonly words: readonly GuardrailWord[];
    readonly managedLists: readonly GuardrailWordList[];
  } | null;
  readonly sensitiveInformationPolicy: {
    readonly piiEntities: readonly GuardrailPiiEntity[];
    readonly regexes: readonly GuardrailRegex[];
  } | null;
  readonly groundingFilters: readonly GuardrailGroundingFilter[];
  readonly automatedReasoningPolicy: {
    /** Each with its version: `...:automated-reasoning-policy/ID:1`. */
    readonly policyArns: readonly string[];
    /** 0 to 1; null where AWS names none. */
    readonly confidenceThreshold: number | null;
  } | null;
  /** Why it failed and what AWS advises; empty unless its status tells of a failure. */
  readonly statusReasons: readonly string[];
  readonly failureRecommendations: readonly string[];
  /** Null where AWS's own key encrypts it. */
  readonly kmsKeyArn: string | null;
}

/**
 * A guardrail in one version: the working draft (`DRAFT`) or a published one, which never changes
 * (`bedrock:ListGuardrails`, `GetGuardrail`, `ListTagsForResource`).
 *
 * One item per version, not per guardrail: callers, agents and enforced configurations name a version,
 * a rule judges each by itself with only that version as its evidence, and one version that may not
 * be read leaves the others readable. What belongs together shares its `guardrailArn`.
 */
export interface GuardrailVersion {
  readonly guardrailId: string;
  /** Of the guardrail, without its version. */
  readonly guardrailArn: string;
  readonly name: string;
  /** `DRAFT` or a number as text. */
  readonly version: string;
  /** `READY`, `FAILED` ...; `UNKNOWN` where AWS does not tell. */
  readonly status: string;
  /** The profile that lets other Regions evaluate it; null where it stays in its Region. */
  readonly crossRegionProfile: { readonly id: string; readonly arn: string } | null;
  readonly createdAt: Instant | null;
  readonly updatedAt: Instant | null;
  readonly settings: Part<GuardrailSettings>;
  /** Of the guardrail, the same for all of its versions. */
  readonly tags: Part<readonly BedrockTag[]>;
}

/**
 * A guardrail that an account or its organisation puts on every call of a Region
 * (`bedrock:ListEnforcedGuardrailsConfiguration`).
 */
export interface EnforcedGuardrail {
  readonly configId: string;
  readonly guardrailArn: string;
  readonly guardrailId: string;
  readonly guardrailVersion: string;
  /** Who enforces it; AWS names `ACCOUNT` here and organisations through their policies. */
  readonly owner: string;
  /** Whether tags in a prompt may narrow what is checked: `HONOR | IGNORE`; null where not told. */
  readonly inputTags: string | null;
  /** What is checked of each part, `SELECTIVE | COMPREHENSIVE`; null where AWS names none. */
  readonly contentGuarding: {
    readonly system: string | null;
    readonly messages: string | null;
  } | null;
  /** The models it is on, `ALL` for each; null where AWS does not narrow it. */
  readonly models: {
    readonly included: readonly string[];
    readonly excluded: readonly string[];
  } | null;
  readonly createdAt: Instant | null;
  readonly createdBy: string | null;
  readonly updatedAt: Instant | null;
  readonly updatedBy: string | null;
}

/**
 * An Automated Reasoning policy in one version (`bedrock:ListAutomatedReasoningPolicies`,
 * `GetAutomatedReasoningPolicy`); guardrails name it with its version.
 */
export interface AutomatedReasoningPolicy {
  readonly policyId: string;
  /** With the version, except for the draft. */
  readonly policyArn: string;
  readonly name: string;
  readonly description: string | null;
  /** `DRAFT` or a number as text. */
  readonly version: string;
  readonly createdAt: Instant | null;
  readonly updatedAt: Instant | null;
  readonly detail: Part<{
    /** SHA-512 of the definition, which itself is not kept. */
    readonly definitionHash: string;
    readonly kmsKeyArn: string | null;
  }>;
}

/** How long Bedrock and model providers may keep what an account sends (`GetAccountDataRetention`). */
export interface DataRetention {
  /** `default | none | inherit | provider_data_share | aws_review`. */
  readonly mode: string;
  readonly updatedAt: Instant | null;
}

/**
 * The resource policy of one resource (`bedrock:GetResourcePolicy`); AWS has them for guardrails,
 * guardrail profiles and custom models.
 */
export interface ResourcePolicy {
  readonly resourceArn: string;
  readonly resourceType: 'guardrail' | 'guardrail-profile' | 'custom-model';
  /** The JSON document; null where the resource has none. */
  readonly policy: Part<string | null>;
}

/** Model invocation logging of one Region (`bedrock:GetModelInvocationLoggingConfiguration`). */
export interface InvocationLogging {
  /** Whether there is a destination; without one nothing is delivered. */
  readonly enabled: boolean;
  readonly s3Bucket: string | null;
  readonly s3KeyPrefix: string | null;
  readonly logGroup: string | null;
  /** The role that writes to the log group. */
  readonly logGroupRoleArn: string | null;
  /** Where bodies go that are too large for the log group. */
  readonly largeDataS3Bucket: string | null;
  readonly largeDataS3KeyPrefix: string | null;
  /** The kinds of data that are delivered, of `text`, `image`, `embedding`, `video`, `audio`. */
  readonly modalities: readonly string[];
}

/** Guardrails and the settings of a Region that govern every call. */
export interface GuardrailDatasets {
  guardrails: GuardrailVersion;
  'automated-reasoning-policies': AutomatedReasoningPolicy;
  'data-retention': DataRetention;
  'enforced-guardrails': EnforcedGuardrail;
  'invocation-logging': InvocationLogging;
  'resource-policies': ResourcePolicy;
}
