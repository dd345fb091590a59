import { expect, test } from 'vitest';
import { incompleteDaysNote } from '../../../shared/cost/incomplete-days.ts';
import { daysIn } from '../../../shared/model/period.ts';

const period = { from: '2026-11-01', to: '2026-12-01' };
const from = (first: string) => daysIn(period).filter((day) => day >= first);

test.each([
  [
    'days ahead are no gap',
    '2026-11-20',
    from('2026-11-20'),
    ['Usage of 1 of the 20 days that have begun is not complete. 10 days lie ahead.'],
  ],
  [
    'days that have begun and were not read count',
    '2026-11-29',
    from('2026-11-27'),
    ['Usage of 3 of the 29 days that have begun is not complete. 1 day lies ahead.'],
  ],
  ['a month that is over', '2026-12-05', [], []],
  [
    'a month that is over and was not read to its end',
    '2026-12-05',
    from('2026-11-30'),
    ['Usage of 1 of the 30 days is not complete.'],
  ],
  [
    'a month that is to come',
    '2026-10-31',
    from('2026-11-01'),
    ['No day of this period has begun.'],
  ],
])('%s', (_, today, days, notes) => {
  expect(incompleteDaysNote({ period, days, today })).toEqual(notes);
});
