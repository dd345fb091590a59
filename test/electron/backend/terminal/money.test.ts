import { expect, it } from 'vitest';
import { moneyText } from '../../../../electron/backend/terminal/money.ts';

it.each([
  ['0', '$0.00'],
  ['0.0004', '<$0.001'],
  ['0.0525', '$0.053'],
  ['0.9999', '$1.000'],
  ['1', '$1.00'],
  ['1234567.895', '$1,234,567.90'],
  ['-2.5', '-$2.50'],
  ['9007199254740993.01', '$9,007,199,254,740,993.01'],
])('%s USD reads %s', (usd, text) => {
  expect(moneyText(usd)).toBe(text);
});
