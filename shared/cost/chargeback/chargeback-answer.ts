import type { Day, Instant, Month } from '../../model/period.ts';
import type { SharedCostRule, SharedPot } from '../../model/shared-cost.ts';
import type { Provenance } from '../../model/usage.ts';
import type { Usd } from '../../model/usd.ts';
import type { UnitQuantity } from '../spend-answer.ts';

/** Where money of a chargeback comes from. */
export type CostProvenance = Exclude<Provenance, 'unpriced'>;

/** What no price covers: told, never charged as zero. */
export interface Unpriced {
  /** The tokens of it. */
  readonly unpricedTokens: number;
  /** All of it by unit, the largest first: tokens, images, search units. */
  readonly unpricedUnits: readonly UnitQuantity[];
}

/** What a team itself caused; several of one team add up. Unassigned cost is a pot, not a team. */
export interface TeamCost extends Unpriced {
  readonly team: string;
  readonly usd: Usd;
  readonly provenance: CostProvenance;
}

/** A cost that is to be spread; negative for credits. Several of one pot add up. */
export interface SharedCost extends Unpriced {
  readonly pot: SharedPot;
  readonly usd: Usd;
  readonly provenance: CostProvenance;
}

/** Everything a month's chargeback follows from. */
export interface ChargebackInput {
  readonly month: Month;
  readonly teams: readonly TeamCost[];
  readonly shared: readonly SharedCost[];
  /** At most one for a pot. */
  readonly rules: readonly SharedCostRule[];
  /** Why the usage of the month is not known, as the rest of a sentence; null or absent where it is. */
  readonly notCounted?: string | null;
}

/** A sum of money of one provenance. */
export interface ProvenUsd {
  readonly provenance: CostProvenance;
  readonly usd: Usd;
}

/** What one team pays. `totalUsd` = own + shared, exactly; at least that where a part has no price. */
export interface ChargebackLine extends Unpriced {
  readonly team: string;
  readonly own: readonly ProvenUsd[];
  /** Of what has a price: see `knownUsd` for what is to be shown. */
  readonly ownUsd: Usd;
  /** The team's part of each pot that was spread over it; money without a part of zero. */
  readonly shared: readonly { readonly pot: SharedPot; readonly usd: Usd }[];
  readonly sharedUsd: Usd;
  readonly totalUsd: Usd;
}

/** A pot that stays a line of its own. */
export interface KeptPot extends Unpriced {
  readonly pot: SharedPot;
  readonly amounts: readonly ProvenUsd[];
  readonly usd: Usd;
  /** Why it was not spread: a whole sentence. */
  readonly reason: string;
}

/**
 * A month shared out. `totalUsd` = sum of all lines + sum of kept pots, to the attodollar; null where
 * the usage of the month is not known: then nothing is spread, and what is there makes no whole.
 */
export interface Chargeback extends Unpriced {
  readonly month: Month;
  /** The dearest first. */
  readonly lines: readonly ChargebackLine[];
  readonly kept: readonly KeptPot[];
  readonly totalUsd: Usd | null;
  /** Why it is not known, as the rest of a sentence; null or absent where it is. */
  readonly notCounted?: string | null;
  /** The total by provenance; a reader is told when there is more than one. */
  readonly totals: readonly ProvenUsd[];
}

/** What AWS billed for a month, and why that is not what metered usage and pots come to. */
export interface MonthBill {
  readonly usd: Usd;
  /** The last day with a billed line. */
  readonly lastDay: Day;
  /** Whether AWS says of every line that it is final; a bill that is not may still change. */
  readonly final: boolean;
  /** Of the reconciliation, without what is a pot of its own; the largest first, whatever the sign. */
  readonly causes: readonly BillCause[];
}

/** Why the bill has more, or less where it is negative. */
export interface BillCause {
  readonly title: string;
  readonly usd: Usd;
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
  /** The bill as it stood, null where none was read; closes from before bills were kept have none. */
  readonly bill?: MonthBill | null | undefined;
}

/** A figure that is not what it was when the month was closed; null where there was or is none. */
export interface CloseChange {
  readonly what: 'team-own' | 'team-shared' | 'kept-pot' | 'total' | 'unpriced' | 'rules' | 'bill';
  /** The team or pot; null for the total, the bill, use without a price and rules. */
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
