import { expect, test } from 'vitest';
import {
  changeWords,
  closeSentence,
  lateDays,
} from '../../../../../renderer/pages/spend/chargeback/chargeback-words.ts';
import type { CloseChange, MonthClose } from '../../../../../shared/api/answers.ts';
import { shareOut } from '../../../../../shared/cost/chargeback/share-out.ts';

const month = '2026-11';
const open = { month, closed: null, comparison: null };

test.each([
  ['2026-11-21', [], 'Open: the month has 10 days left, today included.'],
  ['2026-11-21', ['2026-11-21'], 'Open: the month has 10 days left, today included.'],
  [
    '2026-11-21',
    ['2026-11-03', '2026-11-20', '2026-11-21'],
    'Open: the month has 10 days left, today included; of those before, 2 days are not complete yet.',
  ],
  ['2026-11-30', [], 'Open: the month has 1 day left, today included.'],
  ['2026-12-01', ['2026-11-30'], 'Open: 1 day is not complete yet.'],
  [
    '2026-12-01',
    [],
    'Open: figures change with rules, prices and late data until the month is closed.',
  ],
])('on %s with %j not complete', (today, incompleteDays, words) => {
  expect(closeSentence({ ...open, incompleteDays }, today)).toBe(words);
});

test('today is not late', () => {
  expect(lateDays({ incompleteDays: ['2026-11-20', '2026-11-21'] }, '2026-11-21')).toBe(1);
});

const closed: MonthClose = {
  month,
  closedAt: '2026-12-03T09:00:00Z',
  note: '',
  chargeback: shareOut({ month, teams: [], shared: [], rules: [] }),
  rules: [],
  inputsHash: '',
};
const bill: CloseChange = {
  what: 'bill',
  name: null,
  before: '10',
  after: '12.5',
  differenceUsd: '2.5',
};
const total: CloseChange = { ...bill, what: 'total', after: '9', differenceUsd: '-1' };

test.each<[readonly CloseChange[], string]>([
  [[], 'Closed: shared out again today, it comes to the same.'],
  [[bill], 'Closed, and it holds. The bill has changed since: $10.00 then, $12.50 today.'],
  [
    [{ ...bill, before: null, differenceUsd: '12.5' }],
    'Closed, and it holds. The bill has changed since: none read then, $12.50 today.',
  ],
  [[total, bill], 'Closed, and it holds. Today it would be $1.00 less.'],
])('closed, with %j', (changes, words) => {
  const comparison = { month, closedAt: closed.closedAt, same: changes.length === 0, changes };
  const answer = { month, closed, comparison, incompleteDays: [] };
  expect(closeSentence(answer, '2026-12-10')).toBe(words);
  expect(changes.map(changeWords)).not.toContain(undefined);
});
