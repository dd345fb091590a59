import { describe, expect, test } from 'vitest';
import {
  hitRateWords,
  lossWords,
  rateWords,
  savingsSentence,
} from '../../../../../renderer/pages/spend/cache/cache-words.ts';
import type { CacheWriter, SpendCache } from '../../../../../shared/api/answers.ts';

const USED = { input: 10, output: 1, cacheRead: 5, cacheWrite: 5 };

const WRITER: CacheWriter = {
  principalArn: null,
  accountId: '111122223333',
  region: 'us-east-1',
  modelId: 'a.b',
  model: 'B',
  tier: 'standard',
  spells: 1,
  openSpells: 0,
  unreadSpells: 1,
  writtenTokens: 5,
  readTokens: 0,
  unexplainedReadTokens: 0,
  money: { found: false, reason: 'no price' },
};

const CACHE: SpendCache = {
  tokens: USED,
  hitRate: 0.25,
  savingsUsd: '3',
  rows: [],
  writers: [WRITER],
  lostUsd: '0',
  provenance: 'metered',
  notes: [],
};

describe('the cache in words', () => {
  test.each([
    ['3', 'The prompt cache saved $3.00, net of what writing it cost.'],
    ['-3', 'The prompt cache cost $3.00 more than it saved.'],
    ['0', 'The prompt cache saved nothing and cost nothing.'],
    [null, 'What the prompt cache saved is not known: prices are missing.'],
  ])('saved %s', (savingsUsd, words) => {
    expect(savingsSentence({ ...CACHE, savingsUsd })).toBe(words);
  });

  test('not used is not a saving of nothing', () => {
    const tokens = { ...USED, cacheRead: 0, cacheWrite: 0 };
    expect(savingsSentence({ ...CACHE, tokens })).toBe('The prompt cache was not used.');
  });

  test.each([
    [0.25, '25 % of prompt tokens came from the cache.', '25 %'],
    [null, 'There were no prompt tokens.', 'not known'],
    [0, '0 % of prompt tokens came from the cache.', '0 %'],
  ])('a hit rate of %s', (hitRate, sentence, short) => {
    expect([hitRateWords({ hitRate }), rateWords(hitRate)]).toEqual([sentence, short]);
  });

  test.each([
    [CACHE, 'All writes that can be judged paid off.'],
    [{ ...CACHE, lostUsd: '2' }, 'Writes that never paid off lost $2.00.'],
    [{ ...CACHE, writers: [] }, 'No logged call wrote to the cache.'],
  ])('losses: %#', (cache, words) => {
    expect(lossWords(cache)).toBe(words);
  });
});
