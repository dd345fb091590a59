import type { ModelScope } from '../model/model-id.ts';
import type { ServiceTier } from '../model/usage.ts';
import type { ModelSpelling } from './model-spelling.ts';

/** What a usage type counts. */
export type Meter =
  | 'input-tokens'
  | 'output-tokens'
  | 'cache-read-tokens'
  | 'cache-write-tokens'
  | 'images'
  | 'video-seconds'
  | 'audio-seconds'
  | 'search-units'
  /** Reserved capacity: thousands of tokens per minute, for an hour. */
  | 'reserved-tpm-hours'
  /** Text units of at most 1,000 characters. */
  | 'guardrail-text-units'
  | 'guardrail-images'
  | 'guardrail-check-units'
  | 'model-unit-hours'
  | 'customization-training'
  | 'customization-storage'
  | 'data-automation'
  /** AgentCore; `item` says what of it. */
  | 'agentcore';

/** A usage type taken apart. What a text does not say is null, or the default that AWS leaves out. */
export interface UsageType {
  readonly parsed: true;
  /** Which grammar: a rate card's dimension, a marketplace line around one, or Bedrock's own. */
  readonly form: 'agreement' | 'marketplace' | 'service';
  /** From the billing prefix; null without one. */
  readonly region: string | null;
  /** Null where the text names none: rate cards and marketplace lines leave it to their product. */
  readonly model: ModelSpelling | null;
  readonly meter: Meter;
  readonly direction: 'input' | 'output' | null;
  /** How long a cache write is kept; null where the text does not say. */
  readonly cacheTtl: '5m' | '30m' | '1h' | null;
  /** The scopes that are billed under it: AWS bills in-Region and geographic calls alike. */
  readonly scopes: readonly ModelScope[];
  readonly tier: ServiceTier;
  readonly context: 'short' | 'long';
  readonly commitment: '1-month' | '3-months' | '6-months' | 'none' | null;
  readonly endpoint: 'runtime' | 'mantle';
  readonly latencyOptimized: boolean;
  readonly customModel: boolean;
  /** The rest that tells prices apart: an image's size, a guardrail policy, an AgentCore part. */
  readonly item: string | null;
}

/** A usage type that Assay cannot take apart, and why. */
export interface UnparsedUsageType {
  readonly parsed: false;
  readonly reason: string;
}

/** A usage type read: taken apart, or the reason why not. */
export type ReadUsageType = UsageType | UnparsedUsageType;

/** Scopes without a word for them: AWS bills in-Region and geographic calls at one rate. */
export const REGIONAL: readonly ModelScope[] = ['in-region', 'geographic'];

/** What holds unless the text says otherwise. */
export const PLAIN = {
  parsed: true,
  region: null,
  model: null,
  direction: null,
  cacheTtl: null,
  scopes: REGIONAL,
  tier: 'standard',
  context: 'short',
  commitment: null,
  endpoint: 'runtime',
  latencyOptimized: false,
  customModel: false,
  item: null,
} as const satisfies Partial<UsageType>;

/** The answer for a text that cannot be taken apart. */
export function unparsed(reason: string): UnparsedUsageType {
  return { parsed: false, reason };
}
