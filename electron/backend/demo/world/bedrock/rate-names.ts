import type { ServiceTier } from '../../../../../shared/model/usage.ts';
import type { Usd } from '../../../../../shared/model/usd.ts';

/** What rate cards list by the token. */
export type RateUnit =
  | 'input-tokens'
  | 'output-tokens'
  | 'cache-read-tokens'
  | 'cache-write-5m-tokens'
  | 'cache-write-30m-tokens'
  | 'cache-write-1h-tokens';

/** One price as a rate card lists it, for some Regions. */
export interface Rate {
  readonly unit: RateUnit;
  readonly global: boolean;
  readonly tier: ServiceTier;
  /** Whether it is that of calls with a long context. */
  readonly long: boolean;
  /** For a million tokens. */
  readonly usd: Usd;
  readonly regions: readonly string[];
}

/** A rate's dimension without the Region's prefix, and what the card says about it. */
export interface RateName {
  readonly dimension: string;
  readonly description: string;
}

const NEW_WORDS: Readonly<Record<RateUnit, readonly [dimension: string, description: string]>> = {
  'input-tokens': ['input_tokens', 'Input Tokens'],
  'output-tokens': ['output_tokens', 'Output Tokens'],
  'cache-read-tokens': ['cache_read_tokens', 'Cache Read Tokens'],
  'cache-write-5m-tokens': ['cache_write_tokens', 'Cache Write Tokens'],
  'cache-write-30m-tokens': ['cache_write_tokens_30m', 'Cache Write Tokens (30m TTL)'],
  'cache-write-1h-tokens': ['cache_write_tokens_1h', 'Cache Write Tokens (1h TTL)'],
};

const OLD_WORDS: Readonly<Partial<Record<RateUnit, readonly [string, string]>>> = {
  'input-tokens': ['InputTokenCount', 'Input'],
  'output-tokens': ['OutputTokenCount', 'Response'],
};

/** The name of current cards: `input_tokens_long_ctx_global_standard`. */
export function newName({ unit, global, tier, long }: Rate): RateName {
  const [dimension, description] = NEW_WORDS[unit];
  const context = long ? '_long_ctx' : '';
  const scope = global ? '_global' : '';
  const told = `${description}${long ? ' (Long Context)' : ''} - ${capital(tier)}`;
  return {
    dimension: `${dimension}${context}${scope}_${tier}`,
    description: global ? `${told}, Global` : told,
  };
}

/** The name of cards of before 2026, `InputTokenCount_Global_Batch`, where there was one. */
export function oldName({ unit, global, tier, long }: Rate): readonly RateName[] {
  const words = OLD_WORDS[unit];
  const batch = tier === 'batch';
  if (words === undefined || long || (tier !== 'standard' && !batch)) return [];
  const [dimension, description] = words;
  return [
    {
      dimension: `${dimension}${global ? '_Global' : ''}${batch ? '_Batch' : ''}`,
      description: `Million ${batch ? 'Batch ' : ''}${description} Tokens ${global ? 'Global' : 'Regional'}`,
    },
  ];
}

function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}

/** Whether rate cards list a unit by the token. */
export function isRateUnit(unit: string): unit is RateUnit {
  return Object.hasOwn(NEW_WORDS, unit);
}
