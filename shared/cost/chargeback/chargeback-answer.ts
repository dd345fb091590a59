import type { Instant, Month } from '../../model/period.ts';
import type { SharedCostRule, SharedPot } from '../../model/shared-cost.ts';
import type { Provenance } from '../../model/usage.ts';
import type { Usd } from '../../model/usd.ts';

/** Where money of a chargeback comes from. */
export type CostProvenance = Exclude<Provenance, 'unpriced'>;

/** What a team itself caused; several of one team add up. Unassigned cost is a pot, not a team. */
export interface TeamCost {
  readonly team: string;
  readonly usd: Usd;
  readonly provenance: CostProvenance;
  /** Tokens that no price covers: told, never charged as zero. */
  readonly unpricedTokens: number;
}

/** A cost that is to be spread; negative for credits. Several of one pot add up. */
export interface SharedCost {
  readonly pot: SharedPot;
  readonly usd: Usd;
  readonly provenance: CostProvenance;
  readonly unpricedTokens: number;
}

/** Everything a month's chargeback follows from. */
export interface ChargebackInput {
  readonly month: Month;
  readonly teams: readonly TeamCost[];
  readonly shared: readonly SharedCost[];
  /** At most one for a pot. */
  readonly rules: readonly SharedCostRule[];
}

/** A sum of money of one provenance. */
export interface ProvenUsd {
  readonly provenance: CostProvenance;
  readonly usd: Usd;
}

/** What one team pays. `totalUsd` = own + shared, exactly. */
export interface ChargebackLine {
  readonly team: string;
  readonly own: readonly ProvenUsd[];
  readonly ownUsd: Usd;
  /** The team's part of each pot that was spread over it; money without a part of zero. */
  readonly shared: readonly { readonly pot: SharedPot; readonly usd: Usd }[];
  readonly sharedUsd: Usd;
  readonly totalUsd: Usd;
  readonly unpricedTokens: number;
}

/** A pot that stays a line of its own. */
export interface KeptPot {
  readonly pot: SharedPot;
  readonly amounts: readonly ProvenUsd[];
  readonly usd: Usd;
  readonly unpricedTokens: number;
  /** Why it was not spread: a whole sentence. */
  readonly reason: string;
}

/** A month shared out. `totalUsd` = sum of all lines + sum of kept pots, to the attodollar. */
export interface Chargeback {
  readonly month: Month;
  /** The dearest first. */
  readonly lines: readonly ChargebackLine[];
  readonly kept: readonly KeptPot[];
  readonly totalUsd: Usd;
  /** The total by provenance; a reader is told when there is more than one. */
  readonly totals: readonly ProvenUsd[];
  /** Tokens of all teams and pots that no price covers, and are in no amount. */
  readonly unpricedTokens: number;
}

/** A closed month: what was charged, kept as it was. */
export interface MonthClose {
  readonly month: Month;
  readonly closedAt: Instant;
  readonly note: string;
  readonly chargeback: Chargeback;
  /** The rules of that time. */
  readonly rules: readonly SharedCostRule[];
  /** Hash of `canonicalInputs`: tells apart inputs that give the same lines. */
  readonly inputsHash: string;
}

/** A figure that is not what it was when the month was closed; null where there was or is none. */
export interface CloseChange {
  readonly what: 'team-own' | 'team-shared' | 'kept-pot' | 'total' | 'unpriced-tokens' | 'rules';
  /** The team or pot; null for the total, tokens and rules. */
  readonly name: string | null;
  readonly before: string | null;
  readonly after: string | null;
  /** `after - before` in USD; null for what is not money. */
  readonly differenceUsd: Usd | null;
}

/** What would be different if a closed month were shared out today. */
export interface CloseComparison {
  readonly month: Month;
  readonly closedAt: Instant;
  readonly same: boolean;
  /** Empty with `same: false` where only the inputs behind equal figures moved. */
  readonly changes: readonly CloseChange[];
}
