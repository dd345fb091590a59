import { expect, test } from 'vitest';
import { invocationCost } from '../../../../electron/backend/api/invocation-cost.ts';
import { createPriceBook } from '../../../../shared/prices/price-book.ts';
import { PRICES } from '../../../shared/cost/builders.ts';
import { line } from '../../../shared/prices/builders.ts';

const PRICING = { prices: PRICES, profiles: new Map() };
const ROW = {
  modelId: 'test.model',
  region: 'us-east-1',
  time: '2026-10-05T10:00:00Z',
  errorCode: null,
  serviceTier: null,
  inputTokens: 1_000_000,
  outputTokens: 0,
  cacheReadTokens: null,
  cacheWriteTokens: null,
  cacheWrite5mTokens: null,
  cacheWrite1hTokens: null,
};

const priced: readonly (readonly [string, object, string])[] = [
  ['input alone', {}, '3'],
  ['output is added', { outputTokens: 1_000_000 }, '18'],
  ['counts that came as text', { inputTokens: '2000000' }, '6'],
  ['cached reads have their own price', { cacheReadTokens: 1_000_000 }, '3.3'],
  [
    'writes are split by time to live, once',
    {
      cacheWriteTokens: 2_000_000,
      cacheWrite5mTokens: 1_000_000,
      cacheWrite1hTokens: 1_000_000,
    },
    '12.75',
  ],
  ['writes of unknown time to live count as 5 minutes', { cacheWriteTokens: 1_000_000 }, '6.75'],
];

test.each(priced)('%s', (_, change, usd) => {
  expect(invocationCost({ ...ROW, ...change }, PRICING)?.usd).toBe(usd);
});

test('a part without a price makes the whole unpriced, with the reason', () => {
  const row = { ...ROW, modelId: 'test.plain', cacheReadTokens: 5 };
  const cost = invocationCost(row, PRICING);
  expect(cost?.usd).toBeNull();
  expect(cost?.unpricedReason).toMatch(/test\.plain/);
});

test('another tier is not priced as standard', () => {
  expect(invocationCost({ ...ROW, serviceTier: 'FLEX' }, PRICING)?.usd).toBeNull();
});

test.each([
  { errorCode: 'ThrottlingException' },
  { modelId: null },
  { region: null },
  { time: null },
])('%o costs nothing that is known', (change) => {
  expect(invocationCost({ ...ROW, ...change }, PRICING)).toBeNull();
});

test('input of more than 200,000 tokens, cached ones included, is a long context', () => {
  const prices = createPriceBook([
    [
      line({ usd: '3' }),
      line({ context: 'long', usd: '6' }),
      line({ unit: 'cache-read-tokens', usd: '0.3' }),
      line({ unit: 'cache-read-tokens', context: 'long', usd: '0.6' }),
    ],
  ]);
  const usdOf = (cacheReadTokens: number) =>
    invocationCost(
      { ...ROW, inputTokens: 100_000, cacheReadTokens },
      { prices, profiles: new Map() },
    )?.usd;
  expect([usdOf(100_000), usdOf(100_001)]).toEqual(['0.33', '0.6600006']);
});
