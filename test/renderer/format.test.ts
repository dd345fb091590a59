import { describe, expect, test } from 'vitest';
import {
  agoInWords,
  changeInWords,
  countOf,
  durationInWords,
  exactCount,
  formatCount,
  formatShare,
  shortArn,
} from '../../renderer/format.ts';
import { formatMoney } from '../../shared/model/money-text.ts';

describe('formatMoney', () => {
  test.each([
    ['0', '$0.00'],
    ['0.5', '$0.50'],
    ['0.0525', '$0.0525'],
    ['0.05254', '$0.0525'],
    ['0.05255', '$0.0526'],
    ['0.000123456', '$0.000123'],
    ['0.9994', '$0.999'],
    ['0.9995', '$1.00'],
    ['0.99999', '$1.00'],
    ['1', '$1.00'],
    ['1.005', '$1.01'],
    ['4385.1', '$4,385.10'],
    ['999999.999', '$1,000,000.00'],
    ['123456789012345678.12', '$123,456,789,012,345,678.12'],
    ['-3.5', '−$3.50'],
    ['-0.01234', '−$0.0123'],
    ['0.000000000000000001', '$0.000000000000000001'],
  ])('%s is %s', (usd, shown) => {
    expect(formatMoney(usd)).toBe(shown);
  });
});

describe('counts', () => {
  test.each([
    [0, '0', '0'],
    [950, '950', '950'],
    [999.6, '1K', '1,000'],
    [1000, '1K', '1,000'],
    [1234, '1.23K', '1,234'],
    [12_345, '12.3K', '12,345'],
    [999_940, '1M', '999,940'],
    [1_570_000_000, '1.57B', '1,570,000,000'],
    [2_500_000_000_000, '2.5T', '2,500,000,000,000'],
  ])('%d is %s, exactly %s', (count, short, exact) => {
    expect(formatCount(count)).toBe(short);
    expect(exactCount(count)).toBe(exact);
  });

  test('in words', () => {
    expect([countOf(1, 'call'), countOf(12_400, 'call'), countOf(2, 'entry', 'entries')]).toEqual([
      '1 call',
      '12,400 calls',
      '2 entries',
    ]);
  });
});

test.each([
  [1, 0, null],
  [0, 10, '0 %'],
  [1, 10_000, 'under 0.1 %'],
  [4, 1000, '0.4 %'],
  [46, 100, '46 %'],
])('%d of %d is %s', (part, whole, words) => {
  expect(formatShare(part, whole)).toBe(words);
});

test.each([
  [118, 100, '18 % more'],
  [96, 100, '4 % less'],
  [100.4, 100, 'the same'],
  [5, 0, null],
  [0, 100, '100 % less'],
  [2500, 100, '25 times as much'],
])('from %d to before %d is %s', (now, before, words) => {
  expect(changeInWords(now, before)).toBe(words);
});

test.each([
  [30_000, 'just now'],
  [720_000, '12 min ago'],
  [3 * 3_600_000, '3 h ago'],
  [50 * 3_600_000, '2 days ago'],
])('%d ms ago is %s', (ms, words) => {
  expect(agoInWords(ms)).toBe(words);
});

test.each([
  [412, '0.41 s'],
  [1903, '1.9 s'],
  [12_400, '12 s'],
  [185_000, '3 min 5 s'],
])('%d ms lasts %s', (ms, words) => {
  expect(durationInWords(ms)).toBe(words);
});

test.each([
  ['arn:aws:iam::111122223333:role/support-bot', 'role/support-bot'],
  ['arn:aws:iam::111122223333:role/aws-reserved/sso/Dev', 'role/Dev'],
  ['arn:aws:iam::111122223333:root', 'root'],
  ['arn:aws:bedrock:us-east-1:111122223333:guardrail/abc', 'guardrail/abc'],
  ['invocation logging', 'invocation logging'],
])('%s is known as %s', (arn, short) => {
  expect(shortArn(arn)).toBe(short);
});
