import { expect, test } from 'vitest';
import { invocationCost } from '../../../../electron/backend/api/invocation-cost.ts';
import { PRICES } from '../../../shared/cost/builders.ts';

const PRICING = { prices: PRICES, profiles: new Map() };
const ROW = {
  model_id: 'test.model',
  region: 'us-east-1',
  time: '2026-10-05T10:00:00Z',
  error_code: null,
  service_tier: null,
  input_tokens: 1_000_000,
  output_tokens: 0,
  cache_read_tokens: null,
  cache_write_tokens: null,
  cache_write_5m_tokens: null,
  cache_write_1h_tokens: null,
};

const priced: readonly (readonly [string, object, string])[] = [
  ['input alone', {}, '3'],
  ['output is added', { output_tokens: 1_000_000 }, '18'],
  ['counts that came as text', { input_tokens: '2000000' }, '6'],
  ['cached reads have their own price', { cache_read_tokens: 1_000_000 }, '3.3'],
  [
    'writes are split by time to live, once',
    {
      cache_write_tokens: 2_000_000,
      cache_write_5m_tokens: 1_000_000,
      cache_write_1h_tokens: 1_000_000,
    },
    '12.75',
  ],
  ['writes of unknown time to live count as 5 minutes', { cache_write_tokens: 1_000_000 }, '6.75'],
];

test.each(priced)('%s', (_, change, usd) => {
  expect(invocationCost({ ...ROW, ...change }, PRICING)?.usd).toBe(usd);
});

test('a part without a price makes the whole unpriced, with the reason', () => {
  const row = { ...ROW, model_id: 'test.plain', cache_read_tokens: 5 };
  const cost = invocationCost(row, PRICING);
  expect(cost?.usd).toBeNull();
  expect(cost?.unpricedReason).toMatch(/test\.plain/);
});

test('another tier is not priced as standard', () => {
  expect(invocationCost({ ...ROW, service_tier: 'FLEX' }, PRICING)?.usd).toBeNull();
});

test.each([
  { error_code: 'ThrottlingException' },
  { model_id: null },
  { region: null },
  { time: null },
])('%o costs nothing that is known', (change) => {
  expect(invocationCost({ ...ROW, ...change }, PRICING)).toBeNull();
});
