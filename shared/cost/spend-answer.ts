import type { Day, Instant } from '../model/period.ts';
import type { BillableUnit, ContextLength, Provenance, ServiceTier } from '../model/usage.ts';
import type { Usd } from '../model/usd.ts';

/** The price line that priced a figure. */
export interface PriceUsed {
  readonly modelId: string;
  readonly unit: BillableUnit;
  readonly scope: string;
  readonly tier: ServiceTier;
  /** Absent for short contexts, and for what has no context. */
  readonly context?: ContextLength;
  readonly usd: Usd;
  readonly per: number;
  /** The Regions that are called; `*` is every commercial Region (not GovCloud, not China). */
  readonly regions: '*' | readonly string[];
  /** First UTC day that the line prices. */
  readonly validFrom: Day;
  readonly source: string;
  readonly checkedOn: Day;
  /** The user's discount that is in `usd`; absent without one. */
  readonly discount?: PriceDiscount;
}

/** A discount that the user entered, and the price that the source lists. */
export interface PriceDiscount {
  /** Decimal text: `12.5` is twelve and a half per cent. */
  readonly percentOff: string;
  readonly note: string;
  readonly listedUsd: Usd;
}

/** Tokens by kind; `input` excludes cached ones, `cacheWrite` holds every time to live. */
export interface TokenCounts {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
}

/** Money and use of one day and one group. `usd` counts priced usage only. */
export interface SpendCell {
  readonly day: Day;
  readonly key: string;
  readonly usd: Usd;
  readonly tokens: TokenCounts;
  readonly unpricedTokens: number;
  readonly calls: number;
}

/** The same over the whole period. */
export interface SpendGroup {
  readonly key: string;
  /** What a person calls it: model name, account label, session-free principal name. */
  readonly label: string;
  readonly usd: Usd;
  readonly tokens: TokenCounts;
  readonly unpricedTokens: number;
  readonly calls: number;
  readonly basis: readonly ('invocation-logs' | 'metrics')[];
}

/** Usage that no price line covers: shown with its quantity, never as zero. */
export interface UnpricedUsage {
  readonly modelId: string;
  readonly unit: BillableUnit;
  readonly region: string;
  readonly quantity: number;
  readonly reason: string;
}

/** What a period's usage costs, grouped; `usd` everywhere counts priced usage only. */
export interface SpendAnswer {
  readonly provenance: Exclude<Provenance, 'billed' | 'unpriced'>;
  readonly usd: Usd;
  readonly tokens: TokenCounts;
  readonly calls: number;
  readonly cells: readonly SpendCell[];
  readonly groups: readonly SpendGroup[];
  readonly unpriced: readonly UnpricedUsage[];
  readonly prices: readonly PriceUsed[];
  /**
   * What the cache saved, net: cache reads x (input price - read price), less cache writes x
   * (write price - input price); negative where writing cost more than reading saved. Where a
   * model's cache use has no price (see `unpriced`), all its cache use in that Region and tier is
   * left out. Null if nothing can be compared or an input price is missing, `0` without cache use.
   */
  readonly cacheSavingsUsd: Usd | null;
  /** Days of the period whose data are not complete yet (today, or the source's delay). */
  readonly incompleteDays: readonly Day[];
  readonly notes: readonly string[];
}

/** Calls of one principal. Tokens and money are of logged calls only. */
export interface PrincipalUsage {
  readonly principalArn: string;
  readonly principalType: string;
  readonly accountId: string;
  /** Those that succeeded, as calls are counted everywhere. */
  readonly calls: number;
  /** How many of `calls` are in events alone. */
  readonly unloggedCalls: number;
  /** Beside `calls`: refused, throttled or broken ones. */
  readonly failedCalls: number;
  readonly sessions: number;
  readonly models: readonly string[];
  readonly regions: readonly string[];
  readonly tokens: TokenCounts;
  readonly usd: Usd | null;
  readonly unpricedTokens: number;
  readonly lastSeen: Instant;
}
