import type { Instant } from '../period.ts';

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

/** What Bedrock offers and holds: models, profiles, capacity, jobs. */
export interface BedrockDatasets {
  'foundation-models': FoundationModel;
  'inference-profiles': InferenceProfile;
}
