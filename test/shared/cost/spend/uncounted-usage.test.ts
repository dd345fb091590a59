import { expect, test } from 'vitest';
import { estimateUsage } from '../../../../shared/cost/estimate.ts';
import { uncountedUsage } from '../../../../shared/cost/spend/uncounted-usage.ts';
import { createPriceBook } from '../../../../shared/prices/price-book.ts';
import { line } from '../../prices/builders.ts';
import { calls } from '../builders.ts';

const PRICING = {
  prices: createPriceBook([
    [
      line(),
      line({ modelId: 'test.rerank', unit: 'search-units', usd: '0.002', per: 1 }),
      line({ modelId: 'test.both', unit: 'search-units', usd: '0.002', per: 1 }),
      line({ modelId: 'test.both' }),
    ],
  ]),
  profiles: new Map(),
};

test('calls of a rerank model have no price rather than cost nothing', () => {
  const usage = uncountedUsage([calls({ modelId: 'test.rerank', calls: 7 })], PRICING);
  expect(usage).toMatchObject([{ modelId: 'test.rerank', unit: 'search-units', quantity: 7 }]);
  expect(estimateUsage(usage, PRICING)).toMatchObject([
    {
      priced: false,
      reason:
        'no price for test.rerank: it is billed by search units, and only its calls are counted',
    },
  ]);
});

test.each(['test.model', 'test.both', 'test.nobody'])(
  'calls of %s, which tokens tell or no list knows, are nothing beside its usage',
  (modelId) => {
    expect(uncountedUsage([calls({ modelId })], PRICING)).toEqual([]);
  },
);

test('no calls are no usage', () => {
  expect(uncountedUsage([calls({ modelId: 'test.rerank', calls: 0 })], PRICING)).toEqual([]);
});
