import { addDays, type Day, daysIn } from '../../model/period.ts';
import { usdToNumber } from '../../model/usd.ts';
import type { DailyCost } from '../statistics/daily-cost.ts';
import { mean, sum } from '../statistics/robust.ts';
import type { BacktestScore } from './forecast-answer.ts';
import { forecastDays } from './forecast-days.ts';
import { historyBefore, type KnownDay } from './history.ts';

/** Days of history that each origin has at least, so that all methods are judged on the same. */
const LEAST_HISTORY = 14;

/** What a method says at one origin, beside what came. */
interface Trial {
  readonly expected: readonly number[];
  readonly actual: readonly number[];
  /** Half the width of the range of the sum; null without one. */
  readonly reach: number | null;
}

type Method = (history: readonly KnownDay[], ahead: readonly Day[]) => Omit<Trial, 'actual'>;

const METHODS: readonly (readonly [BacktestScore['method'], Method])[] = [
  [
    'assay',
    (history, ahead) => {
      const { expected, sumReach } = forecastDays(history, ahead);
      return { expected, reach: sumReach };
    },
  ],
  ['same-day-last-week', sameDayLastWeek],
  [
    'mean-of-last-7-days',
    (history, ahead) => {
      const usd = mean(history.slice(-7).map((day) => day.usd)) ?? 0;
      return { expected: ahead.map(() => usd), reach: null };
    },
  ],
];

/**
 * How wrong forecasts of the next `horizon` days would have been on every day of a history that has
 * 14 known days before it, beside two naive methods. Only the days before an origin are looked at.
 */
export function backtest(days: readonly DailyCost[], horizon: number): readonly BacktestScore[] {
  const known = new Map(
    days.flatMap(({ day, usd, complete }) =>
      usd === null || !complete ? [] : [[day, usdToNumber(usd)] as const],
    ),
  );
  const origins = [...known.keys()].sort();
  return METHODS.map(([method, run]) => {
    const trials = origins.flatMap((origin): readonly Trial[] => {
      const ahead = daysIn({ from: origin, to: addDays(origin, horizon) });
      const actual = ahead.flatMap((day) => known.get(day) ?? []);
      const history = historyBefore(days, origin);
      if (actual.length < horizon || history.length < LEAST_HISTORY) return [];
      return [{ ...run(history, ahead), actual }];
    });
    return { method, ...scoreOf(trials) };
  });
}

function sameDayLastWeek(history: readonly KnownDay[], ahead: readonly Day[]) {
  const week = history.slice(-7);
  const average = mean(week.map(({ usd }) => usd)) ?? 0;
  const last = new Map(history.map(({ day, usd }) => [day, usd]));
  const expected = ahead.map((day, index) => {
    const before = addDays(day, -7 * (1 + Math.floor(index / 7)));
    return last.get(before) ?? average;
  });
  return { expected, reach: null };
}

function scoreOf(trials: readonly Trial[]): Omit<BacktestScore, 'method'> {
  const sums = trials.map((trial) => ({
    expected: sum(trial.expected),
    actual: sum(trial.actual),
    reach: trial.reach,
  }));
  const daily = trials.flatMap(({ expected, actual }) =>
    expected.map((usd, index) => ({ expected: usd, actual: actual[index] ?? 0 })),
  );
  return {
    origins: trials.length,
    mape: sums.some(({ actual }) => actual === 0)
      ? null
      : mean(sums.map(({ expected, actual }) => Math.abs(expected - actual) / actual)),
    wape: wapeOf(sums),
    dailyWape: wapeOf(daily),
    coverage: coverageOf(sums),
  };
}

function wapeOf(
  pairs: readonly { readonly expected: number; readonly actual: number }[],
): number | null {
  const actual = sum(pairs.map((pair) => pair.actual));
  const missed = sum(pairs.map((pair) => Math.abs(pair.expected - pair.actual)));
  return actual === 0 ? null : missed / actual;
}

function coverageOf(
  sums: readonly {
    readonly expected: number;
    readonly actual: number;
    readonly reach: number | null;
  }[],
): number | null {
  return mean(
    sums.flatMap(({ expected, actual, reach }) =>
      reach === null ? [] : [Math.abs(expected - actual) <= reach ? 1 : 0],
    ),
  );
}
