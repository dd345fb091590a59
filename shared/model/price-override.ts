import type { ModelScope } from './model-id.ts';
import type { Day } from './period.ts';
import type { BillableUnit, ContextLength, ServiceTier } from './usage.ts';
import type { Usd } from './usd.ts';

interface Agreed {
  /** First UTC day that it holds. */
  readonly validFrom: Day;
  /** First UTC day that it no longer holds; null while it does. */
  readonly validTo: Day | null;
  /** Why, in the user's own words: it stands with every figure that it changes. */
  readonly note: string;
}

/** A percentage that was negotiated, taken off the price that would hold without it. */
export interface DiscountOverride extends Agreed {
  readonly kind: 'discount';
  /** Model ids in any spelling, or parts of Bedrock (`bedrock.guardrails`); `*` is everything. */
  readonly models: '*' | readonly string[];
  /** Decimal text from 0 to 100, at most four decimals. */
  readonly percentOff: string;
}

/** A price that was negotiated. */
export interface FixedPriceOverride extends Agreed {
  readonly kind: 'price';
  /** A model id in any spelling, or a part of Bedrock. */
  readonly modelId: string;
  /** Null for every scope. */
  readonly scope: ModelScope | null;
  readonly tier: ServiceTier;
  readonly context: ContextLength;
  /** The Regions that are called; `*` is every commercial Region (not GovCloud, not China). */
  readonly regions: '*' | readonly string[];
  readonly unit: BillableUnit;
  /** Exact decimal USD for `per` units. */
  readonly usd: Usd;
  readonly per: number;
}

/** What the user pays in place of what AWS lists; the first of a list that fits holds. */
export type PriceOverride = DiscountOverride | FixedPriceOverride;
