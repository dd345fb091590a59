import type { Day } from '../../model/period.ts';
import type { Usd } from '../../model/usd.ts';
import type { Cause } from './causes.ts';
import type { LineState, ReconciledLine } from './reconciled-line.ts';

/** Bill against estimate of a period in one sentence's worth of figures. */
export interface ReconciliationHeadline {
  /** All that was billed, credits and discounts taken off; null where nothing was billed. */
  readonly billedUsd: Usd | null;
  /** All that was counted and has a price; null where nothing was read that counts. */
  readonly estimatedUsd: Usd | null;
  /** Billed less estimated; null where one of the two is not known. */
  readonly differenceUsd: Usd | null;
  /** Lines of the bill without their signs: what `explainedPercent` is a share of. */
  readonly grossUsd: Usd;
  /** How much of `grossUsd` is matched or has a cause that explains it. */
  readonly explainedUsd: Usd;
  /** How much of `explainedUsd` counted usage accounts for: matched by the estimate. */
  readonly matchedUsd: Usd;
  /** The rest of `explainedUsd`: only named by what the bill calls it, which no count checks. */
  readonly classifiedUsd: Usd;
  readonly unexplainedUsd: Usd;
  /** Of `grossUsd`, with one decimal: `72.1`; see `sharePercent`. Null where nothing was billed. */
  readonly matchedPercent: string | null;
  readonly classifiedPercent: string | null;
  readonly explainedPercent: string | null;
}

/** What one cause comes to. */
export interface CauseSum {
  readonly cause: Cause;
  /** Signed: billed less estimated. */
  readonly usd: Usd;
  /** Lines that have it. */
  readonly lines: number;
}

/** What lines of one state come to. */
export interface StateSum {
  readonly state: LineState;
  readonly billedUsd: Usd;
  readonly estimatedUsd: Usd;
  readonly lines: number;
}

/** One UTC day, which is the bill's own day. */
export interface ReconciledDay {
  readonly day: Day;
  readonly billedUsd: Usd;
  readonly estimatedUsd: Usd;
  /** What no cause explains, without signs. */
  readonly unexplainedUsd: Usd;
}

/**
 * Everything about bill and estimate of a period. The causes add up to the headline's difference,
 * where it is known.
 */
export interface Reconciliation {
  readonly headline: ReconciliationHeadline;
  /** Why the period's usage is not known, as the rest of a sentence; null where it was counted. */
  readonly notCounted: string | null;
  /** Why it is not known what was billed, as the rest of a sentence; null where a bill tells. */
  readonly notBilled: string | null;
  readonly causes: readonly CauseSum[];
  readonly states: readonly StateSum[];
  readonly days: readonly ReconciledDay[];
  /** The largest difference first, whatever its sign. */
  readonly lines: readonly ReconciledLine[];
  readonly notes: readonly string[];
}
