import type { OtherCosts } from '../cost/reconcile/other-costs.ts';
import type { ReconciledLine } from '../cost/reconcile/reconciled-line.ts';
import type { Reconciliation } from '../cost/reconcile/reconciliation.ts';
import type { Period } from '../model/period.ts';

export type { Cause } from '../cost/reconcile/causes.ts';
export type { CostSubject } from '../cost/reconcile/cost-subject.ts';
export type { OtherCost, OtherCosts } from '../cost/reconcile/other-costs.ts';
export type {
  DifferencePart,
  LineState,
  ReconciledLine,
} from '../cost/reconcile/reconciled-line.ts';
export type {
  CauseSum,
  ReconciledDay,
  ReconciliationHeadline,
  StateSum,
} from '../cost/reconcile/reconciliation.ts';

/** Bill against estimate of a period with one page of its lines, largest difference first. */
export interface SpendReconciliation extends Omit<Reconciliation, 'lines'> {
  readonly period: Period;
  readonly rows: readonly ReconciledLine[];
  /** Lines that the filter chooses, on all pages. */
  readonly total: number;
}

/** What costs that are no counted usage came to, by what they are for. */
export interface SpendOtherCosts extends OtherCosts {
  /** Why it is not known what was billed, as the rest of a sentence; null where a bill tells. */
  readonly notBilled: string | null;
  /** Why nothing is known of what is configured, as the rest of a sentence; null where it was read. */
  readonly notRead: string | null;
  readonly period: Period;
}
