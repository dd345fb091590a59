import { expect, test } from 'vitest';
import { estimateUsage } from '../../../shared/cost/estimate.ts';
import { caveatsOf, discountsApplied } from '../../../shared/cost/prices-used.ts';
import { createPriceBook } from '../../../shared/prices/price-book.ts';
import { line } from '../prices/builders.ts';
import { counted, NOVA } from './reconcile/builders.ts';

const discount = {
  kind: 'discount',
  models: [NOVA],
  percentOff: '10',
  validFrom: '2026-01-01',
  validTo: null,
  note: 'EDP',
} as const;

function estimated(overrides: readonly (typeof discount)[]) {
  const prices = createPriceBook([[line({ modelId: NOVA, usd: '1' })]], overrides);
  const rows = [counted(), counted({ day: '2026-10-06' }), counted({ unit: 'output-tokens' })];
  return estimateUsage(rows, { prices, profiles: new Map() });
}

test('a discount in a cost is told with the cost at list prices, in notes too', () => {
  const estimates = estimated([discount]);
  expect(discountsApplied(estimates)).toEqual([
    { percentOff: '10', note: 'EDP', usd: '1.8', listedUsd: '2' },
  ]);
  expect(caveatsOf(estimates)[0]).toBe(
    'Metered cost here is with your discount of 10 % (EDP): $1.80 in place of $2.00 at list prices.',
  );
});

test('without a discount there is nothing to tell', () => {
  expect(discountsApplied(estimated([]))).toEqual([]);
  expect(caveatsOf(estimated([])).join(' ')).not.toMatch(/discount/);
});
