import { describe, expect, test } from 'vitest';
import { pricePrincipals } from '../../../shared/cost/price-principals.ts';
import { type CallUsage, priceTokens } from '../../../shared/cost/price-tokens.ts';
import { PRICES, usage } from './builders.ts';

const pricing = { prices: PRICES, profiles: new Map() };
const call: CallUsage = {
  modelId: 'test.model',
  region: 'us-east-1',
  tier: 'standard',
  day: '2026-10-05',
  quantities: { 'input-tokens': 1000, 'output-tokens': 200 },
};

describe('one call', () => {
  test.each<[string, Partial<CallUsage>, string | null, string | null]>([
    ['all parts priced', {}, '0.006', null],
    ['input only', { quantities: { 'input-tokens': 1000 } }, '0.003', null],
    [
      'nothing counted in a unit without a price',
      { modelId: 'test.plain', quantities: { 'output-tokens': 10, 'cache-read-tokens': 0 } },
      '0.000002',
      null,
    ],
    ['an unpriced model', { modelId: 'test.nobody' }, null, 'no price for model test.nobody'],
    [
      'one part unpriced makes the whole unpriced',
      { modelId: 'test.plain', quantities: { 'output-tokens': 10, 'cache-read-tokens': 1 } },
      null,
      'no price for cache-read-tokens of test.plain',
    ],
  ])('%s', (_, over, usd, unpricedReason) => {
    expect(priceTokens({ ...call, ...over }, pricing)).toMatchObject({ usd, unpricedReason });
  });

  test('names the prices used', () => {
    const { prices } = priceTokens(call, pricing);
    expect(prices.map(({ unit, usd }) => [unit, usd])).toEqual([
      ['input-tokens', '3'],
      ['output-tokens', '15'],
    ]);
    expect(prices[0]).toEqual({
      modelId: 'test.model',
      unit: 'input-tokens',
      scope: 'in-region',
      tier: 'standard',
      usd: '3',
      per: 1_000_000,
      regions: '*',
      validFrom: '2026-01-01',
      source: 'A list (https://example.com/)',
      checkedOn: '2026-09-01',
    });
  });
});

describe('principals', () => {
  const ARN = 'arn:aws:iam::111122223333:role/app';
  const costs = pricePrincipals(
    [
      usage(),
      usage({ unit: 'output-tokens', quantity: 100 }),
      usage({ modelId: 'test.nobody', quantity: 5 }),
      usage({ principalArn: 'arn:aws:iam::111122223333:user/ada', modelId: 'test.nobody' }),
      usage({ principalArn: null }),
    ],
    pricing,
  );

  test('get the sum of what is priced, with the unpriced tokens apart', () => {
    expect(costs.get(ARN)).toEqual({
      tokens: { input: 1_000_005, output: 100, cacheRead: 0, cacheWrite: 0 },
      usd: '3.0015',
      unpricedTokens: 5,
    });
  });

  test('of whom nothing is priced have no cost, not zero', () => {
    expect(costs.get('arn:aws:iam::111122223333:user/ada')).toMatchObject({
      usd: null,
      unpricedTokens: 1_000_000,
    });
    expect(costs.size).toBe(2);
  });
});
