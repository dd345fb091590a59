import { expect, test } from 'vitest';
import { billedWords } from '../../../../shared/cost/spend/billed-words.ts';

test.each([
  [[], ''],
  [[{ cost: '3043.3215', currency: 'USD' }], '3,043.32 USD'],
  [[{ cost: '-12', currency: 'USD' }], '-12.00 USD'],
  [
    [
      { cost: '0.005', currency: 'EUR' },
      { cost: '1', currency: 'USD' },
    ],
    '0.01 EUR and 1.00 USD',
  ],
])('%j is %j', (sums, words) => {
  expect(billedWords(sums)).toBe(words);
});
