import type { Day, Month } from '../../model/period.ts';
import type {
  BudgetScope,
  BudgetThreshold,
  SpendBudget,
  ThresholdBasis,
} from '../../model/spend-budget.ts';
import type { Provenance } from '../../model/usage.ts';
import type { Usd } from '../../model/usd.ts';
import type { BesideAhead } from '../forecast/beside-ahead.ts';
import type { Forecast } from '../forecast/forecast-answer.ts';
import type { BesideMetered } from '../spend/beside-metered.ts';
import type { UnitQuantity } from '../spend-answer.ts';
import type { DailyCost } from '../statistics/daily-cost.ts';

/** What is known of the cost that a budget counts, in one month. */
export interface BudgetCost {
  readonly month: Month;
  /** Of metered usage; null where it is not known: never 0. */
  readonly actualUsd: Usd | null;
  /** Why it is not known, as the rest of a sentence; null where it is. */
  readonly notKnown: string | null;
  readonly provenance: Exclude<Provenance, 'unpriced'>;
  /** What of the budget's scope no price covers, the largest first; it is not in `actualUsd`. */
  readonly unpricedUnits: readonly UnitQuantity[];
  /** Of metered usage, as `actualUsd` is. */
  readonly forecast: Forecast;
  /** What comes beside metered usage and counts too; null where that is not told apart. */
  readonly beside: BesideMetered | null;
  /** What more of it comes to the month's end; null where that is not known, or does not count. */
  readonly besideAhead: BesideAhead | null;
}

/**
 * Somebody was told that a threshold is crossed: kept, so that it happens once a month for an amount
 * and what it counts. A budget that is changed in either is armed again.
 */
export interface BudgetNotice extends BudgetThreshold {
  readonly budgetId: string;
  readonly month: Month;
  readonly monthlyUsd: Usd;
  readonly scope: BudgetScope;
}

/** How a budget is used up over its month. */
export interface BudgetCourse {
  readonly budgetId: string;
  /** The month's days so far, in order: metered usage. */
  readonly days: readonly DailyCost[];
  readonly forecast: Forecast;
  /** What counts beside it by day; what no day tells stands on the last. Together it is `beside`. */
  readonly beside: readonly { readonly day: Day; readonly usd: Usd }[];
  /** What is expected of it by day. */
  readonly besideAhead: BesideAhead['days'];
}

/** Where a threshold stands; `unknown` where what it is of is not known. */
export interface ThresholdState extends BudgetThreshold {
  /** The threshold in money, exact. */
  readonly usd: Usd;
  readonly state: 'below' | 'crossed' | 'unknown';
  /** Why it is unknown; null otherwise. */
  readonly reason: string | null;
}

/** How a budget stands in a month. */
export interface BudgetState {
  readonly budget: SpendBudget;
  readonly month: Month;
  /** Metered usage and `beside`; null where it is not known: then nothing is crossed, and no share is used. */
  readonly actualUsd: Usd | null;
  /** Why it is not known, as the rest of a sentence; null where it is. */
  readonly notKnown: string | null;
  readonly provenance: BudgetCost['provenance'];
  readonly unpricedUnits: readonly UnitQuantity[];
  /**
   * What is in `actualUsd` and `forecastUsd` beside metered usage, up to now: of everything and of
   * accounts. Null for teams and models, of which a bill tells nothing: metered usage alone.
   */
  readonly beside: BesideMetered | null;
  /** What of `forecastUsd` is still to come beside metered usage; null where that is not known. */
  readonly besideAhead: BesideAhead | null;
  /** Metered usage, `beside` and `besideAhead`; null where there is no forecast. */
  readonly forecastUsd: Usd | null;
  /** What is left of the monthly amount, negative when it is overspent; null where it is not known. */
  readonly leftUsd: Usd | null;
  /** Actual as percent of the monthly amount, rounded down to a tenth, for people. */
  readonly actualPercent: number | null;
  readonly forecastPercent: number | null;
  /** In order of percent, actual before forecast. */
  readonly thresholds: readonly ThresholdState[];
  /** Crossed and not told of in this month; keep them with the earlier notices once told. */
  readonly newNotices: readonly BudgetNotice[];
  /** The one new notice of each basis worth telling: the highest. */
  readonly tell: Readonly<Record<ThresholdBasis, BudgetNotice | null>>;
}
