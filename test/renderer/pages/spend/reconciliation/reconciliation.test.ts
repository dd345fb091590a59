import { describe, expect, test } from 'vitest';
import { readFilters, writeFilters } from '../../../../../renderer/filters.ts';
import {
  billedSeries,
  estimatedTotals,
} from '../../../../../renderer/pages/spend/reconciliation/day-series.ts';
import {
  lineFilter,
  lineQuery,
  reconciliationFilters,
  valuesOfLineQuery,
} from '../../../../../renderer/pages/spend/reconciliation/reconciliation-filters.ts';
import {
  differenceWords,
  headlineWords,
  openWords,
} from '../../../../../renderer/pages/spend/reconciliation/reconciliation-words.ts';
import type { ReconciliationHeadline } from '../../../../../shared/cost/reconcile/reconciliation.ts';
import { parseUsd } from '../../../../../shared/model/usd.ts';

const HEADLINE: ReconciliationHeadline = {
  billedUsd: '100',
  estimatedUsd: '98',
  differenceUsd: '2',
  grossUsd: '100',
  explainedUsd: '98.7',
  matchedUsd: '72.1',
  classifiedUsd: '26.6',
  unexplainedUsd: '1.3',
  matchedPercent: '72.1',
  classifiedPercent: '26.6',
  explainedPercent: '98.7',
};

const READ = { notBilled: null, notCounted: null };
const NO_BILL = { ...READ, notBilled: 'no bill was read' };
const NO_USAGE = { ...READ, notCounted: 'only events were read' };
const NOT_BILLED = { ...HEADLINE, billedUsd: null, matchedPercent: null };

describe('the headline', () => {
  test.each([
    [HEADLINE, READ, 'Matches 72.1 % of the bill'],
    [{ ...HEADLINE, matchedPercent: null }, READ, 'The bill of this period is empty'],
    [NOT_BILLED, READ, 'Nothing was billed in this period'],
    [NOT_BILLED, NO_BILL, 'Not known'],
    [NOT_BILLED, { ...NO_BILL, notCounted: 'only events were read' }, 'Not known'],
    [HEADLINE, NO_USAGE, 'Not known: there is no estimate'],
  ])('%#', (headline, unread, words) => {
    expect(headlineWords(headline, unread)).toBe(words);
  });

  test.each([
    [
      HEADLINE,
      READ,
      '$26.60 (26.6 %) is told by the bill alone: no count checks it. $1.30 is left unexplained; it is never forced to fit.',
    ],
    [
      { ...HEADLINE, classifiedUsd: '0', unexplainedUsd: '0' },
      READ,
      'Nothing is left unexplained.',
    ],
    [NOT_BILLED, READ, null],
    [NOT_BILLED, NO_BILL, 'No bill was read.'],
    [HEADLINE, NO_USAGE, 'Only events were read.'],
    [
      NOT_BILLED,
      { notBilled: 'no bill was read', notCounted: 'only events were read' },
      'No bill was read; only events were read.',
    ],
  ])('what is open: %#', (headline, unread, words) => {
    expect(openWords(headline, unread)).toBe(words);
  });

  test.each([
    ['4.1', '$4.10 more than estimated'],
    ['-4.1', '$4.10 less than estimated'],
    ['0', 'the same as estimated'],
    [null, 'not compared: there is no estimate'],
  ])('a difference of %s', (usd, words) => {
    expect(differenceWords(usd)).toBe(words);
  });
});

describe('bill and estimate by day', () => {
  const days = ['2026-10-01', '2026-10-02', '2026-10-03'];
  const rows = [
    { day: '2026-10-01', billedUsd: '10', estimatedUsd: '9', unexplainedUsd: '1' },
    { day: '2026-10-03', billedUsd: '-2', estimatedUsd: '3', unexplainedUsd: '0' },
  ];

  test('what is not explained is a part of the bill, and both parts are the bill', () => {
    const [explained, open] = billedSeries(days, rows);
    expect(explained?.amounts).toEqual([parseUsd('9'), 0n, parseUsd('-2')]);
    expect(open?.amounts).toEqual([parseUsd('1'), 0n, 0n]);
    expect((explained?.total ?? 0n) + (open?.total ?? 0n)).toBe(parseUsd('8'));
  });

  test('a day that nothing is known of has no estimate, not zero', () => {
    expect(estimatedTotals(days, rows)).toEqual([parseUsd('9'), null, parseUsd('3')]);
  });

  test('without a bill nothing is drawn', () => {
    expect(billedSeries(days, [])).toEqual([]);
  });
});

describe('which lines are listed', () => {
  const address = '?state=matched,differs&cause=tax&account=111122223333&offset=50';
  const values = readFilters(reconciliationFilters, address);

  test('stands in the address', () => {
    const search = writeFilters(reconciliationFilters, '', values);
    expect(readFilters(reconciliationFilters, search)).toEqual(values);
  });

  test('is asked of the backend; nothing where nothing is set', () => {
    expect(lineFilter(values)).toEqual({
      filter: { accounts: ['111122223333'], states: ['matched', 'differs'], causes: ['tax'] },
    });
    expect(lineFilter(readFilters(reconciliationFilters, ''))).toEqual({});
  });

  test('is read by name and understood by name, from the first page on', () => {
    expect(lineQuery(values).lists).toMatchObject({ causes: ['Tax'] });
    const { by: _, ...asked } = values;
    expect(valuesOfLineQuery(lineQuery(values))).toEqual({ ...asked, offset: 0 });
  });

  test('names that are none are left out', () => {
    const query = { lists: { states: ['wrong'], causes: ['wrong'] }, text: '' };
    expect(valuesOfLineQuery(query)).toMatchObject({ states: [], causes: [] });
  });
});
