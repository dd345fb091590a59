import type { Anomaly } from '../cost/anomalies/anomaly-answer.ts';
import type { BudgetCourse, BudgetNotice, BudgetState } from '../cost/budgets/budget-answer.ts';
import type {
  Chargeback,
  CloseComparison,
  MonthBill,
  MonthClose,
} from '../cost/chargeback/chargeback-answer.ts';
import type { BesideAhead } from '../cost/forecast/beside-ahead.ts';
import type { Forecast } from '../cost/forecast/forecast-answer.ts';
import type { BesideMetered } from '../cost/spend/beside-metered.ts';
import type { PriceUsed, UnitQuantity } from '../cost/spend-answer.ts';
import type { DailyCost } from '../cost/statistics/daily-cost.ts';
import type { WhatIfAnswer } from '../cost/what-if/what-if-answer.ts';
import type { Day, Instant, Month, Period } from '../model/period.ts';
import type { ServiceTier } from '../model/usage.ts';
import type { Usd } from '../model/usd.ts';

export type { Anomaly, Driver } from '../cost/anomalies/anomaly-answer.ts';
export type {
  BudgetCourse,
  BudgetNotice,
  BudgetState,
  ThresholdState,
} from '../cost/budgets/budget-answer.ts';
export type { CacheRow, CacheWriter, SpendCache } from '../cost/cache/spend-cache-answer.ts';
export type {
  Chargeback,
  ChargebackLine,
  CloseChange,
  CloseComparison,
  KeptPot,
  MonthClose,
  Unpriced,
} from '../cost/chargeback/chargeback-answer.ts';
export type { CapacityJudgement, Expiry } from '../cost/commitments/commitment-answer.ts';
export type { CapacityRow, SpendCapacity } from '../cost/commitments/spend-capacity-answer.ts';
export type { Forecast, ForecastDay, MonthForecast } from '../cost/forecast/forecast-answer.ts';
export type { BesideMetered } from '../cost/spend/beside-metered.ts';
export type { DailyCost } from '../cost/statistics/daily-cost.ts';
export type { BrokenApproval, NotCompared, WhatIfAnswer } from '../cost/what-if/what-if-answer.ts';

/** One logged call, with what it cost. Counts that its log does not tell are null. */
export interface SpendCall {
  readonly requestId: string;
  readonly time: Instant;
  readonly accountId: string | null;
  readonly region: string | null;
  /** Where a cross-Region call was answered. */
  readonly destinationRegion: string | null;
  readonly operation: string | null;
  /** As called. */
  readonly modelId: string | null;
  /** What people call the model behind it. */
  readonly model: string | null;
  readonly tier: ServiceTier;
  readonly principalArn: string | null;
  readonly sessionName: string | null;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly cacheReadTokens: number | null;
  /** All cache writes. */
  readonly cacheWriteTokens: number | null;
  readonly outputImages: number | null;
  readonly latencyMs: number | null;
  readonly guardrailId: string | null;
  readonly stopReason: string | null;
  readonly errorCode: string | null;
  /** JSON text as it came with the call. */
  readonly requestMetadata: string | null;
  /** Metered; null where any part of it has no price, and for a failed call, which uses nothing. */
  readonly usd: Usd | null;
  /** The lines that priced it, also the priced parts of a call without an amount. */
  readonly prices: readonly PriceUsed[];
  /** Why there is no amount; null where there is one. */
  readonly unpricedReason: string | null;
}

/** What a month costs at its end, with the days that it rests on. */
export interface SpendForecast {
  readonly month: Month;
  readonly forecast: Forecast;
  /** The month's days so far and the 8 weeks before, in order. */
  readonly days: readonly DailyCost[];
  readonly provenance: 'metered';
  /** Tokens of the month that no price covers: they are in no figure. */
  readonly unpricedTokens: number;
  /** All of it by unit, the largest first. */
  readonly unpricedUnits: readonly UnitQuantity[];
  /** What comes beside it in the month, up to now; null where the filter asks what a bill does not tell. */
  readonly beside: BesideMetered | null;
  /** What more of it comes to the month's end, at the bill's pace; null where that is not known. */
  readonly besideAhead: BesideAhead | null;
  readonly notes: readonly string[];
}

/** Days on which something cost far more than usual, largest first. */
export interface SpendAnomalies {
  /** Values are keys: base model ids, principal ARNs, units, Regions, account ids; `labels` names them. */
  readonly anomalies: readonly Anomaly[];
  /** What people call the values, by `dimension value`. */
  readonly labels: Readonly<Record<string, string>>;
  readonly judgedDays: readonly Day[];
  /** Days that are not complete, or have less than 14 known days before them. */
  readonly unjudgedDays: readonly Day[];
  readonly provenance: 'metered';
  readonly notes: readonly string[];
}

/** How the budgets of the workspace stand in a month. */
export interface SpendBudgets {
  readonly month: Month;
  readonly budgets: readonly BudgetState[];
  /** The days behind each, in the same order. */
  readonly courses: readonly BudgetCourse[];
  /** Crossings of this month that somebody was told of. */
  readonly told: readonly ToldNotice[];
  readonly notes: readonly string[];
}

/** A crossing that was told, and when. */
export interface ToldNotice extends BudgetNotice {
  readonly at: Instant;
}

/** A crossing to tell now, with the words for it. */
export interface BudgetAlert extends BudgetNotice {
  readonly name: string;
  /** A whole sentence with the amounts. */
  readonly message: string;
}

/** Both sides of a what-if over the usage of a period. */
export interface SpendWhatIf extends WhatIfAnswer {
  readonly period: Period;
  readonly provenance: 'metered';
  readonly notes: readonly string[];
}

/** A month shared out over teams; a closed one beside what it would be today. */
export interface SpendChargeback {
  readonly month: Month;
  /** As it is now: of a closed month, what it would be today. */
  readonly now: Chargeback;
  /** What AWS billed for the month; null where no bill of it was read. */
  readonly bill: MonthBill | null;
  /** What was kept when the month was closed: this holds; null while it is open. */
  readonly closed: MonthClose | null;
  /** Null while the month is open. */
  readonly comparison: CloseComparison | null;
  /** Earlier closes of this month that were opened again, newest first. */
  readonly reopened: readonly ReopenedMonth[];
  /** Days of the month that have begun and whose data are not complete: today always is such a day. */
  readonly incompleteDays: readonly Day[];
  readonly notes: readonly string[];
}

/** Keys that usage can be grouped and assigned by, with values that they have. */
export interface SpendKeys {
  /** Keys of tags, of what was read last: by name. */
  readonly tags: readonly KnownKey[];
  /** Keys of request metadata, of the period's logged calls: the most frequent first. */
  readonly metadata: readonly KnownKey[];
}

/** A key with some of its values, the most frequent first. */
export interface KnownKey {
  readonly key: string;
  readonly values: readonly string[];
}

/** A close that was taken back: kept, so that a closed month never changes silently. */
export interface ReopenedMonth {
  readonly close: MonthClose;
  readonly reopenedAt: Instant;
  readonly note: string;
}
