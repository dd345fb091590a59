import type { Usd } from '../../model/usd.ts';
import type { CacheSaving } from './cache-saving.ts';

/** How long AWS keeps what was written to the cache. */
export type CacheTtl = '5m' | '30m' | '1h';

/** Cache use at one moment: one call, or the calls of a minute or less. */
export interface CacheTouch {
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** Tokens by time to live; writes that do not tell theirs count as 5 minutes, AWS's default. */
  readonly written: Readonly<Partial<Record<CacheTtl, number>>>;
  /** Tokens. */
  readonly read: number;
  /** Of reads and writes together, each at the prices of its own context and day. */
  readonly saving: CacheSaving;
}

/** Cache use of one principal, model as called, Region and tier: prefixes are not shared further. */
export interface CacheSeries {
  /** For the caller: comes back as it was given. */
  readonly key: string;
  readonly touches: readonly CacheTouch[];
}

/**
 * Writes of one series. A spell begins with a write and ends when nothing touched the cache for its
 * time to live (each read renews it): reads later than that cannot be of it.
 */
export interface CacheWritesJudgement {
  readonly key: string;
  readonly spells: number;
  /** Spells that may still be read: they are not judged. */
  readonly openSpells: number;
  /** Spells that ended without any read. */
  readonly unreadSpells: number;
  readonly writtenTokens: number;
  readonly readTokens: number;
  /** Reads that no write of the series explains: written before the data begins, or by others. */
  readonly unexplainedReadTokens: number;
  readonly money: CacheMoney;
}

/** Whether writes paid off; only what has prices for input, and all its reads and writes, is judged. */
export type CacheMoney =
  | { readonly found: false; readonly reason: string }
  | {
      readonly found: true;
      /** Ended spells whose reads saved less than their writes cost above the input price. */
      readonly lossySpells: number;
      /** Tokens that these wrote. */
      readonly lossyTokens: number;
      /** What these lost together, 0 or more. */
      readonly lostUsd: Usd;
      /** What all reads and writes saved, of open spells and of none too; negative when they cost. */
      readonly netUsd: Usd;
    };
