import type { ModelScope } from '../../model/model-id.ts';
import type { ServiceTier } from '../../model/usage.ts';
import type { Usd } from '../../model/usd.ts';
import type { PriceAnswer, PriceQuery } from '../../prices/price-book.ts';
import type { CacheTtl } from '../cache/cache-answer.ts';

/** Usage of one model, Region, scope, tier, context, unit and day: what a price query asks, and how much. */
export interface WhatIfRow extends PriceQuery {
  readonly accountId: string;
  /** A whole number of units. */
  readonly quantity: number;
  /** Why it has no price as it was called; absent where prices alone decide. */
  readonly unpriced?: string;
}

/** Which tokens a change is about; a member that is absent takes all. Other units never change. */
export interface WhatIfSelection {
  /** Base model ids. */
  readonly models?: readonly string[];
  readonly accounts?: readonly string[];
  readonly regions?: readonly string[];
  readonly tiers?: readonly ServiceTier[];
  readonly scopes?: readonly ModelScope[];
}

/** One step of a what-if. Steps apply in order, each to the rows that the one before left. */
export interface WhatIfChange {
  readonly select: WhatIfSelection;
  /** Whole percent of the selected quantity that is changed, 1 to 100. */
  readonly percent: number;
  readonly to: WhatIfTarget;
}

/**
 * `model`: to another model, token for token; `tier`; `scope`; `cache`: see `CachePolicy`;
 * `commitment`: served by bought capacity instead of on demand.
 */
export type WhatIfTarget =
  | { readonly kind: 'model'; readonly baseModelId: string }
  | { readonly kind: 'tier'; readonly tier: ServiceTier }
  | { readonly kind: 'scope'; readonly scope: ModelScope }
  | { readonly kind: 'cache'; readonly policy: CachePolicy }
  | { readonly kind: 'commitment'; readonly commitment: Commitment };

/**
 * `off`: cached tokens become input. `time-to-live`: writes are kept that long, reads stay as they
 * are. `cache-input`: input is cached: of every `1 + readsPerWrite` tokens one is written and the
 * others are read; `readsPerWrite` is a whole number, 0 or more.
 */
export type CachePolicy =
  | { readonly kind: 'off' }
  | { readonly kind: 'time-to-live'; readonly ttl: CacheTtl }
  | { readonly kind: 'cache-input'; readonly ttl: CacheTtl; readonly readsPerWrite: number };

/** Capacity bought by the hour. */
export interface Commitment {
  /** For people: `2 model units of Nova Canvas, 6 months`. */
  readonly name: string;
  /** Model units, or thousands of reserved tokens a minute; whole. */
  readonly units: number;
  /** Whole hours in the period that the usage is of. */
  readonly hours: number;
  /** The price of one unit for one hour, or why there is none. */
  readonly unitHour: PriceAnswer;
}

/** What the user approved; null where nothing is said of it, so that nothing is broken. */
export interface Approvals {
  /** Base model ids. */
  readonly approvedModels: readonly string[] | null;
  readonly approvedRegions: readonly string[] | null;
  /** Where calls may be served, by the inference profiles as read; null where that is not known. */
  destinationsOf(at: {
    readonly baseModelId: string;
    readonly scope: ModelScope;
    readonly region: string;
  }): readonly string[] | null;
}

/** Everything a what-if follows from. */
export interface WhatIfInput {
  readonly rows: readonly WhatIfRow[];
  readonly changes: readonly WhatIfChange[];
  readonly priceOf: (query: PriceQuery) => PriceAnswer;
  readonly approvals: Approvals;
}

/** Usage that is left out of both sums, since one side of it has no price. */
export interface NotCompared {
  readonly row: WhatIfRow;
  /** Which side has no price. */
  readonly side: 'before' | 'after';
  readonly reason: string;
  /** What it costs today; null where that has no price. */
  readonly beforeUsd: Usd | null;
}

/** An approval that usage after the changes does not have. */
export interface BrokenApproval {
  readonly kind: 'model' | 'region' | 'destination-not-known';
  /** The model, the Region that is not approved, or the model whose destinations are not known. */
  readonly name: string;
  /** A whole sentence. */
  readonly reason: string;
  /** Whether as much usage had the same trouble before the changes. */
  readonly already: boolean;
}

/** Both sides of a what-if over the usage that has a price on both. */
export interface WhatIfAnswer {
  readonly beforeUsd: Usd;
  readonly afterUsd: Usd;
  /** `after - before`: negative saves. Null where a commitment has no price, so that `afterUsd` lacks it. */
  readonly differenceUsd: Usd | null;
  /** Cost of commitments inside `afterUsd`. */
  readonly commitmentUsd: Usd;
  /** Tokens that commitments would serve, priced today or not. */
  readonly committedTokens: number;
  readonly notCompared: readonly NotCompared[];
  /** Commitments without a price, with the reason. */
  readonly unpricedCommitments: readonly { readonly name: string; readonly reason: string }[];
  readonly broken: readonly BrokenApproval[];
  /** What the answer assumes, each once, in whole sentences. */
  readonly assumptions: readonly string[];
}
