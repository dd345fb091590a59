import type { Day, Month } from '../../model/period.ts';
import type { Usd } from '../../model/usd.ts';
import type { DailyCost } from '../statistics/daily-cost.ts';

/** What a forecast looks at. */
export interface ForecastInput {
  /** History in any order, each day once; the last 8 weeks count. */
  readonly days: readonly DailyCost[];
  /** The month whose end is asked for. */
  readonly month: Month;
  /** The UTC day of the question: it and later days are forecast. */
  readonly today: Day;
}

/** An estimate with the range that 8 of 10 outcomes fall into. */
export interface Range {
  readonly expectedUsd: Usd;
  /** Tenth percentile. */
  readonly lowUsd: Usd;
  /** Ninetieth percentile. */
  readonly highUsd: Usd;
}

/** A day that is estimated: it lies ahead, is not complete, or nothing is known of it. */
export interface ForecastDay extends Range {
  readonly day: Day;
  readonly why: 'ahead' | 'incomplete' | 'unknown';
}

/** Cost to the end of a month, all amounts but `knownUsd` in whole cents. */
export interface MonthForecast extends Range {
  readonly found: true;
  readonly month: Month;
  /** Exact sum of the month's days as far as it is known, the floor of incomplete days included. */
  readonly knownUsd: Usd;
  /** The days that were estimated, in order. */
  readonly days: readonly ForecastDay[];
  /** Complete days that the estimate rests on. */
  readonly historyDays: number;
  /** Whether there was enough history (14 days) to tell weekdays apart. */
  readonly weekdayRhythm: boolean;
  /** What a reader must know, in whole sentences. */
  readonly notes: readonly string[];
}

/** Why there is no forecast. */
export interface NoForecast {
  readonly found: false;
  readonly reason: string;
}

export type Forecast = MonthForecast | NoForecast;

/** The error of one way of forecasting over many origins. */
export interface BacktestScore {
  readonly method: 'assay' | 'same-day-last-week' | 'mean-of-last-7-days';
  /** Origins that could be judged: enough history before, the rest of the horizon known. */
  readonly origins: number;
  /** Mean absolute percentage error of the sums over the horizon; null where a sum was zero. */
  readonly mape: number | null;
  /** Sum of absolute errors over sum of what came, of the sums over the horizon; 0.1 is 10 %. */
  readonly wape: number | null;
  /** The same of single days. */
  readonly dailyWape: number | null;
  /** Share of sums inside the range (0.8 is meant); null for methods without a range. */
  readonly coverage: number | null;
}
