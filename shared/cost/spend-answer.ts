import type { Day, Instant, Period } from '../model/period.ts';
import type { BillableUnit, ContextLength, Provenance, ServiceTier } from '../model/usage.ts';
import type { Usd } from '../model/usd.ts';

/** The price line that priced a figure. */
export interface PriceUsed {
  readonly modelId: string;
  readonly unit: BillableUnit;
  readonly scope: string;
  readonly tier: ServiceTier;
  /** Absent for short contexts, and for what has no context. */
  readonly context?: ContextLength;
  readonly usd: Usd;
  readonly per: number;
  /** The Regions that are called; `*` is every commercial Region (not GovCloud, not China). */
  readonly regions: '*' | readonly string[];
  /** First UTC day that the line prices. */
  readonly validFrom: Day;
  readonly source: string;
  readonly checkedOn: Day;
  /** The user's discount that is in `usd`; absent without one. */
  readonly discount?: PriceDiscount;
}

/** A discount that the user entered, and the price that the source lists. */
export interface PriceDiscount {
  /** Decimal text: `12.5` is twelve and a half per cent. */
  readonly percentOff: string;
  readonly note: string;
  readonly listedUsd: Usd;
}

/** A discount that the user entered, and what it makes of the cost that it is in. */
export interface DiscountApplied {
  readonly percentOff: string;
  readonly note: string;
  /** Cost of the usage that it changes, with it. */
  readonly usd: Usd;
  /** The same usage at the prices of the lists. */
  readonly listedUsd: Usd;
}

/** Tokens by kind; `input` excludes cached ones, `cacheWrite` holds every time to live. */
export interface TokenCounts {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
}

/** A ratio beside figures. */
export interface Rated {
  /**
   * The measure that was asked for, where it is a ratio: USD per priced call, or per 1,000 priced
   * output tokens, rounded to 12 decimals. Null where there is nothing to divide by.
   */
  readonly rate?: Usd | null;
}

/** How much of one billable unit was used. */
export interface UnitQuantity {
  readonly unit: BillableUnit;
  readonly quantity: number;
}

/** Money and use as every part of an answer has them. */
export interface SpendFigures extends Rated {
  /**
   * What was used and has a price, exactly. Null where something was used and none of it has one:
   * such use costs nobody knows what, and is shown, exported and compared as `unpriced`, never as 0.
   * `0` is said only of no use, and of use that is free. Where a part has no price the cost is at
   * least `usd`: see `unpricedUnits` of groups and `unpriced` of the answer.
   */
  readonly usd: Usd | null;
  readonly tokens: TokenCounts;
  readonly unpricedTokens: number;
  readonly calls: number;
}

/** Money and use of one day, hour, week or month and one group. */
export interface SpendCell extends SpendFigures {
  /** The first UTC day of the cell that is in the period. */
  readonly day: Day;
  /** Its first instant, where cells are hours; absent elsewhere. */
  readonly start?: Instant;
  readonly key: string;
}

/** The same over the whole period. */
export interface SpendGroup extends SpendFigures {
  readonly key: string;
  /** What a person calls it: model name, account label, session-free principal name. */
  readonly label: string;
  readonly basis: readonly ('invocation-logs' | 'metrics')[];
  /** What of it has no price, the largest first; empty where all of it has. */
  readonly unpricedUnits: readonly UnitQuantity[];
  /**
   * What of it bought capacity served, the largest first: it is paid by the hour, and in neither `usd` nor
   * `unpricedUnits`. Absent where there is none.
   */
  readonly paidByHourUnits?: readonly UnitQuantity[];
  /**
   * Calls of models of which nothing that is billed was counted: they cost nobody knows what, and are
   * not in `usd`. Absent where there are none.
   */
  readonly uncountedCalls?: number;
  /**
   * The part of `usd` that is tied to this group by calls in events alone, since nothing tells whose
   * tokens they were: an estimate. Absent where nothing is.
   */
  readonly allocatedUsd?: Usd;
}

/** How much of the money is tied to somebody; the four parts add up to the total exactly. */
export interface Attribution {
  /** Logs name the principal. */
  readonly principalUsd: Usd;
  /** Shared out over principals by their calls in events. */
  readonly allocatedUsd: Usd;
  /** Nothing names a principal, but rules know the team. */
  readonly teamOnlyUsd: Usd;
  /** Tied to nobody. */
  readonly nobodyUsd: Usd;
  /** Of the total, what rules tie to a team; the others are `unassigned`. */
  readonly teamUsd: Usd;
}

