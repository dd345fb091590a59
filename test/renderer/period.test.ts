import { describe, expect, test } from 'vitest';
import {
  elapsedPart,
  periodLabel,
  periodNotice,
  periodPhrase,
  readPeriod,
  shortDay,
  usualComparison,
} from '../../renderer/period.ts';
import { periodBefore } from '../../shared/cost/spend/period-before.ts';

const period = (from: string, to: string) => ({ from, to });

describe('readPeriod', () => {
  test.each([
    ['', '2026-11-20', '2026-11-01', '2026-12-01'],
    ['', '2026-12-31', '2026-12-01', '2027-01-01'],
    ['?from=2026-10-05&to=2026-10-09', '2026-11-20', '2026-10-05', '2026-10-09'],
    ['?from=2026-10-09&to=2026-10-09', '2026-11-20', '2026-11-01', '2026-12-01'],
    ['?month=2026-09', '2026-11-20', '2026-09-01', '2026-10-01'],
    ['?month=2026-13', '2026-11-20', '2026-11-01', '2026-12-01'],
    ['?month=2026-09&from=2026-10-05&to=2026-10-09', '2026-11-20', '2026-10-05', '2026-10-09'],
    ['?from=2026-02-30&to=2026-03-09', '2026-11-20', '2026-11-01', '2026-12-01'],
    ['?from=2026-10-05', '2026-11-20', '2026-11-01', '2026-12-01'],
  ])('%s on %s is %s to %s', (search, today, from, to) => {
    expect(readPeriod(search, today)).toEqual({ from, to });
  });
});

const NOT_VALID = 'The period in the address is not valid; showing November 2026.';

test.each([
  ['?from=2026-11-10&to=2026-11-01', NOT_VALID],
  ['?from=2026-10-09&to=2026-10-09', NOT_VALID],
  ['?from=2026-02-30&to=2026-03-09', NOT_VALID],
  ['?to=2026-10-05', NOT_VALID],
  ['?from=2026-13-01', NOT_VALID],
  ['?tab=cost&from=2026-13-01&to=2026-12-01', NOT_VALID],
  ['?from=2026-10-05&to=2026-10-09', null],
  ['?groupBy=region', null],
  ['?month=2026-13', NOT_VALID],
  ['?month=2026-09', null],
])('the address %s says %j', (search, notice) => {
  expect(periodNotice(search, '2026-11-20')).toBe(notice);
});

describe('what a period is compared with', () => {
  test.each([
    ['a running month: the same days', '2026-11-01', '2026-11-21', '2026-10-01', '2026-10-21'],
    ['a closed month: the month before', '2026-10-01', '2026-11-01', '2026-09-01', '2026-10-01'],
    ['January: last December', '2026-01-01', '2026-02-01', '2025-12-01', '2026-01-01'],
    ['some days: as many before', '2026-10-10', '2026-10-17', '2026-10-03', '2026-10-10'],
    ['90 days from a first: 90 before', '2026-08-01', '2026-10-30', '2026-05-03', '2026-08-01'],
    ['no more days than the month has', '2026-03-01', '2026-03-31', '2026-02-01', '2026-03-01'],
  ])('%s', (_, from, to, beforeFrom, beforeTo) => {
    const shown = period(from, to);
    expect(periodBefore(shown, usualComparison(shown))).toEqual(period(beforeFrom, beforeTo));
  });
});

test.each([
  ['2026-11-01', '2026-12-01', '2026-11-21'],
  ['2026-10-01', '2026-11-01', '2026-11-01'],
  ['2026-12-01', '2027-01-01', '2027-01-01'],
])('%s to %s has gone until %s', (from, to, end) => {
  expect(elapsedPart(period(from, to), '2026-11-20')).toEqual(period(from, end));
});

test.each([
  ['2026-10-01', '2026-11-01', 'October 2026', 'in October 2026'],
  ['2024-02-01', '2024-03-01', 'February 2024', 'in February 2024'],
  ['2026-11-01', '2026-11-21', '1 to 20 November 2026', 'from 1 to 20 November 2026'],
  ['2026-11-14', '2026-11-15', '14 November 2026', 'on 14 November 2026'],
  [
    '2026-10-28',
    '2026-11-04',
    '28 October to 3 November 2026',
    'from 28 October to 3 November 2026',
  ],
  [
    '2025-12-30',
    '2026-01-02',
    '30 December 2025 to 1 January 2026',
    'from 30 December 2025 to 1 January 2026',
  ],
])('%s to %s reads %s', (from, to, label, phrase) => {
  expect(periodLabel(period(from, to))).toBe(label);
  expect(periodPhrase(period(from, to))).toBe(phrase);
});

test('a day for an axis', () => {
  expect(shortDay('2026-09-03')).toBe('3 Sep');
});
