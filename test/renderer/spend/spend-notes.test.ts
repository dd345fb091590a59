import { expect, test } from 'vitest';
import { spendNotes } from '../../../renderer/spend/spend-notes.ts';
import type { SpendAnswer, SpendGroup } from '../../../shared/api/answers.ts';

const TOKENS = { input: 5, output: 0, cacheRead: 0, cacheWrite: 0 };
const ANSWER: SpendAnswer = {
  provenance: 'metered',
  notCounted: null,
  billed: [],
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
  usd: null,
  tokens: TOKENS,
  calls: 2,
  basis: [],
  unpricedTokens: 1200,
  unpricedUnits: [
    { unit: 'input-tokens', quantity: 1200 },
    { unit: 'images', quantity: 1 },
    { unit: 'search-units', quantity: 12 },
  ],
};

test.each<[string, Partial<SpendAnswer>, readonly string[]]>([
  ['all priced', {}, ['In all 3.000000000000000001 USD (metered), of priced usage.']],
  [
    'partly priced, on days that are not over',
    { groups: [UNPRICED], incompleteDays: ['2026-11-20'], notes: ['A caveat.'] },
    [
      'In all 3.000000000000000001 USD (metered), of priced usage.',
      'In no sum of money, without a price: 1,200 input tokens, at least 12 search units, 1 image.',
      'Not complete yet: 2026-11-20.',
      'A caveat.',
    ],
  ],
  [
    'nothing priced is not $0',
    { usd: null, groups: [UNPRICED] },
    [
      'Nothing of this usage has a price.',
      'In no sum of money, without a price: 1,200 input tokens, at least 12 search units, 1 image.',
    ],
  ],
  [
    'nothing counted is not $0 either: the notes say why',
    {
      usd: null,
      tokens: null,
      calls: null,
      notCounted: 'no metrics were read',
      notes: ['Usage is not known.'],
    },
    ['Usage is not known.'],
  ],
])('%s', (_, change, notes) => expect(spendNotes({ ...ANSWER, ...change })).toEqual(notes));

test('nothing is said before there is an answer', () => expect(spendNotes(undefined)).toEqual([]));
