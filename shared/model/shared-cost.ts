/** Costs that no team caused by itself. */
export const SHARED_POTS = [
  'unassigned',
  'non-token',
  'unpriced',
  'support',
  'tax',
  'credit',
] as const;

/**
 * `unassigned`: usage without a team; `non-token`: hours, storage and other things from
 * configuration or the bill; `unpriced`: what AWS billed for counted usage that no price covers;
 * `support`, `tax` and `credit` (refunds and discounts on lines of their own too): lines of the bill.
 */
export type SharedPot = (typeof SHARED_POTS)[number];

/** What each pot holds, in words. */
export const POT_NAMES: Readonly<Record<SharedPot, string>> = {
  unassigned: 'Usage without a team',
  'non-token': 'Costs beside tokens',
  unpriced: 'Billed, without a price of ours',
  support: 'Support plans',
  tax: 'Tax',
  credit: 'Credits, refunds and discounts of the bill',
};

/** The same inside a sentence. */
export function potInWords(pot: SharedPot): string {
  return pot === 'unpriced'
    ? 'what is billed without a price of ours'
    : `${POT_NAMES[pot].charAt(0).toLowerCase()}${POT_NAMES[pot].slice(1)}`;
}

/** A team's fixed share of a pot. */
export interface FixedShare {
  readonly team: string;
  /** Decimal text, as `33.3`; the shares of a pot add up to exactly 100. */
  readonly percent: string;
}

/**
 * How a pot is spread over teams: `even`: the same for each team that used something;
 * `proportional`: by what they used, in dollars; `fixed`: by the shares; `keep`: not at all, it stays a line.
 */
export type Spread =
  | { readonly kind: 'even' }
  | { readonly kind: 'proportional' }
  | { readonly kind: 'fixed'; readonly shares: readonly FixedShare[] }
  | { readonly kind: 'keep' };

/** The spread of one pot; a pot without a rule is kept. */
export interface SharedCostRule {
  readonly pot: SharedPot;
  readonly spread: Spread;
}
