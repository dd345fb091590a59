import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Forecast, MonthForecast } from '../../../../shared/cost/forecast/forecast-answer.ts';
import { forecastMonth } from '../../../../shared/cost/forecast/forecast-month.ts';
import type { DailyCost } from '../../../../shared/cost/statistics/daily-cost.ts';
import { addUsd } from '../../../../shared/model/usd.ts';
import { costs, type DayShape, noise } from './builders.ts';

const TODAY = '2026-10-20';
/** 8 weeks before today. */
const FIRST = '2026-08-25';
const WEEKEND_SHARE = 0.2;
const rhythm: DayShape = (_, weekend) => (weekend ? 20 : 100);

function found(days: readonly DailyCost[], month = '2026-10'): MonthForecast {
  const forecast = forecastMonth({ days, month, today: TODAY });
  if (!forecast.found) throw new Error(forecast.reason);
  return forecast;
}

function reasonOf(forecast: Forecast): string | null {
  return forecast.found ? null : forecast.reason;
}

describe('a steady rhythm', () => {
  const forecast = found(costs(FIRST, 56, rhythm));

  test('October: 22 weekdays and 9 days of weekends', () => {
    expect(forecast).toMatchObject({
      knownUsd: '1420',
      expectedUsd: '2380',
      historyDays: 56,
      weekdayRhythm: true,
      notes: [],
    });
  });

  test('each day ahead has its weekday', () => {
    expect(forecast.days.map(({ day, expectedUsd }) => `${day.slice(8)}: ${expectedUsd}`)).toEqual([
      '20: 100',
      '21: 100',
      '22: 100',
      '23: 100',
      '24: 20',
      '25: 20',
      '26: 100',
      '27: 100',
      '28: 100',
      '29: 100',
      '30: 100',
      '31: 20',
    ]);
  });

  test('the range is around the expected', () => {
    expect(Number(forecast.lowUsd)).toBeLessThan(2_380);
    expect(Number(forecast.highUsd)).toBeGreaterThan(2_380);
    expect(Number(forecast.highUsd)).toBeLessThan(2_480);
  });
});

describe('history that is not perfect', () => {
  const noisy =
    (share: number): DayShape =>
    (index, weekend) =>
      (weekend ? WEEKEND_SHARE : 1) * 100 * noise(index, share);
  const rest = (forecast: MonthForecast) =>
    Number(forecast.expectedUsd) - Number(forecast.knownUsd);
  const width = (forecast: MonthForecast) => Number(forecast.highUsd) - Number(forecast.lowUsd);

  test('noise widens the range', () => {
    const [calm, wild] = [0.05, 0.6].map((share) => found(costs(FIRST, 56, noisy(share))));
    expect(calm && wild && width(wild) / width(calm)).toBeGreaterThan(3);
  });

  test.each<[string, DayShape, number, number]>([
    ['a gap is not zero', (i, w) => (i > 20 && i < 30 ? null : rhythm(i, w)), 955, 965],
    ['a wild day', (i, w) => (i === 54 ? 5_000 : rhythm(i, w)), 930, 1_000],
    ['a step five days ago', (i, w) => (i >= 51 ? 3 : 1) * (rhythm(i, w) ?? 0), 2_860, 2_900],
    ['a step twenty days ago', (i, w) => (i >= 36 ? 3 : 1) * (rhythm(i, w) ?? 0), 2_860, 2_900],
    ['all stopped a week ago', (i, w) => (i >= 49 ? 0 : rhythm(i, w)), 0, 10],
    ['1 % more each day', (i, w) => 1.01 ** i * (rhythm(i, w) ?? 0), 1_700, 1_850],
    ['weekdays only', (_, weekend) => (weekend ? 0 : 100), 895, 905],
    ['nothing at all', () => 0, 0, 0],
  ])('%s', (_, shape, low, high) => {
    const forecast = found(costs(FIRST, 56, shape));
    expect(rest(forecast)).toBeGreaterThanOrEqual(low);
    expect(rest(forecast)).toBeLessThanOrEqual(high);
    expect(Number(forecast.lowUsd)).toBeGreaterThanOrEqual(Number(forecast.knownUsd));
  });

  test('a day that is not complete is a floor, not history', () => {
    const half: DailyCost = { day: TODAY, usd: '30.001', complete: false };
    const lots: DailyCost = { day: TODAY, usd: '400', complete: false };
    const steady = costs(FIRST, 56, rhythm);
    expect(found([...steady, half])).toMatchObject({
      knownUsd: '1450.001',
      expectedUsd: '2380',
      days: [{ day: TODAY, why: 'incomplete', expectedUsd: '100' }, ...Array(11).fill({})],
    });
    expect(found([...steady, lots])).toMatchObject({ expectedUsd: '2680' });
  });

  test('late deliveries of past days are no history: half-delivered days do not lower the level', () => {
    const days = costs(FIRST, 56, rhythm).map((cost, index) =>
      index >= 50 ? { ...cost, usd: '1', complete: false } : cost,
    );
    const forecast = found(days);
    expect(forecast).toMatchObject({ expectedUsd: '2380', historyDays: 50 });
    expect(forecast.days.filter(({ why }) => why === 'incomplete')).toHaveLength(6);
  });

  test('an unread day of the month is estimated and said so', () => {
    const forecast = found(costs(FIRST, 56, (i, w) => (i === 50 ? null : rhythm(i, w))));
    expect(forecast).toMatchObject({ knownUsd: '1320', expectedUsd: '2380' });
    expect(forecast.days[0]).toMatchObject({ day: '2026-10-14', why: 'unknown' });
    expect(forecast.notes).toEqual(['1 day before today is not known and is estimated.']);
  });
});

