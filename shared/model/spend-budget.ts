import type { Usd } from './usd.ts';

/** What a budget counts: everything, or one account, team or model (base model id). */
export type BudgetScope =
  | { readonly kind: 'workspace' }
  | { readonly kind: 'account'; readonly accountId: string }
  | { readonly kind: 'team'; readonly team: string }
  | { readonly kind: 'model'; readonly modelId: string };

/** `actual`: spent so far in the month; `forecast`: expected at its end. */
export type ThresholdBasis = 'actual' | 'forecast';

/** A share of a budget that somebody is told about. */
export interface BudgetThreshold {
  /** Whole percent of the monthly amount, 1 to 1000. */
  readonly percent: number;
  readonly on: ThresholdBasis;
}

/** A monthly limit that the user set in Assay; AWS's own budgets are the dataset `budgets`. */
export interface SpendBudget {
  readonly id: string;
  readonly name: string;
  readonly scope: BudgetScope;
  /** More than zero. */
  readonly monthlyUsd: Usd;
  readonly thresholds: readonly BudgetThreshold[];
}
