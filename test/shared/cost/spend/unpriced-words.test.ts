import { expect, test } from 'vitest';
import {
  lackingWords,
  sumUnits,
  unpricedWords,
} from '../../../../shared/cost/spend/unpriced-words.ts';

test.each([
  [[], ''],
  [[{ unit: 'images', quantity: 1 }], '1 image'],
  [[{ unit: 'input-tokens', quantity: 12345 }], '12,345 input tokens'],
  [[{ unit: 'cache-write-1h-tokens', quantity: 1 }], '1 cache write token, 1 hour'],
  [[{ unit: 'rerank-queries', quantity: 1 }], 'at least 1 rerank query'],
  [
    [
      { unit: 'images', quantity: 68 },
      { unit: 'search-units', quantity: 12 },
    ],
    '68 images, at least 12 search units',
  ],
] as const)('%j is %j', (units, words) => {
  expect(unpricedWords(units)).toBe(words);
});

test.each([
  [[], undefined, ''],
  [[], 1, '1 call of which nothing billed was counted'],
  [
    [{ unit: 'images', quantity: 68 }],
    1200,
    '68 images, 1,200 calls of which nothing billed was counted',
  ],
] as const)('%j and %s calls are %j', (unpricedUnits, calls, words) => {
  const uncounted = calls === undefined ? {} : { uncountedCalls: calls };
  expect(lackingWords({ unpricedUnits, ...uncounted })).toBe(words);
});

test('quantities of a unit are put together, the largest first', () => {
  expect(
    sumUnits([
      { unit: 'images', quantity: 2 },
      { unit: 'input-tokens', quantity: 4 },
      { unit: 'images', quantity: 3 },
    ]),
  ).toEqual([
    { unit: 'images', quantity: 5 },
    { unit: 'input-tokens', quantity: 4 },
  ]);
});
