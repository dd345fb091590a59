import { describe, expect, test } from 'vitest';
import type { PriceOverride } from '../../../shared/model/price-override.ts';
import { priceOf } from '../../../shared/prices/explain-price.ts';
import { priceOverrides } from '../../../shared/prices/override-schema.ts';
import { createPriceBook } from '../../../shared/prices/price-book.ts';
import { line, query } from './builders.ts';

const LISTED = [line({ usd: '3' }), line({ unit: 'output-tokens', usd: '15' })];
const OFFER = [line({ usd: '2.8', source: 'rate card', checkedOn: '2026-10-07' })];

const DISCOUNT = {
  kind: 'discount',
  models: ['test.model'],
  percentOff: '12.5',
  validFrom: '2026-03-01',
  validTo: '2026-09-01',
  note: 'Private agreement of March',
} as const satisfies PriceOverride;

const PRICE = {
  kind: 'price',
  modelId: 'us.test.model',
  scope: null,
  tier: 'standard',
  context: 'short',
  regions: '*',
  unit: 'input-tokens',
  usd: '2.5',
  per: 1_000_000,
  validFrom: '2026-03-01',
  validTo: null,
  note: 'Signed in March',
} as const satisfies PriceOverride;

function asked(overrides: readonly PriceOverride[], over: Parameters<typeof query>[0] = {}) {
  return priceOf(createPriceBook([OFFER, LISTED], overrides), query(over));
}

function usdOf(overrides: readonly PriceOverride[], over: Parameters<typeof query>[0] = {}) {
  const { answer } = asked(overrides, over);
  return answer.found ? answer.line.usd : answer.reason;
}

describe('the order of sources', () => {
  test('the account’s own card comes before the table; the difference is a conflict', () => {
    const { answer, others, conflicts } = asked([]);
    expect(answer).toMatchObject({ found: true, line: { usd: '2.8', source: 'rate card' } });
    expect(others).toEqual([LISTED[0]]);
    expect(conflicts).toEqual([LISTED[0]]);
  });

  test('sources that agree, whatever they count by, are no conflict', () => {
    const same = [line({ usd: '0.0028', per: 1_000 })];
    const { others, conflicts } = priceOf(createPriceBook([OFFER, same]), query());
    expect([others.length, conflicts.length]).toEqual([1, 0]);
  });

  test('the user’s price comes before both, and both stay listed', () => {
    const { answer, conflicts } = asked([PRICE]);
    expect(answer).toMatchObject({
      line: { usd: '2.5', source: 'Your price: Signed in March', checkedOn: '2026-03-01' },
    });
    expect(conflicts.map(({ usd }) => usd)).toEqual(['2.8', '3']);
  });

  test('without a price nothing is explained away', () => {
    expect(asked([DISCOUNT], { baseModelId: 'test.other' })).toEqual({
      answer: { found: false, reason: 'no price for model test.other' },
      others: [],
      conflicts: [],
    });
  });
});

describe('a discount', () => {
  test.each<[string, readonly PriceOverride[], Parameters<typeof query>[0], string]>([
    ['is exact', [DISCOUNT], {}, '2.45'],
    ['is of every unit of the model', [DISCOUNT], { unit: 'output-tokens' }, '13.125'],
    ['begins on its first day', [DISCOUNT], { day: '2026-02-28' }, '2.8'],
    ['holds on its first day', [DISCOUNT], { day: '2026-03-01' }, '2.45'],
    ['holds until its last', [DISCOUNT], { day: '2026-08-31' }, '2.45'],
    ['ends', [DISCOUNT], { day: '2026-09-01' }, '2.8'],
    ['is not of other models', [{ ...DISCOUNT, models: ['test.mode'] }], {}, '2.8'],
    ['of everything', [{ ...DISCOUNT, models: '*' }], {}, '2.45'],
    [
      'the first that fits holds',
      [DISCOUNT, { ...DISCOUNT, models: '*', percentOff: '50' }],
      {},
      '2.45',
    ],
    ['is not taken off of the user’s own price', [DISCOUNT, PRICE], {}, '2.5'],
    ['of nothing', [{ ...DISCOUNT, percentOff: '0' }], {}, '2.8'],
    ['with four decimals', [{ ...DISCOUNT, percentOff: '33.3333' }], {}, '1.8666676'],
  ])('%s', (_, overrides, over, usd) => expect(usdOf(overrides, over)).toBe(usd));

  test('says what it was taken off of, and is no conflict with it', () => {
    const { answer, conflicts } = asked([DISCOUNT]);
    expect(answer).toMatchObject({
      line: {
        source: 'rate card',
        discount: { percentOff: '12.5', note: DISCOUNT.note, line: OFFER[0] },
      },
    });
    expect(conflicts).toEqual([LISTED[0]]);
  });
});

test('a price of the user holds in the scope it names, in any spelling of the model', () => {
  const global = { ...PRICE, scope: 'global' } as const;
  expect(usdOf([global], { scope: 'global' })).toBe('2.5');
  expect(usdOf([global])).toBe('2.8');
  expect(usdOf([PRICE], { scope: 'geographic' })).toBe('2.5');
});

describe('settings refuse', () => {
  test('nothing of what is right', () => {
    expect(priceOverrides.parse([DISCOUNT, PRICE])).toEqual([DISCOUNT, PRICE]);
  });

  test.each([
    ['a percentage over 100', { ...DISCOUNT, percentOff: '100.1' }],
    ['a negative percentage', { ...DISCOUNT, percentOff: '-5' }],
    ['a percentage that is a number', { ...DISCOUNT, percentOff: 5 }],
    ['no models', { ...DISCOUNT, models: [] }],
    ['no note', { ...DISCOUNT, note: '' }],
    ['a day that does not exist', { ...DISCOUNT, validFrom: '2026-02-30' }],
    ['an end before the start', { ...DISCOUNT, validTo: '2026-03-01' }],
    ['a unit that is none', { ...PRICE, unit: 'tokens' }],
    ['a unit that lines do not have', { ...PRICE, unit: 'cache-write-tokens' }],
    ['a price with 13 decimals', { ...PRICE, usd: '0.1234567890123' }],
    ['a price by the dozen', { ...PRICE, per: 12 }],
    ['a member that it does not know', { ...PRICE, multiplier: '2' }],
  ])('%s', (_, override) => {
    expect(priceOverrides.safeParse([override]).success).toBe(false);
  });
});
