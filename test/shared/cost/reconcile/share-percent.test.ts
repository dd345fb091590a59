import { expect, test } from 'vitest';
import { sharePercent } from '../../../../shared/cost/reconcile/share-percent.ts';

test.each([
  [9949n, 10_000n, '99.5'],
  [9944n, 10_000n, '99.4'],
  [9999n, 10_000n, '99.9'],
  [10_000n, 10_000n, '100.0'],
  [1n, 10_000n, '0.1'],
  [0n, 10_000n, '0.0'],
  [1n, 3n, '33.3'],
  [2n, 3n, '66.7'],
  [0n, 0n, null],
])('%s of %s is %s', (part, whole, percent) => {
  expect(sharePercent(part, whole)).toBe(percent);
});
