/** Costs that no team caused by itself. */
export const SHARED_POTS = ['unassigned', 'non-token', 'support', 'tax'] as const;

/**
 * `unassigned`: usage without a team; `non-token`: hours, storage and other things from
 * configuration; `support` and `tax`: lines of the bill.
 */
export type SharedPot = (typeof SHARED_POTS)[number];

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
