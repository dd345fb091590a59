import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BilledRow } from '../../../../shared/cost/reconcile/billed-row.ts';
import type { UsageRow } from '../../../../shared/model/usage.ts';
import { formatUsd, parseUsd } from '../../../../shared/model/usd.ts';
import { billed, counted, NOVA, reconciled } from './builders.ts';

const discountOf = (percentOff: string) => ({
  kind: 'discount' as const,
  models: '*' as const,
  percentOff,
  validFrom: '2026-01-01',
  validTo: null,
  note: 'EDP',
});

const days = fc.constantFrom('2026-10-01', '2026-10-05', '2026-11-10');

/** Lines that AWS charges at public prices. */
const undiscounted: fc.Arbitrary<BilledRow> = fc
  .record({
    day: days,
    usageType: fc.constantFrom(
      'USE1-NovaLite-input-tokens',
      'USE1-NovaLite-output-tokens',
      'USE1-NovaLite-cache-write-1h-input-token-count',
      'USE1-ContextPinning-ResidencyHours',
    ),
    quantity: fc.option(fc.nat({ max: 2_000 }).map(String), { nil: null }),
    cost: fc.oneof(
      fc.bigInt({ min: 0n, max: 10n ** 9n }).map((value) => formatUsd(value * 10n ** 8n)),
      fc.constantFrom('0.06', '0.054', '0.03'),
    ),
  })
  .map(({ cost, ...row }) => billed({ ...row, unblendedCost: cost, listCost: cost }));

const anyCounted: fc.Arbitrary<UsageRow> = fc
  .record({
    day: days,
    modelId: fc.constantFrom(NOVA, NOVA, 'ozone.tasman-large-v1:0'),
    unit: fc.constantFrom('input-tokens', 'output-tokens', 'cache-write-tokens'),
    quantity: fc.oneof(fc.nat({ max: 2_000_000 }), fc.constant(1_000_000)),
    basis: fc.constantFrom('invocation-logs', 'metrics'),
  })
  .map(counted);

test('entering a discount that the bill does not have never raises the explained share', () => {
  fc.assert(
    fc.property(
      fc.array(undiscounted, { maxLength: 8 }),
      fc.array(anyCounted, { maxLength: 8 }),
      fc.integer({ min: 0, max: 100 }),
      (rows, usage, percent) => {
        const given = { billed: rows, usage };
        const without = reconciled(given).headline;
        const overrides = [discountOf(String(percent))];
        const invented = reconciled({ ...given, overrides }).headline;
        expect(parseUsd(invented.explainedUsd)).toBeLessThanOrEqual(parseUsd(without.explainedUsd));
      },
    ),
    { numRuns: 400 },
  );
});

test('an invented discount lowers the headline, and is named', () => {
  const given = { billed: [billed()], usage: [counted()], overrides: [discountOf('10')] };
  const { headline, lines } = reconciled(given);
  expect(headline.explainedPercent).toBe('90.0');
  expect(lines[0]?.parts).toEqual([
    {
      cause: 'price',
      usd: '0.006',
      reason:
        'Your discount of 10 % (EDP) is not on the bill: AWS charged $0.06 here, and has $0.06 at public prices.',
    },
  ]);
});

test('a discount on lines of its own is on the bill, as far as it reaches', () => {
  const edp = (unblendedCost: string) =>
    billed({ lineItemType: 'EdpDiscount', usageType: null, unblendedCost, listCost: null });
  const explainedBy = (line: BilledRow) => {
    const given = { billed: [billed(), line], usage: [counted()], overrides: [discountOf('10')] };
    const { headline, causes } = reconciled(given);
    return [headline.unexplainedUsd, causes.map(({ cause, usd }) => [cause, usd])];
  };
  expect(explainedBy(edp('-0.006'))).toEqual(['0', [['discount', '0']]]);
  expect(explainedBy(edp('-0.004'))).toEqual([
    '0.002',
    [
      ['discount', '0'],
      ['price', '0.002'],
    ],
  ]);
});
