import type { Usd } from '../../model/usd.ts';
import type { PriceAnswer } from '../../prices/price-book.ts';

/** Cache use at one moment: one call, or the calls of a minute or less. */
export interface CacheTouch {
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** Tokens; writes whose time to live is not known count as 5 minutes, AWS's default. */
  readonly written5m: number;
  readonly written1h: number;
  readonly read: number;
}

/** Cache use of one principal, model as called, Region and tier: prefixes are not shared further. */
export interface CacheSeries {
  /** For the caller: comes back as it was given. */
  readonly key: string;
  readonly touches: readonly CacheTouch[];
  /** Price lines of the model at that time, Region and tier. */
  readonly prices: {
    readonly input: PriceAnswer;
    readonly read: PriceAnswer;
    readonly write5m: PriceAnswer;
    readonly write1h: PriceAnswer;
  };
}

/**
 * Writes of one series. A spell begins with a write and ends when nothing touched the cache for its
 * time to live (each read renews it): reads later than that cannot be of it.
 */
export interface CacheWritesJudgement {
  readonly key: string;
  readonly spells: number;
  readonly writtenTokens: number;
  readonly readTokens: number;
  /** Spells whose reads saved less than their writes cost above the input price. */
  readonly lossySpells: number;
  readonly lossyTokens: number;
  /** What these spells lost together; null where a price is missing. */
  readonly lostUsd: Usd | null;
  /** What all spells saved, less what they lost; null where a price is missing. */
  readonly netUsd: Usd | null;
  /** Reads that no write of the series explains: written before the data begins, or by others. */
  readonly unexplainedReadTokens: number;
  /** Why there is no amount; null where there is one. */
  readonly unpricedReason: string | null;
}
