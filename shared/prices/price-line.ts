import type { ModelScope } from '../model/model-id.ts';
import type { Day } from '../model/period.ts';
import type { BillableUnit, ContextLength, ServiceTier } from '../model/usage.ts';
import type { Usd } from '../model/usd.ts';

/** Which kind of source a price line comes from, in order of precedence. */
export type PriceOrigin = 'user' | 'rate-card' | 'price-list' | 'bundled';

/** One dated, sourced price of one unit of one model; never derived from another line. */
export interface PriceLine {
  /** Canonical model id without geography prefix, or `bedrock.guardrails` and the like. */
  readonly modelId: string;
  readonly scope: ModelScope;
  readonly tier: ServiceTier;
  /** Absent for short contexts, and for what has no context. */
  readonly context?: ContextLength;
  /** The Regions that are called; `*` is every commercial Region (not GovCloud, not China). */
  readonly regions: '*' | readonly string[];
  readonly unit: BillableUnit;
  /** Exact decimal USD for `per` units. */
  readonly usd: Usd;
  readonly per: number;
  /** First UTC day that the line prices. */
  readonly validFrom: Day;
  /** First UTC day that it no longer prices; absent while it holds. */
  readonly validTo?: Day;
  /** Who brought the line in; absent for the bundled table. */
  readonly origin?: Exclude<PriceOrigin, 'bundled'>;
  /** A public name and address of where the price stands. */
  readonly source: string;
  /** The day on which the source said so. */
  readonly checkedOn: Day;
  /** What the price leaves out, said wherever it prices something; a whole sentence. */
  readonly caveat?: string;
  /** Set where a source says that long contexts of the model cost more than this, of short ones. */
  readonly longCostsMore?: true;
  /** For those who keep the table. */
  readonly note?: string;
  /** Set on a line that a user's discount made: what the price was taken off of. */
  readonly discount?: AppliedDiscount;
}

/** A user's discount on a line of a list. */
export interface AppliedDiscount {
  /** Decimal text: `12.5` is twelve and a half per cent. */
  readonly percentOff: string;
  /** The user's own words for why. */
  readonly note: string;
  /** The line that the lists have. */
  readonly line: PriceLine;
}
