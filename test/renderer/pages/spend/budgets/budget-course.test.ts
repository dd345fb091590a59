import { expect, test } from 'vitest';
import { courseLines } from '../../../../../renderer/pages/spend/budgets/budget-course.ts';
import type { Forecast } from '../../../../../shared/cost/forecast/forecast-answer.ts';
import { formatUsd } from '../../../../../shared/model/usd.ts';

const MONTH = ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04'];
const NONE: Forecast = { found: false, reason: 'Only 2 days are known.' };

function forecastOf(...days: readonly (readonly [string, string])[]): Forecast {
  const range = (expectedUsd: string) => ({ expectedUsd, lowUsd: '0', highUsd: expectedUsd });
  return {
    found: true,
    month: '2026-11',
    knownUsd: '0',
    ...range('0'),
    days: days.map(([day, usd]) => ({ day, ...range(usd), why: 'ahead' as const })),
    historyDays: 56,
    weekdayRhythm: true,
    notes: [],
  };
}

type Known = Parameters<typeof courseLines>[0]['days'];
const days = (...amounts: readonly (string | null)[]): Known =>
  amounts.map((usd, index) => ({ day: MONTH[index] ?? '', usd, complete: true }));

const METERED = { beside: [], besideAhead: [] };

test.each<[string, Known, Forecast, readonly (readonly (string | null)[])[]]>([
  [
    'both meet where the known days end',
    days('1', '2.5'),
    forecastOf(['2026-11-03', '4'], ['2026-11-04', '1']),
    [
      ['1', '3.5', null, null],
      [null, '3.5', '7.5', '8.5'],
    ],
  ],
  [
    'an incomplete day is spent as far as it is known, and expected as a whole',
    days('1', '0.5'),
    forecastOf(['2026-11-02', '2'], ['2026-11-03', '2'], ['2026-11-04', '2']),
    [
      ['1', '1.5', null, null],
      ['1', '3', '5', '7'],
    ],
  ],
  [
    'a day of which nothing is known in the middle',
    days('1', null, '2'),
    forecastOf(['2026-11-02', '1'], ['2026-11-04', '1']),
    [
      ['1', '1', '3', null],
      ['1', '2', '4', '5'],
    ],
  ],
  [
    'no forecast',
    days('1'),
    NONE,
    [
      ['1', null, null, null],
      [null, null, null, null],
    ],
  ],
  [
    'nothing known',
    [],
    NONE,
    [
      [null, null, null, null],
      [null, null, null, null],
    ],
  ],
])('%s', (_, known, forecast, expected) => {
  const lines = courseLines({ days: known, forecast, ...METERED }, MONTH, '100');
  const texts = lines.map(({ amounts }) =>
    amounts.map((amount) => (amount === null ? null : formatUsd(amount))),
  );
  expect(texts).toEqual([...expected, ['100', '100', '100', '100']]);
});

test('what counts beside metered usage is in both lines, to the figures of the budget', () => {
  const lines = courseLines(
    {
      days: days('1', '2'),
      forecast: forecastOf(['2026-11-03', '4'], ['2026-11-04', '1']),
      beside: [
        { day: '2026-11-01', usd: '10' },
        { day: '2026-11-02', usd: '5' },
      ],
      besideAhead: [
        { day: '2026-11-02', usd: '3' },
        { day: '2026-11-03', usd: '8' },
        { day: '2026-11-04', usd: '8' },
      ],
    },
    MONTH,
    '100',
  );
  const ends = lines.map(({ amounts }) => amounts.filter((amount) => amount !== null).at(-1) ?? 0n);
  expect(ends.map(formatUsd)).toEqual(['18', '42', '100']);
});
