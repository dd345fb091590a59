import { expect, test } from 'vitest';
import {
  againstBill,
  againstBillWords,
  monthBill,
} from '../../../../shared/cost/chargeback/against-bill.ts';
import type { Cause } from '../../../../shared/cost/reconcile/causes.ts';
import type { ReconciledLine } from '../../../../shared/cost/reconcile/reconciled-line.ts';

function line(
  scope: ReconciledLine['scope'],
  billedUsd: string | null,
  parts: readonly (readonly [Cause, string])[],
): ReconciledLine {
  return {
    day: '2026-10-05',
    accountId: '111122223333',
    region: 'us-east-1',
    modelId: null,
    scope,
    tier: null,
    context: null,
    unit: null,
    billedAs: [],
    billedUsd,
    listUsd: null,
    estimatedUsd: null,
    billedQuantity: null,
    countedQuantity: null,
    basis: [],
    state: 'differs',
    differenceUsd: '0',
    parts: parts.map(([cause, usd]) => ({ cause, usd, reason: '' })),
  };
}

const LINES = [
  line('regional', '90', [
    ['discount', '-10'],
    ['rounding', '0.000001'],
  ]),
  line('global', '3', [['unpriced', '3']]),
  line(null, '7', [['bill-alone', '7']]),
  line(null, '-5', [['credit', '-5']]),
];
const ROWS = [{ day: '2026-10-30' }, { day: '2026-10-31' }, { day: '2026-10-05' }];

test('pots are no cause of a difference; what is left of usage is, the largest first', () => {
  expect(monthBill(LINES, ROWS)).toEqual({
    usd: '95',
    lastDay: '2026-10-31',
    causes: [
      { title: 'Discount', usd: '-10' },
      { title: 'Rounding of billed lines', usd: '0.000001' },
    ],
  });
  expect(monthBill([], [])).toBeNull();
});

test.each([
  ['104.999999', '-9.999999', null],
  ['110', '-15', '-5.000001'],
])('of %s shared out, causes add up to %s', (totalUsd, differenceUsd, rest) => {
  const against = againstBill(monthBill(LINES, ROWS), { totalUsd });
  expect(against?.differenceUsd).toBe(differenceUsd);
  const left = against?.causes.find(({ title }) => title.startsWith('Not in the bill'));
  expect(left?.usd ?? null).toBe(rest);
});

test('without a bill or a total there is nothing to set against each other', () => {
  expect(againstBill(null, { totalUsd: '1' })).toBeNull();
  expect(againstBill(monthBill(LINES, ROWS), { totalUsd: null })).toBeNull();
});

test.each([
  ['104.999999', '$10.00 less than is shared out (discount −$10.00).'],
  ['95', 'what is shared out.'],
])('of %s shared out in words', (totalUsd, words) => {
  const against = againstBill(monthBill(LINES, ROWS), { totalUsd });
  if (against === null) throw new Error('no bill');
  expect(againstBillWords(against)).toBe(`AWS billed $95.00, to 2026-10-31: ${words}`);
});
