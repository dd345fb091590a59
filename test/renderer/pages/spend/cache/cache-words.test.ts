import { describe, expect, test } from 'vitest';
import {
  hitRateWords,
  lossWords,
  rateWords,
  savingsSentence,
  writersWithoutPay,
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
  notCounted: null,
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

  test('without a count nothing is said of the cache but that it is not known', () => {
    const unread = { tokens: null, hitRate: null, savingsUsd: null, lostUsd: null };
    const answer = { ...CACHE, ...unread, notCounted: 'only events were read', writers: [] };
    expect(savingsSentence(answer)).toBe(
      'What the prompt cache saved is not known: only events were read.',
    );
    expect(hitRateWords(answer)).toMatch(/not known/);
    expect(lossWords(answer)).toBe('');
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
    expect([hitRateWords({ ...CACHE, hitRate }), rateWords(hitRate)]).toEqual([sentence, short]);
  });

  test.each([
    [CACHE, 'All writes that can be judged paid off.'],
    [{ ...CACHE, lostUsd: '2' }, 'Writes that never paid off lost $2.00.'],
    [{ ...CACHE, writers: [] }, 'No logged call wrote to the cache.'],
  ])('losses: %#', (cache, words) => {
    expect(lossWords(cache)).toBe(words);
  });

  test('writers who lost nothing are not among those whose writes never paid off', () => {
    const paid = {
      found: true,
      lossySpells: 0,
      lossyTokens: 0,
      lostUsd: '0',
      netUsd: '3',
    } as const;
    const lost = { ...paid, lossySpells: 2, lossyTokens: 5, lostUsd: '1', netUsd: '2' };
    const writers = [paid, lost, WRITER.money].map((money) => ({ ...WRITER, money }));
    expect(writersWithoutPay(writers).map(({ money }) => money)).toEqual([lost, WRITER.money]);
  });
});
