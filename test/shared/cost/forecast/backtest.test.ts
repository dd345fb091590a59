import { describe, expect, test } from 'vitest';
import { backtest } from '../../../../shared/cost/forecast/backtest.ts';
import { costs, noise } from './builders.ts';

const byMethod = (scores: ReturnType<typeof backtest>) =>
  Object.fromEntries(scores.map((score) => [score.method, score]));

describe('backtest', () => {
  test('judges each day with 14 days before it and a known horizon after it', () => {
    const scores = byMethod(
      backtest(
        costs('2026-09-01', 40, () => 100),
        7,
      ),
    );
    for (const { origins, mape, wape, dailyWape } of Object.values(scores)) {
      expect(origins).toBe(20);
      for (const error of [mape, wape, dailyWape]) expect(error).toBeCloseTo(0, 12);
    }
    expect(scores.assay?.coverage).toBe(1);
    expect(scores['mean-of-last-7-days']?.coverage).toBeNull();
  });

  test('naive methods are what they say, by hand', () => {
    const days = costs('2026-09-01', 15, (index) => (index === 13 ? 80 : 10));
    const scores = byMethod(backtest(days, 1));
    expect(scores['same-day-last-week']).toMatchObject({ origins: 1, mape: 0 });
    expect(scores['mean-of-last-7-days']).toMatchObject({ origins: 1, mape: 1, wape: 1 });
  });

  test('days that are unknown are no origins and no zeros', () => {
    const days = costs('2026-09-01', 40, (index) => (index === 30 ? null : 100));
    const { assay } = byMethod(backtest(days, 7));
    expect(assay?.origins).toBe(13);
    expect(assay?.wape).toBeCloseTo(0, 12);
  });

  test('percentages of nothing are null', () => {
    const scores = byMethod(
      backtest(
        costs('2026-09-01', 30, () => 0),
        7,
      ),
    );
    expect(scores.assay).toMatchObject({ mape: null, wape: null, dailyWape: null });
  });

  test('too little history is judged by nobody', () => {
    const scores = byMethod(
      backtest(
        costs('2026-09-01', 14, () => 1),
        1,
      ),
    );
    expect(scores.assay).toMatchObject({ origins: 0, mape: null, coverage: null });
  });

  test('on a noisy rhythm days are told better than by either naive method', () => {
    const days = costs('2026-08-01', 90, (i, weekend) => (weekend ? 20 : 100) * noise(i, 0.3));
    const scores = byMethod(backtest(days, 14));
    const daily = (method: string) => scores[method]?.dailyWape ?? Number.NaN;
    expect(daily('assay')).toBeLessThan(daily('same-day-last-week'));
    expect(daily('assay')).toBeLessThan(daily('mean-of-last-7-days'));
    expect(scores.assay?.coverage).toBeGreaterThan(0.6);
  });
});
