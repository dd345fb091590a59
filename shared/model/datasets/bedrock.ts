import type { Instant } from '../period.ts';
import type { Part } from '../read-outcome.ts';
import type { BedrockCustomDatasets, BedrockTag } from './bedrock-custom.ts';
import type { BedrockJobDatasets } from './bedrock-jobs.ts';

export type * from './bedrock-custom.ts';
export type * from './bedrock-jobs.ts';

/** The lifecycle of a foundation model as `ListFoundationModels` tells it. */
export interface ModelLifecycle {
  readonly status: 'ACTIVE' | 'LEGACY' | 'UNKNOWN';
  readonly startOfLifeTime: Instant | null;
  readonly legacyTime: Instant | null;
  /** From then on calls may cost more. */
  readonly publicExtendedAccessTime: Instant | null;
  /** From then on calls fail. */
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
  /** `ON_DEMAND | PROVISIONED | INFERENCE_PROFILE`. */
  readonly inferenceTypes: readonly string[];
  /** `FINE_TUNING | CONTINUED_PRE_TRAINING | DISTILLATION`. */
  readonly customizations: readonly string[];
  readonly streaming: boolean;
  readonly lifecycle: ModelLifecycle;
}

/**
 * Whether the account may call a model (`bedrock:GetFoundationModelAvailability`). Agreement,
 * authorization and entitlement belong to the account; they are asked once, in `askedIn`.
 */
export interface ModelAvailability {
  readonly modelId: string;
  /** The Region that was asked; `regionAvailability` holds there alone. */
  readonly askedIn: string;
  readonly availability: Part<{
    /** `AVAILABLE | PENDING | NOT_AVAILABLE | ERROR`. */
    readonly agreementStatus: string;
    readonly agreementError: string | null;
    /** `AUTHORIZED | NOT_AUTHORIZED`. */
    readonly authorizationStatus: string;
    /** `AVAILABLE | NOT_AVAILABLE`. */
    readonly entitlementAvailability: string;
    readonly regionAvailability: string;
  }>;
}

/** An inference profile (`bedrock:ListInferenceProfiles`); `modelArns` name every destination Region. */
export interface InferenceProfile {
  readonly profileId: string;
  readonly profileArn: string;
  readonly profileName: string;
  readonly description: string | null;
  readonly type: 'SYSTEM_DEFINED' | 'APPLICATION';
  readonly status: string;
  readonly modelArns: readonly string[];
  readonly createdAt: Instant | null;
  readonly updatedAt: Instant | null;
  /** Null for system-defined profiles, which belong to AWS and have none. */
  readonly tags: Part<readonly BedrockTag[]> | null;
}

/** A prompt router (`bedrock:ListPromptRouters`): it picks one of its models for every prompt. */
export interface PromptRouter {
  readonly promptRouterArn: string;
  readonly promptRouterName: string;
  /** `default` routers are AWS's own. */
  readonly type: 'default' | 'custom';
  readonly status: string;
  readonly description: string | null;
  /** Foundation models or inference profiles. */
  readonly modelArns: readonly string[];
  readonly fallbackModelArn: string | null;
  /** How much worse an answer may be, in percent, for the cheaper model to be taken. */
  readonly responseQualityDifference: number | null;
  readonly createdAt: Instant | null;
  readonly updatedAt: Instant | null;
}

/** A price of a model's rate card, in AWS's own words; prices are exact decimal USD. */
export interface RateCardRow {
  /** What is metered: `USE1_input_tokens_global_standard`, `output_tokens_flex`, ... */
  readonly dimension: string;
  readonly price: string;
  readonly description: string | null;
  /** `Units`; for tokens one unit is a million of them. */
  readonly unit: string | null;
}

/** An offer to use a model, without its token and the presigned address of its terms. */
export interface AgreementOffer {
  readonly offerId: string | null;
  readonly rateCard: readonly RateCardRow[];
  /** An ISO 8601 duration such as `P3Y`; null where the offer names none. */
  readonly agreementDuration: string | null;
}

/**
 * What an account pays for a model that AWS Marketplace meters
 * (`bedrock:ListFoundationModelAgreementOffers`); other models have no offers and no item.
 */
export interface AgreementOffers {
  readonly modelId: string;
  readonly offers: Part<readonly AgreementOffer[]>;
}

/**
 * Whether the account told a provider what it uses models for (`bedrock:GetUseCaseForModelAccess`);
 * of the form only what does not concern a person is kept.
 */
export interface UseCaseAccess {
  readonly submitted: boolean;
  readonly companyName: string | null;
  readonly industry: string | null;
}

/** What Bedrock offers and holds: models, profiles, capacity, jobs. */
export interface BedrockDatasets extends BedrockCustomDatasets, BedrockJobDatasets {
  'foundation-models': FoundationModel;
  'model-availability': ModelAvailability;
  'inference-profiles': InferenceProfile;
  'prompt-routers': PromptRouter;
  'agreement-offers': AgreementOffers;
  'use-case-access': UseCaseAccess;
}
