import { describe, expect, test } from 'vitest';
import {
  pricesMatching,
  pricesOfConflict,
} from '../../../../../renderer/pages/spend/prices/price-filters.ts';
import {
  conflictSentence,
  priceSentence,
} from '../../../../../renderer/pages/spend/prices/price-headline.ts';
import type {
  ModelPriceConflict,
  PriceUsed,
  SpendAnswer,
} from '../../../../../shared/api/answers.ts';

const LINE: PriceUsed = {
  modelId: 'anthropic.claude-sonnet-5-5',
  unit: 'input-tokens',
  scope: 'global',
  tier: 'standard',
  usd: '3',
  per: 1_000_000,
  regions: '*',
  validFrom: '2026-01-01',
  source: 'Rate card',
  checkedOn: '2026-10-07',
};
const OWN = { ...LINE, source: 'Your price: signed' };
const REDUCED = { ...LINE, discount: { percentOff: '5', note: 'Agreed', listedUsd: '4' } };
const OTHER = { ...LINE, usd: '2', source: 'Price List' };

function answer(prices: readonly PriceUsed[], unpriced: SpendAnswer['unpriced'] = []): SpendAnswer {
  return {
    provenance: 'metered',
    notCounted: null,
    billed: [],
    usd: '0',
    tokens: { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 },
    calls: 0,
    cells: [],
    groups: [],
    unpriced,
    prices,
    cacheSavingsUsd: null,
    incompleteDays: [],
    notes: [],
  };
}

const UNPRICED = {
  modelId: 'x',
  unit: 'input-tokens',
  region: 'us-east-1',
  quantity: 1,
  reason: 'no line',
} as const;

describe('prices in a sentence', () => {
  test.each([
    [answer([]), 'Nothing was used in this period, so that no price was needed.'],
    [answer([], [UNPRICED]), 'Nothing that was used in this period has a price.'],
    [answer([LINE]), '1 price line priced this period.'],
    [
      answer([LINE, OWN, REDUCED]),
      '3 price lines priced this period, 1 of them a price of your own, 1 with a discount of yours.',
    ],
  ])('%#', (spend, words) => {
    expect(priceSentence(spend)).toBe(words);
  });

  test('which prices are needed is not known where nothing was counted', () => {
    const unread = { ...answer([]), notCounted: 'no bill was read' };
    expect(priceSentence(unread)).toBe(
      'Which prices the period needs is not known: no bill was read.',
    );
  });
});

const HELD: ModelPriceConflict = { used: LINE, others: [OTHER], reason: 'They differ.' };
const UNUSED: ModelPriceConflict = { used: null, others: [LINE, OTHER], reason: 'Two prices.' };

describe('conflicts', () => {
  test.each([
    [[], 'No two of the sources that were read disagree on a price that both have.'],
    [[HELD], 'Sources disagree about 1 price; the first in precedence holds.'],
    [
      [HELD, UNUSED],
      'Sources disagree about 2 prices; of 1 none is used, since nothing tells which is right.',
    ],
  ])('in a sentence: %#', (conflicts, words) => {
    expect(conflictSentence(conflicts)).toBe(words);
  });

  test.each([
    ['', 2],
    ['sonnet GLOBAL', 2],
    ['price list', 2],
    ['haiku', 0],
  ])('%j finds %i', (text, found) => {
    expect(pricesMatching([HELD, UNUSED], text, pricesOfConflict)).toHaveLength(found);
  });
});
