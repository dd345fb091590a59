import { expect, test, vi } from 'vitest';
import { benchPrices, priceLine } from './price-bench.ts';

vi.setConfig({ testTimeout: 120_000 });

test('the bench prices files of usage and answers each line', async () => {
  const measured = await benchPrices([1, 5_000]);
  for (const one of measured) console.log(priceLine(one));
  expect(measured.map(({ answers }) => answers)).toEqual([1, 5_000]);
});
