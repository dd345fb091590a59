import type { Day, Period } from '../../model/period.ts';
import type { Usd } from '../../model/usd.ts';

/** The cost of one day and combination of values, as `principal`, `model`, `unit`, `region`. */
export interface CostCell {
  readonly day: Day;
  readonly usd: Usd;
  /** Value by dimension; a dimension that is absent is not known of the cell. */
  readonly values: Readonly<Record<string, string>>;
}

/** What anomalies are looked for in. */
export interface AnomalyInput {
  /** Priced cost, any number of cells for a day and combination. */
  readonly cells: readonly CostCell[];
  /** Complete days that are known: without a cell they cost nothing. Other days are not judged. */
  readonly knownDays: readonly Day[];
  /** Which days are judged; earlier days are history. */
  readonly period: Period;
  /** Each value of each of these is a series of its own, beside the total. */
  readonly seriesBy: readonly string[];
  /** What drivers are named by, the most telling first. */
  readonly driversBy: readonly string[];
  readonly sensitivity?: Partial<Sensitivity>;
}

/** From when on a day is an anomaly; all three must hold. */
export interface Sensitivity {
  /** The least excess over the usual. */
  readonly minimumUsd: Usd;
  /** The least multiple of the usual, as 1.5. */
  readonly minimumTimes: number;
  /** The least excess in robust standard deviations (1.4826 x the median absolute deviation). */
  readonly minimumDeviations: number;
}

/** A part of an anomaly's excess, by the values that all of it shares. */
export interface Driver {
  readonly values: Readonly<Record<string, string>>;
  readonly actualUsd: Usd;
  /** What these values cost on such a day, in whole cents. */
  readonly usualUsd: Usd;
  readonly excessUsd: Usd;
  /** `actual / usual`; null where the usual is nothing. */
  readonly times: number | null;
  /** Of the anomaly's excess, 0 to 1; usuals are medians, so that shares need not add up to 1. */
  readonly share: number;
}

/** One day on which something cost far more than usual. */
export interface Anomaly {
  readonly day: Day;
  /** The series of which most is unusual; both null for the total. */
  readonly dimension: string | null;
  readonly value: string | null;
  readonly actualUsd: Usd;
  /** What such a day costs, in whole cents. */
  readonly usualUsd: Usd;
  readonly excessUsd: Usd;
  /** `actual / usual`; null where the usual is nothing. */
  readonly times: number | null;
  /** Excess in robust standard deviations. */
  readonly deviations: number;
  /** The first day on which the series ever cost anything. */
  readonly firstSeen: boolean;
  /** Largest first; together at least 80 % of the excess where single values can tell. */
  readonly drivers: readonly Driver[];
  /** Share of the excess that the drivers tell, 0 to 1. */
  readonly explained: number;
}

/** The anomalies of a period, largest excess first, and the days that could not be judged. */
export interface AnomalyAnswer {
  readonly anomalies: readonly Anomaly[];
  readonly judgedDays: readonly Day[];
  /** Days of the period without data, or with less than 14 known days before them. */
  readonly unjudgedDays: readonly Day[];
}
