import type { Day } from '../model/period.ts';
import type { Usd } from '../model/usd.ts';

/** One price as a source lists it, whether Assay can use it or not. */
export interface PriceRecord {
  /** The account's own rate card, or AWS's public list. */
  readonly source: 'offer' | 'price-list';
  /** Which list: the offer's model id and account, or the service code. */
  readonly list: string;
  /** Whose rate card it is; null for public prices. */
  readonly accountId: string | null;
  /** The dimension or usage type, as written. */
  readonly usageType: string;
  /** What the list says beside the usage type; null where it says nothing. */
  readonly region: string | null;
  /** The model that the list itself names; null where only the usage type tells. */
  readonly modelId: string | null;
  /** Exact decimal USD for `per` of what the usage type counts. */
  readonly usd: Usd;
  /** The list's own word: `1K tokens`, `Units`. */
  readonly unit: string;
  readonly per: number;
  /** First day that it prices: the list's own, else the day on which Assay first read it. */
  readonly validFrom: Day;
  /** First day that it no longer prices; null while it holds. */
  readonly validTo: Day | null;
  /** When AWS published the list; null where it does not say. */
  readonly published: string | null;
  /** The day on which Assay read it. */
  readonly checkedOn: Day;
  readonly standing: PriceStanding;
  /** Why it is not used; null when it is. */
  readonly reason: string | null;
}

/**
 * What became of a price: `used` prices usage; `kept` counts something that Assay does not meter;
 * `quarantined` contradicts other prices and is never used; `unread` could not be taken apart.
 */
export type PriceStanding = 'used' | 'kept' | 'quarantined' | 'unread';
