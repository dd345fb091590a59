import { expect, test } from 'vitest';
import { linesOverPeriod } from '../../../../shared/cost/reconcile/lines-over-period.ts';
import { addUsd } from '../../../../shared/model/usd.ts';
import { billed, counted, reconciled } from './builders.ts';

const { lines } = reconciled({
  billed: [
    billed({ unblendedCost: '0.054' }),
    billed({ day: '2026-10-07', unblendedCost: '0.03', quantity: '500', listCost: '0.03' }),
    billed({ day: '2026-10-08' }),
    billed({ lineItemType: 'Tax', usageType: null, unblendedCost: '2' }),
    billed({ lineItemType: 'Credit', usageType: null, unblendedCost: '-1' }),
  ],
  usage: [counted(), counted({ day: '2026-10-07' }), counted({ day: '2026-10-08' })],
});

test('days of one account, Region, model, unit and state are one line, the largest difference first', () => {
  const together = linesOverPeriod(lines);
  expect(together.map(({ day, state, differenceUsd }) => [day, state, differenceUsd])).toEqual([
    ['2026-10-05', 'billed-only', '2'],
    ['2026-10-05', 'billed-only', '-1'],
    ['2026-10-05', 'differs', '-0.036'],
    ['2026-10-08', 'matched', '0'],
  ]);
  expect(together[2]).toMatchObject({
    days: { last: '2026-10-07', count: 2 },
    billedUsd: '0.084',
    estimatedUsd: '0.12',
    listUsd: '0.09',
    billedQuantity: '1500000',
    countedQuantity: 2_000_000,
    parts: [
      { cause: 'unexplained', usd: '-0.03' },
      { cause: 'discount', usd: '-0.006' },
    ],
  });
});

test('nothing is lost: amounts and parts add up to those of the days', () => {
  const sum = (all: typeof lines) => addUsd(...all.map(({ differenceUsd }) => differenceUsd));
  const parts = (all: typeof lines) =>
    addUsd(...all.flatMap((line) => line.parts.map(({ usd }) => usd)));
  expect(sum(linesOverPeriod(lines))).toBe(sum(lines));
  expect(parts(linesOverPeriod(lines))).toBe(parts(lines));
});

test('a reason that is not the same on all days says of which day it is', () => {
  const two = reconciled({
    billed: [
      billed({ unblendedCost: '0.054' }),
      billed({ day: '2026-10-06', unblendedCost: '0.108', quantity: '2000', listCost: '0.12' }),
    ],
    usage: [counted(), counted({ day: '2026-10-06', quantity: 2_000_000 })],
  });
  const [line] = linesOverPeriod(two.lines);
  expect(line?.parts).toEqual([
    {
      cause: 'discount',
      usd: '-0.018',
      reason: 'On 2026-10-06: At public prices the bill would have $0.12 here.',
    },
  ]);
});
