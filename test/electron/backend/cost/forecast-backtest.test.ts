import { describe, expect, test } from 'vitest';
import { backtest } from '../../../../shared/cost/forecast/backtest.ts';
import type { BacktestScore } from '../../../../shared/cost/forecast/forecast-answer.ts';
import { forecastMonth } from '../../../../shared/cost/forecast/forecast-month.ts';
import type { DailyCost } from '../../../../shared/cost/statistics/daily-cost.ts';
import { addUsd } from '../../../../shared/model/usd.ts';
import { worldAt } from '../../../helpers/world-at.ts';
import { demoCells, wholeDays } from './demo-cells.ts';

const world = worldAt('2026-11-20T12:00:00Z');
const cells = demoCells(world);
const ACCOUNTS = ['222233334444', '333344445555', '555566667777'] as const;

function daily(account: string | null): readonly DailyCost[] {
  const own = cells.filter(({ values }) => account === null || values.account === account);
  return wholeDays(world).map((day) => ({
    day,
    usd: addUsd(...own.flatMap((cell) => (cell.day === day ? cell.usd : []))),
    complete: true,
  }));
}

function line(what: string, horizon: number, score: BacktestScore): string {
  const percent = (share: number | null) =>
    share === null ? '-' : `${(100 * share).toFixed(1)} %`;
  const { method, origins, mape, wape, dailyWape, coverage } = score;
  return `${what}, ${horizon} days ahead, ${method}: MAPE ${percent(mape)}, WAPE ${percent(wape)}, single days ${percent(dailyWape)}, inside the range ${percent(coverage)} (${origins} origins)`;
}

describe('forecasts of the demo account, looked at afterwards', () => {
  test.each(
    [null, ...ACCOUNTS].flatMap((account) => [7, 14, 28].map((days) => [account, days] as const)),
  )('account %s, %i days ahead', (account, horizon) => {
    const scores = backtest(daily(account), horizon);
    for (const score of scores) console.log(line(account ?? 'total', horizon, score));
    const [assay, lastWeek, mean] = scores;
    expect(assay?.origins).toBeGreaterThan(40);
    expect(assay?.wape).toBeLessThan(0.1);
    expect(assay?.dailyWape).toBeLessThan(lastWeek?.dailyWape ?? 0);
    expect(assay?.dailyWape).toBeLessThan(mean?.dailyWape ?? 0);
    expect(assay?.coverage).toBeGreaterThan(0.65);
  });

  test('October from each of its days: the range holds the month', () => {
    const days = daily(null);
    const october = days.filter(({ day }) => day.startsWith('2026-10'));
    const actual = Number(addUsd(...october.flatMap(({ usd }) => usd ?? [])));
    const judged = october.map(({ day: today }) => {
      const seen = days.filter(({ day }) => day < today);
      const forecast = forecastMonth({ days: seen, month: '2026-10', today });
      if (!forecast.found) throw new Error(forecast.reason);
      const [low, expected, high] = [forecast.lowUsd, forecast.expectedUsd, forecast.highUsd].map(
        Number,
      );
      return { expected: expected ?? 0, inside: actual >= (low ?? 0) && actual <= (high ?? 0) };
    });
    const errors = judged.map(({ expected }) => Math.abs(expected - actual) / actual);
    const inside = judged.filter((one) => one.inside).length;
    console.log(
      `October 2026 from each of its ${judged.length} days: worst error ${(100 * Math.max(...errors)).toFixed(1)} %, inside the range ${inside} of ${judged.length}`,
    );
    expect(Math.max(...errors)).toBeLessThan(0.1);
    expect(inside / judged.length).toBeGreaterThan(0.75);
  });
});
