import { expect, test } from 'vitest';
import { spendNotes } from '../../../renderer/spend/spend-notes.ts';
import type { SpendAnswer, SpendGroup } from '../../../shared/api/answers.ts';

const TOKENS = { input: 5, output: 0, cacheRead: 0, cacheWrite: 0 };
const ANSWER: SpendAnswer = {
  provenance: 'metered',
  usd: '3.000000000000000001',
  tokens: TOKENS,
  calls: 2,
  cells: [],
  groups: [],
  unpriced: [],
  prices: [],
  cacheSavingsUsd: null,
  incompleteDays: [],
  notes: [],
};
const UNPRICED: SpendGroup = {
  key: 'a',
  label: 'A',
  usd: '0',
  tokens: TOKENS,
  calls: 2,
  basis: [],
  unpricedTokens: 1200,
};

test.each<[string, Partial<SpendAnswer>, readonly string[]]>([
  ['all priced', {}, ['In all 3.000000000000000001 USD (metered), of priced usage.']],
  [
    'partly priced, on days that are not over',
    { groups: [UNPRICED], incompleteDays: ['2026-11-20'], notes: ['A caveat.'] },
    [
      'In all 3.000000000000000001 USD (metered), of priced usage.',
      '1,200 tokens without a price, which are in no sum of money.',
      'Not complete yet: 2026-11-20.',
      'A caveat.',
    ],
  ],
  [
    'nothing priced is not $0',
    { usd: '0', groups: [UNPRICED] },
    [
      'Nothing of this usage has a price.',
      '1,200 tokens without a price, which are in no sum of money.',
    ],
  ],
])('%s', (_, change, notes) => expect(spendNotes({ ...ANSWER, ...change })).toEqual(notes));

test('nothing is said before there is an answer', () => expect(spendNotes(undefined)).toEqual([]));
