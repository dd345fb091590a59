import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimateUsage } from '../../../shared/cost/estimate.ts';
import type { UsageRow } from '../../../shared/model/usage.ts';
import { formatUsd } from '../../../shared/model/usd.ts';
import { ASSUMED_5M, createPriceBook } from '../../../shared/prices/price-book.ts';
import type { ProfileTargets } from '../../../shared/prices/profile-targets.ts';
import { line } from '../prices/builders.ts';
import { anyUsage, PRICES, usage } from './builders.ts';

const profiles: ProfileTargets = new Map([
  [
    'abc123',
    { baseModelId: 'test.model', scope: 'global', geography: 'global', profileName: 'team' },
  ],
]);

function cost(over: Partial<UsageRow>): string {
  const [estimate] = estimateUsage([usage(over)], { prices: PRICES, profiles });
  if (estimate === undefined) return 'nothing';
  return estimate.priced ? formatUsd(estimate.amount) : estimate.reason;
}

describe('what is priced, exactly', () => {
  test.each<[Partial<UsageRow>, string]>([
    [{}, '3'],
    [{ quantity: 1 }, '0.000003'],
    [{ quantity: 0 }, '0'],
    [{ quantity: 333_333_333_333 }, '999999.999999'],
    [{ modelId: 'test.plain', quantity: 1 }, '0.000000000000000001'],
    [{ modelId: 'global.test.model' }, '2.7'],
    [{ modelId: 'abc123' }, '2.7'],
    [{ unit: 'cache-write-tokens' }, '3.75'],
    [{ unit: 'cache-write-1h-tokens' }, '6'],
  ])('%o costs %s', (over, usd) => expect(cost(over)).toBe(usd));

  test('the assumption about cache writes travels with the estimate', () => {
    const rows = [usage({ unit: 'cache-write-tokens' }), usage()];
    const caveats = estimateUsage(rows, { prices: PRICES, profiles }).map((estimate) =>
      estimate.priced ? estimate.caveats : null,
    );
    expect(caveats).toEqual([[ASSUMED_5M], []]);
  });
});

describe('what is said of long contexts, which cost more', () => {
  const prices = createPriceBook([
    [
      line({ modelId: 'test.long', usd: '3' }),
      line({ modelId: 'test.long', usd: '6', context: 'long' }),
      line({ modelId: 'test.even', usd: '3' }),
      line({ modelId: 'test.even', usd: '3', context: 'long' }),
      line({ modelId: 'test.said', usd: '3', longCostsMore: true }),
    ],
  ]);
  const ofMetrics = (name: string) => [
    `Long-context calls to ${name} cost more; of what metrics count they cannot be told apart and are priced as short ones.`,
  ];
  test.each<[string, Partial<UsageRow>, readonly string[], string]>([
    ['logs tell a short one', { modelId: 'test.long' }, [], '3'],
    ['logs tell a long one', { modelId: 'test.long', context: 'long' }, [], '6'],
    ['metrics do not', { modelId: 'test.long', basis: 'metrics' }, ofMetrics('Long'), '3'],
    ['metrics, no dearer price', { modelId: 'test.even', basis: 'metrics' }, [], '3'],
    ['logs, without long prices', { modelId: 'test.said' }, [], '3'],
    ['metrics, without', { modelId: 'test.said', basis: 'metrics' }, ofMetrics('Said'), '3'],
    [
      'logs tell a long one without a price of its own',
      { modelId: 'test.said', context: 'long' },
      [
        'Long-context calls to Said cost more; no price of them is known and they are priced as short ones.',
      ],
      '3',
    ],
    ['a model that costs the same', { basis: 'metrics' }, [], 'no price for model test.model'],
  ])('%s', (_, over, caveats, usd) => {
    const rows = [usage({ modelId: 'test.long', context: 'long', quantity: 0 }), usage(over)];
    const [, estimate] = estimateUsage(rows, { prices, profiles });
    if (estimate === undefined) throw new Error('no estimate');
    const told = estimate.priced ? formatUsd(estimate.amount) : estimate.reason;
    expect([told, estimate.priced ? estimate.caveats : []]).toEqual([usd, caveats]);
  });

  test('logs and metrics of one model and day do not share what is said', () => {
    const rows = [
      usage({ modelId: 'test.long' }),
      usage({ modelId: 'test.long', basis: 'metrics' }),
    ];
    const said = estimateUsage([...rows, ...rows], { prices, profiles }).map((estimate) =>
      estimate.priced ? estimate.caveats.length : null,
    );
    expect(said).toEqual([0, 1, 0, 1]);
  });
});

describe('what is not priced, and why', () => {
  test.each<[Partial<UsageRow>, string]>([
    [{ modelId: 'test.nobody' }, 'no price for model test.nobody'],
    [{ modelId: 'us.test.model' }, 'no price for test.model in geographic scope'],
    [{ tier: 'flex' }, 'no price for tier flex of test.model in us-east-1'],
    [{ quantity: 1.5 }, 'the quantity 1.5 is not a whole number'],
    [{ quantity: -1 }, 'the quantity -1 is not a whole number'],
    [{ quantity: Number.NaN }, 'the quantity NaN is not a whole number'],
    [
      { modelId: 'im987' },
      'no price for im987: the id names no foundation model (an application profile, custom or imported model that was not read)',
    ],
    [
      {
        modelId: 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/gone1',
      },
      'no price for application inference profile gone1: its model has not been read',
    ],
    [
      { modelId: 'arn:aws:bedrock:us-east-1:111122223333:provisioned-model/pt1' },
      'no price for pt1: its tokens cost nothing apart from its model unit hours (provisioned-mu-hours)',
    ],
    [
      { modelId: 'arn:aws:bedrock:us-east-1:111122223333:imported-model/abcdefghijkl' },
      'no price for abcdefghijkl: an imported model is billed by custom model units, for each minute that a copy of it is active (import-cmu-minutes) and for storage by the month; Assay counts its calls and tokens, and only the bill has its minutes',
    ],
    [
      { modelId: 'arn:aws:bedrock:us-east-1:111122223333:custom-model/cm1' },
      'no price for cm1: lists have no price for calls of custom models',
    ],
  ])('%o', (over, reason) => expect(cost(over)).toBe(reason));
});

test('splitting a quantity never changes what it costs', () => {
  fc.assert(
    fc.property(anyUsage, fc.double({ min: 0, max: 1, noNaN: true }), (row, share) => {
      const first = Math.floor(row.quantity * share);
      const parts = [first, row.quantity - first].map((quantity) => ({ ...row, quantity }));
      const sum = (rows: readonly UsageRow[]) =>
        estimateUsage(rows, { prices: PRICES, profiles }).reduce(
          (total, estimate) => total + (estimate.priced ? estimate.amount : 0n),
          0n,
        );
      expect(sum(parts)).toBe(sum([row]));
    }),
  );
});

describe('long contexts', () => {
  const prices = createPriceBook([
    [line({ usd: '3' }), line({ context: 'long', usd: '6' }), line({ modelId: 'test.plain' })],
  ]);
  const priced = (modelId: string) =>
    estimateUsage([usage({ modelId, context: 'long' })], { prices, profiles: new Map() }).map(
      (one) => [one.row.context, one.priced && formatUsd(one.amount)],
    );

  test('cost their own price where their model has one', () => {
    expect(priced('us.test.model')).toEqual([['long', false]]);
    expect(priced('test.model')).toEqual([['long', '6']]);
  });

  test('cost what short ones cost where lists have nothing else', () => {
    expect(priced('test.plain')).toEqual([['short', '3']]);
  });
});