/** A group whose measure changed most. */
export interface Mover {
  readonly key: string;
  readonly label: string;
  /** Decimal text: USD, or a count; null where nothing has a price, or the measure is a ratio of nothing. */
  readonly before: string | null;
  readonly after: string | null;
  /** `after - before`; null where one of them is. */
  readonly difference: string | null;
}

/** The cost of a group on both sides of a comparison; absent on a side that did not use it. */
export interface GroupChange {
  readonly key: string;
  /** Null where nothing of it has a price. */
  readonly before?: Usd | null;
  readonly after?: Usd | null;
}

/** The days that an answer compares: those of its period that are over. */
export interface ComparedSpend {
  readonly period: Period;
  /** Null as in the answer itself. */
  readonly usd: Usd | null;
}

/** The period that an answer is compared with; null figures as in the answer itself. */
export interface PreviousSpend extends Rated, CountedFigures {
  readonly period: Period;
  /** What stands against it: whole days on both sides. */
  readonly against: ComparedSpend;
  /** Every group of either side, in no order; groups beyond `top` each by themselves. */
  readonly changes: readonly GroupChange[];
  readonly unpricedTokens: number;
  /** What is not known of it; see the answer. */
  readonly notCounted: string | null;
  /** All groups together, by day, hour, week or month of the earlier period. */
  readonly cells: readonly SpendCell[];
  /** At most 10, the largest change first. */
  readonly movers: readonly Mover[];
  readonly incompleteDays: readonly Day[];
}

/** Usage that no price line covers: shown with its quantity, never as zero. */
export interface UnpricedUsage {
  readonly modelId: string;
  readonly unit: BillableUnit;
  readonly region: string;
  readonly quantity: number;
  readonly reason: string;
}

/** Sums over a whole period; null where nothing that counts usage was read for it: unknown, not 0. */
export interface CountedFigures {
  /** Null, too, where nothing that was used has a price. */
  readonly usd: Usd | null;
  readonly tokens: TokenCounts | null;
  readonly calls: number | null;
}

/** What AWS billed for a period, where nothing that counts usage was read for it. */
export interface BilledSum {
  /** Exact decimal text. */
  readonly cost: string;
  readonly currency: string;
}

/** What a period's usage costs, grouped; `usd` everywhere counts priced usage only. */
export interface SpendAnswer extends Rated, CountedFigures {
  readonly provenance: Exclude<Provenance, 'billed' | 'unpriced'>;
  /**
   * Why the spend of the period is not known, as the rest of a sentence: nothing that counts usage
   * was read for it. Null where it was.
   */
  readonly notCounted: string | null;
  /** What the bill says instead, by currency; empty where usage was counted or no bill was read. */
  readonly billed: readonly BilledSum[];
  readonly cells: readonly SpendCell[];
  readonly groups: readonly SpendGroup[];
  readonly unpriced: readonly UnpricedUsage[];
  readonly prices: readonly PriceUsed[];
  /** The user's discounts that are in `usd`; absent where none is. */
  readonly discounts?: readonly DiscountApplied[];
  /**
   * What the cache saved, net: cache reads x (input price - read price), less cache writes x
   * (write price - input price); negative where writing cost more than reading saved. Where a
   * model's cache use has no price (see `unpriced`), all its cache use in that Region and tier is
   * left out. Null if nothing can be compared or an input price is missing, `0` without cache use.
   */
  readonly cacheSavingsUsd: Usd | null;
  /** Days of the period whose data are not complete yet (today, or the source's delay). */
  readonly incompleteDays: readonly Day[];
  readonly notes: readonly string[];
  /** Where it was asked for. */
  readonly attribution?: Attribution;
  readonly previous?: PreviousSpend;
}

/** Calls of one principal. Tokens and money are of logged calls only. */
export interface PrincipalUsage {
  readonly principalArn: string;
  readonly principalType: string;
  readonly accountId: string;
  /** Those that succeeded, as calls are counted everywhere. */
  readonly calls: number;
  /** How many of `calls` are in events alone. */
  readonly unloggedCalls: number;
  /** Beside `calls`: refused, throttled or broken ones. */
  readonly failedCalls: number;
  readonly sessions: number;
  readonly models: readonly string[];
  readonly regions: readonly string[];
  readonly tokens: TokenCounts;
  readonly usd: Usd | null;
  readonly unpricedTokens: number;
  readonly lastSeen: Instant;
}
