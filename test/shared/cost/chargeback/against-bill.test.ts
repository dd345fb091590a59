import { expect, test } from 'vitest';
import {
  againstBill,
  againstBillWords,
  heldBillWords,
  monthBill,
} from '../../../../shared/cost/chargeback/against-bill.ts';
import { shareOut } from '../../../../shared/cost/chargeback/share-out.ts';
import type { Cause } from '../../../../shared/cost/reconcile/causes.ts';
import type { ReconciledLine } from '../../../../shared/cost/reconcile/reconciled-line.ts';
import { october } from './builders.ts';

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
const ROWS = ['2026-10-30', '2026-10-31', '2026-10-05'].map((day) => ({ day, final: true }));

test('pots are no cause of a difference; what is left of usage is, the largest first', () => {
  expect(monthBill(LINES, ROWS)).toEqual({
    usd: '95',
    lastDay: '2026-10-31',
    final: true,
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

test('a bill of which some line is not final is said to be so', () => {
  const [first, ...rest] = ROWS;
  const rows = first === undefined ? rest : [{ ...first, final: false }, ...rest];
  expect(monthBill(LINES, rows)?.final).toBe(false);
});

test('of a closed month the bill stands as it stood then', () => {
  const now = shareOut(october());
  const bill = { usd: '120', lastDay: '2026-10-31', final: true, causes: [] };
  const then = { usd: '110', lastDay: '2026-10-30', final: false, causes: [] };
  const words = (closed: Parameters<typeof heldBillWords>[0]['closed']) =>
    heldBillWords({ now, bill, closed });
  expect(words(null)).toMatch(/^AWS billed \$120\.00, to 2026-10-31: \$10\.00 more/);
  expect(words({ chargeback: now, bill: then })).toBe(
    'When it was closed, AWS billed $110.00, to 2026-10-30, not final: what is shared out.',
  );
  expect(words({ chargeback: now, bill: null })).toBeNull();
  expect(words({ chargeback: now })).toMatch(/^AWS billed \$120\.00/);
});
