import { expect, test } from 'vitest';
import { comparedDaysNote, wholeDays } from '../../../../shared/cost/spend/compared-days.ts';

const TODAY = '2026-11-21';

test.each([
  ['a running month', '2026-11-01', '2026-12-01', '2026-11-21'],
  ['up to today', '2026-11-01', '2026-11-22', '2026-11-21'],
  ['up to yesterday', '2026-11-01', '2026-11-21', '2026-11-21'],
  ['over', '2026-10-01', '2026-11-01', '2026-11-01'],
])('%s: the days that are over', (_, from, to, end) => {
  expect(wholeDays({ from, to }, TODAY)).toEqual({ from, to: end });
});

test.each([['2026-11-21'], ['2026-11-25']])('from %s, no day is over', (from) => {
  expect(wholeDays({ from, to: '2026-12-01' }, TODAY)).toBeNull();
});

test('what is left out is said; where nothing is, nothing is', () => {
  const period = { from: '2026-11-01', to: '2026-11-22' };
  const compared = { from: '2026-10-01', to: '2026-10-21' };
  const whole = wholeDays(period, TODAY);
  expect(comparedDaysNote({ period, whole, compared })).toEqual([
    'Changes are of whole days, 2026-11-01 to 2026-11-20 against 2026-10-01 to 2026-10-20: 2026-11-21 is not over and left out of both.',
  ]);
  expect(comparedDaysNote({ period: compared, whole: compared, compared })).toEqual([]);
  expect(comparedDaysNote({ period, whole: null, compared: null })).toEqual([
    'Nothing is compared: no day from 2026-11-01 to 2026-11-21 is over.',
  ]);
});
