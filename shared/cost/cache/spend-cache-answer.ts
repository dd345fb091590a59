import type { ServiceTier } from '../../model/usage.ts';
import type { Usd } from '../../model/usd.ts';
import type { TokenCounts } from '../spend-answer.ts';
import type { CacheMoney } from './cache-answer.ts';

/** Cache use of one model, Region and tier, as priced. */
export interface CacheRow {
  /** Canonical base model id. */
  readonly modelId: string;
  readonly model: string;
  readonly region: string;
  readonly tier: ServiceTier;
  readonly tokens: TokenCounts;
  /** Share of prompt tokens that came from the cache, 0 to 1; null without prompt tokens. */
  readonly hitRate: number | null;
  /** Net: reads saved, less what writes cost above input; null where something has no price. */
  readonly savingsUsd: Usd | null;
}

/** Cache writes of one principal and model in one account and Region, as logs tell them. */
export interface CacheWriter {
  readonly principalArn: string | null;
  readonly accountId: string;
  readonly region: string;
  readonly modelId: string;
  readonly model: string;
  readonly tier: ServiceTier;
  readonly spells: number;
  readonly openSpells: number;
  readonly unreadSpells: number;
  readonly writtenTokens: number;
  readonly readTokens: number;
  readonly unexplainedReadTokens: number;
  readonly money: CacheMoney;
}

/** What the prompt cache saved, and which writes never paid off. */
export interface SpendCache {
  /** Null where nothing was read that counts them. */
  readonly tokens: TokenCounts | null;
  readonly hitRate: number | null;
  /** Why the period's usage is not known, as the rest of a sentence; null where it was counted. */
  readonly notCounted: string | null;
  /** Net over everything that can be compared; null when nothing can. */
  readonly savingsUsd: Usd | null;
  /** Largest loss first, then most prompt tokens. */
  readonly rows: readonly CacheRow[];
  /** Who wrote, the largest loss first; only logged calls can be judged. */
  readonly writers: readonly CacheWriter[];
  /** What all writers lost together in writes that never paid off; null where usage is not known. */
  readonly lostUsd: Usd | null;
  readonly provenance: 'metered';
  readonly notes: readonly string[];
}
