import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatUsd, parseUsd, roundUsd } from '../../../shared/model/usd.ts';

test.each([
  ['0', 2, '0.00'],
  ['1.005', 2, '1.01'],
  ['1.0049999999', 2, '1.00'],
  ['999.995', 2, '1000.00'],
  ['-1.005', 2, '-1.01'],
  ['-0.001', 2, '0.00'],
  ['2.5', 0, '3'],
  ['12', 4, '12.0000'],
])('%s to %i decimals is %s', (amount, decimals, rounded) => {
  expect(roundUsd(amount, decimals)).toBe(rounded);
});

test('rounding never moves an amount by more than half a unit', () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 24n), 10n ** 24n), (amount) => {
      const moved = parseUsd(roundUsd(formatUsd(amount), 2)) - amount;
      expect(moved < 0n ? -moved : moved).toBeLessThanOrEqual(5n * 10n ** 15n);
    }),
  );
});