describe('little history', () => {
  const width = ({ lowUsd, highUsd }: MonthForecast) => Number(highUsd) - Number(lowUsd);

  test.each([
    [0, 'Only 0 complete days'],
    [2, 'Only 2 complete days'],
    [3, null],
  ])('%i days: %s', (count, reason) => {
    const days = costs(FIRST, 56, (i, w) => (i < 56 - count ? null : rhythm(i, w)));
    const forecast = forecastMonth({ days, month: '2026-10', today: TODAY });
    if (reason === null) expect(forecast.found).toBe(true);
    else expect(reasonOf(forecast)).toContain(reason);
  });

  test('the less history, the wider', () => {
    const widths = [5, 10, 56].map((count) =>
      width(found(costs(FIRST, 56, (i) => (i < 56 - count ? null : 100)))),
    );
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
    expect((widths[0] ?? 0) / (widths[2] ?? 0)).toBeGreaterThan(3);
  });

  test('under two weeks says so', () => {
    const forecast = found(costs(FIRST, 56, (i) => (i < 46 ? null : 100)));
    expect(forecast.weekdayRhythm).toBe(false);
    expect(forecast.notes).toContain(
      'With 10 days of history, weekdays cannot be told apart and the range is wide.',
    );
  });
});

describe('which month', () => {
  const days = costs(FIRST, 56, rhythm);

  test.each([
    ['2026-11', true],
    ['2026-12', false],
  ])('%s: %s', (month, answer) => {
    expect(forecastMonth({ days, month, today: TODAY }).found).toBe(answer);
  });

  test('a month that is over and known is its sum, without a range', () => {
    expect(found(days, '2026-09')).toMatchObject({
      knownUsd: '2360',
      expectedUsd: '2360',
      lowUsd: '2360',
      highUsd: '2360',
      days: [],
    });
  });

  test('order of days does not matter', () => {
    expect(found([...days].reverse())).toEqual(found(days));
  });
});

test('whatever came: low <= expected <= high, and nothing below what is known', () => {
  const amount = fc.option(fc.double({ min: 0, max: 1e7, noNaN: true }), { nil: null });
  fc.assert(
    fc.property(fc.array(amount, { minLength: 56, maxLength: 56 }), (amounts) => {
      const days = costs(FIRST, 56, (index) => amounts[index] ?? null);
      const forecast = forecastMonth({ days, month: '2026-10', today: TODAY });
      if (!forecast.found) return;
      const [known, low, expected, high] = [
        forecast.knownUsd,
        forecast.lowUsd,
        forecast.expectedUsd,
        forecast.highUsd,
      ].map(Number);
      expect(known).toBeLessThanOrEqual(low ?? -1);
      expect(low).toBeLessThanOrEqual(expected ?? -1);
      expect(expected).toBeLessThanOrEqual(high ?? -1);
      const october = days.filter(({ day }) => day >= '2026-10-01').flatMap(({ usd }) => usd ?? []);
      expect(forecast.knownUsd).toBe(addUsd(...october));
    }),
    { numRuns: 60 },
  );
});
