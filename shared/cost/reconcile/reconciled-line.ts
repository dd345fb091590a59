import type { Day } from '../../model/period.ts';
import type { BillableUnit, ContextLength, ServiceTier, UsageBasis } from '../../model/usage.ts';
import type { Usd } from '../../model/usd.ts';
import type { Cause } from './causes.ts';

/**
 * `matched`: the same but for rounding. `differs`: both have it, at different amounts. `estimate-only`
 * and `billed-only`: the other has nothing of it.
 */
export const LINE_STATES = ['matched', 'differs', 'estimate-only', 'billed-only'] as const;

export type LineState = (typeof LINE_STATES)[number];

/** A part of a difference with its cause. */
export interface DifferencePart {
  readonly cause: Cause;
  /** Signed: billed less estimated. */
  readonly usd: Usd;
  /** What speaks for the cause; a whole sentence. */
  readonly reason: string;
}

/** Bill and estimate of one unit of one model on one UTC day in one account and Region. */
export interface ReconciledLine {
  readonly day: Day;
  /** Where days are together, `day` being the first: the last of them, and how many have the line. */
  readonly days?: { readonly last: Day; readonly count: number };
  readonly accountId: string;
  /** Null for what belongs to no Region, as credits do. */
  readonly region: string | null;
  /** Base model; null for what is of no model. */
  readonly modelId: string | null;
  /** The bill does not tell in-Region and geographic calls apart: `regional`. Null for no model. */
  readonly scope: 'regional' | 'global' | null;
  readonly tier: ServiceTier | null;
  readonly context: ContextLength | null;
  readonly unit: BillableUnit | null;
  /** The usage types and line types of the bill that are summed here. */
  readonly billedAs: readonly string[];
  /** Null where the bill has nothing of it. */
  readonly billedUsd: Usd | null;
  /** At public prices; null where the source does not tell. */
  readonly listUsd: Usd | null;
  /** Null where nothing was counted, or nothing of it has a price. */
  readonly estimatedUsd: Usd | null;
  /** Decimal text in single units; null where unknown. */
  readonly billedQuantity: string | null;
  /** Null where nothing was counted. */
  readonly countedQuantity: number | null;
  readonly basis: readonly UsageBasis[];
  readonly state: LineState;
  /** Billed less estimated; what is null counts as nothing. */
  readonly differenceUsd: Usd;
  /** Add up to the difference exactly. */
  readonly parts: readonly DifferencePart[];
}
