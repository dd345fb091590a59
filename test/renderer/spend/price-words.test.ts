import { expect, test } from 'vitest';
import { exactPrice, priceRegions } from '../../../renderer/spend/price-words.ts';

test.each([
  ['6.875', '$6.875'],
  ['3', '$3.00'],
  ['0.5', '$0.50'],
  ['0.000000000001', '$0.000000000001'],
  ['1234.5678', '$1,234.5678'],
])('the price %s is shown exactly: %s', (usd, words) => {
  expect(exactPrice(usd)).toBe(words);
});

test('the Regions of a price', () => {
  expect(priceRegions('*')).toBe('all commercial');
  expect(priceRegions(['us-east-1', 'us-west-2'])).toBe('us-east-1, us-west-2');
});
