import { expect, test } from 'vitest';
import { elseInWords, readingsOf, readOf } from '../../../renderer/components/coverage-counts.ts';
import { coverageSentence } from '../../../renderer/pages/settings/coverage-words.ts';

const COUNTS = { denied: 1, failed: 0, partial: 7, unavailable: 23, collected: 2336 };

test('every page counts what was read against the same whole', () => {
  expect(readOf(COUNTS)).toBe(2343);
  expect(readingsOf(COUNTS)).toBe(2367);
  expect(coverageSentence(COUNTS)).toMatch(/^2,343 of 2,367 read;/);
});

test.each([
  [COUNTS, '1 denied, 7 in part, 23 not offered'],
  [{ ...COUNTS, denied: 0, partial: 0, unavailable: 0 }, ''],
])('what is not read of %j', (counts, words) => {
  expect(elseInWords(counts)).toBe(words);
});
