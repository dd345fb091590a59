import { expect, test } from 'vitest';
import { discountNotes } from '../../../../shared/cost/chargeback/discount-notes.ts';

test('discounts on lines of their own are named where they went', () => {
  const costs = [
    { subject: 'discount', usd: '-0.05' },
    { subject: 'credit', usd: '-7' },
    { subject: 'discount', usd: '-0.04' },
  ] as const;
  expect(discountNotes(costs)).toEqual([
    expect.stringMatching(/^Discounts on lines of their own, .*0\.09, are in the pot of credits/),
  ]);
  expect(discountNotes([{ subject: 'credit', usd: '-7' }])).toEqual([]);
});
