import fc from 'fast-check';
import type { CallRow, SpendInput } from '../../../shared/cost/build-spend.ts';
import type { BillableUnit, UsageRow } from '../../../shared/model/usage.ts';
import { createPriceBook } from '../../../shared/prices/price-book.ts';
import { line } from '../prices/builders.ts';

/** A priced model with cache lines, one without cache lines, and a global price. */
export const PRICES = createPriceBook([
  [
    line({ usd: '3' }),
    line({ unit: 'output-tokens', usd: '15' }),
    line({ unit: 'cache-read-tokens', usd: '0.3' }),
    line({ unit: 'cache-write-5m-tokens', usd: '3.75' }),
    line({ unit: 'cache-write-1h-tokens', usd: '6' }),
    line({ scope: 'global', usd: '2.7' }),
    line({ scope: 'global', unit: 'cache-read-tokens', usd: '0.27' }),
    line({ modelId: 'test.plain', usd: '0.000000000001' }),
    line({ modelId: 'test.plain', unit: 'output-tokens', usd: '0.2' }),
    line({ modelId: 'test.reads', unit: 'cache-read-tokens', usd: '0.3' }),
  ],
]);

/** A usage row of the priced model; tests change what they are about. */
export function usage(over: Partial<UsageRow> = {}): UsageRow {
  return {
    day: '2026-10-05',
    accountId: '111122223333',
    region: 'us-east-1',
    modelId: 'test.model',
    principalArn: 'arn:aws:iam::111122223333:role/app',
    tier: 'standard',
    unit: 'input-tokens',
    quantity: 1_000_000,
    basis: 'invocation-logs',
    ...over,
  };
}

/** Calls of the priced model. */
export function calls(over: Partial<CallRow> = {}): CallRow {
  return {
    day: '2026-10-05',
    accountId: '111122223333',
    region: 'us-east-1',
    modelId: 'test.model',
    principalArn: 'arn:aws:iam::111122223333:role/app',
    tier: 'standard',
    calls: 10,
    basis: 'invocation-logs',
    ...over,
  };
}

/** A question about October 2026. */
export function spendInput(over: Partial<SpendInput> = {}): SpendInput {
  return {
    usage: [],
    calls: [],
    groupBy: 'model',
    period: { from: '2026-10-01', to: '2026-11-01' },
    today: '2026-11-20',
    accounts: new Map(),
    prices: PRICES,
    profiles: new Map(),
    ...over,
  };
}

const UNITS: readonly BillableUnit[] = [
  'input-tokens',
  'output-tokens',
  'cache-read-tokens',
  'cache-write-tokens',
  'cache-write-5m-tokens',
  'cache-write-1h-tokens',
  'images',
];

/** Usage of any kind, priced and unpriced models mixed. */
export const anyUsage: fc.Arbitrary<UsageRow> = fc.record({
  day: fc.constantFrom('2026-10-01', '2026-10-05', '2026-10-31'),
  accountId: fc.constantFrom('111122223333', '444455556666'),
  region: fc.constantFrom('us-east-1', 'eu-west-1'),
  modelId: fc.constantFrom('test.model', 'global.test.model', 'test.plain', 'test.nobody', 'a1b2'),
  principalArn: fc.constantFrom('arn:aws:iam::111122223333:role/app', null),
  tier: fc.constantFrom('standard', 'flex'),
  unit: fc.constantFrom(...UNITS),
  quantity: fc.integer({ min: 0, max: 10 ** 13 }),
  basis: fc.constantFrom('invocation-logs', 'metrics'),
});
