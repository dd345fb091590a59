import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { groupings } from '../../../shared/api/spend-schemas.ts';
import { buildSpend } from '../../../shared/cost/build-spend.ts';
import { estimateUsage } from '../../../shared/cost/estimate.ts';
import type { Grouping, KeyedGrouping } from '../../../shared/cost/grouping.ts';
import type { SpendAnswer } from '../../../shared/cost/spend-answer.ts';
import { totalTokens } from '../../../shared/cost/tokens.ts';
import { formatUsd } from '../../../shared/model/usd.ts';
import { ASSUMED_5M } from '../../../shared/prices/price-book.ts';
import { known, pricedSum } from '../../helpers/known.ts';
import { anyUsage, calls, PRICES, spendInput, usage } from './builders.ts';

test('the groupings are those of the contract', () => {
  expectTypeOf<Exclude<Grouping, KeyedGrouping>>().toEqualTypeOf<(typeof groupings)[number]>();
});

describe('a month of spend', () => {
  const answer = buildSpend(
    spendInput({
      usage: [
        usage({ quantity: 2_000_000 }),
        usage({ unit: 'cache-read-tokens', quantity: 10_000_000 }),
        usage({ unit: 'cache-write-tokens' }),
        usage({ modelId: 'global.test.model', day: '2026-10-06', basis: 'metrics' }),
        usage({ modelId: 'test.nobody', unit: 'output-tokens', quantity: 500 }),
        usage({ modelId: 'test.nobody', unit: 'output-tokens', quantity: 7, day: '2026-10-06' }),
      ],
      calls: [calls(), calls({ modelId: 'test.nobody', calls: 2, basis: 'metrics' })],
    }),
  );

  test('sums what is priced and counts what is not', () => {
    expect(answer).toMatchObject({
      provenance: 'metered',
      usd: '15.45',
      tokens: { input: 3_000_000, output: 507, cacheRead: 10_000_000, cacheWrite: 1_000_000 },
      calls: 12,
    });
    expect(answer.unpriced).toEqual([
      {
        modelId: 'test.nobody',
        unit: 'output-tokens',
        region: 'us-east-1',
        quantity: 507,
        reason: 'no price for model test.nobody',
      },
    ]);
  });

  test('groups the spellings of one model, dearest first', () => {
    expect(answer.groups.map(({ key, usd, calls, basis }) => [key, usd, calls, basis])).toEqual([
      ['test.model', '15.45', 10, ['invocation-logs', 'metrics']],
      ['test.nobody', null, 2, ['invocation-logs', 'metrics']],
    ]);
    expect(answer.groups[1]?.unpricedTokens).toBe(507);
  });

  test('has one cell per day and group, in order', () => {
    expect(answer.cells.map(({ day, key, usd }) => [day, key, usd])).toEqual([
      ['2026-10-05', 'test.model', '12.75'],
      ['2026-10-05', 'test.nobody', null],
      ['2026-10-06', 'test.model', '2.7'],
      ['2026-10-06', 'test.nobody', null],
    ]);
  });

  test('names each price once, what it assumes, and what the cache saved', () => {
    expect(answer.prices.map(({ scope, unit, usd }) => [scope, unit, usd])).toEqual([
      ['in-region', 'cache-read-tokens', '0.3'],
      ['in-region', 'cache-write-5m-tokens', '3.75'],
      ['global', 'input-tokens', '2.7'],
      ['in-region', 'input-tokens', '3'],
    ]);
    expect(answer.notes).toEqual([ASSUMED_5M]);
    // 10M reads x (3 - 0.3) - 1M writes x (3.75 - 3)
    expect(answer.cacheSavingsUsd).toBe('26.25');
  });
});

describe('cache savings', () => {
  test.each([
    ['no cache use', [usage()], '0'],
    [
      'reads that have no price',
      [usage({ modelId: 'test.nobody', unit: 'cache-read-tokens' })],
      null,
    ],
    [
      'reads without an input price',
      [usage({ modelId: 'test.reads', unit: 'cache-read-tokens' })],
      null,
    ],
    [
      'reads in global scope',
      [usage({ modelId: 'global.test.model', unit: 'cache-read-tokens' })],
      '2.43',
    ],
    [
      'writes of each time to live cost more than input: 2 x 0.75 + 1 x 3',
      [
        usage({ unit: 'cache-write-tokens' }),
        usage({ unit: 'cache-write-5m-tokens' }),
        usage({ unit: 'cache-write-1h-tokens' }),
      ],
      '-4.5',
    ],
    [
      'reads less what writing them cost extra: 2.7 - 0.375',
      [
        usage({ unit: 'cache-read-tokens' }),
        usage({ unit: 'cache-write-5m-tokens', quantity: 500_000 }),
      ],
      '2.325',
    ],
    [
      'reads that are priced beside reads that have no input price',
      [
        usage({ unit: 'cache-read-tokens' }),
        usage({ modelId: 'test.reads', unit: 'cache-read-tokens' }),
      ],
      null,
    ],
    [
      'what is priced, beside another model whose cache use is not',
      [
        usage({ unit: 'cache-read-tokens' }),
        usage({ modelId: 'test.nobody', unit: 'cache-write-tokens' }),
      ],
      '2.7',
    ],
    [
      'reads whose writes have no price are left out, other scopes of the model are not',
      [
        usage({ unit: 'cache-read-tokens' }),
        usage({ modelId: 'global.test.model', unit: 'cache-read-tokens' }),
        usage({ modelId: 'global.test.model', unit: 'cache-write-5m-tokens', quantity: 1 }),
      ],
      '2.7',
    ],
    [
      'only reads whose writes have no price',
      [
        usage({ modelId: 'global.test.model', unit: 'cache-read-tokens' }),
        usage({ modelId: 'global.test.model', unit: 'cache-write-5m-tokens', quantity: 1 }),
      ],
      null,
    ],
    [
      'no cached token of a model without a price',
      [
        usage({ unit: 'cache-read-tokens' }),
        usage({ modelId: 'test.nobody', unit: 'cache-read-tokens', quantity: 0 }),
      ],
      '2.7',
    ],
  ])('%s', (_, rows, savings) => {
    expect(buildSpend(spendInput({ usage: rows })).cacheSavingsUsd).toBe(savings);
  });
});

describe('groups', () => {
  const rows = [
    usage({ unit: 'output-tokens', principalArn: null, basis: 'metrics' }),
    usage({ modelId: 'global.test.model', region: 'eu-west-1', accountId: '444455556666' }),
    usage({ modelId: 'a1b2', tier: 'flex' }),
  ];
  test.each<[Grouping, readonly (readonly [string, string])[]]>([
    [
      'model',
      [
        ['test.model', 'Model'],
        ['a1b2', 'a1b2'],
      ],
    ],
    [
      'provider',
      [
        ['test', 'Test'],
        ['unknown', 'Not known'],
      ],
    ],
    [
      'account',
      [
        ['111122223333', 'prod'],
        ['444455556666', '444455556666'],
      ],
    ],
    [
      'region',
      [
        ['us-east-1', 'us-east-1'],
        ['eu-west-1', 'eu-west-1'],
      ],
    ],
    [
      'scope',
      [
        ['in-region', 'In-Region'],
        ['global', 'Global'],
        ['unknown', 'Not known'],
      ],
    ],
    [
      'tier',
      [
        ['standard', 'Standard'],
        ['flex', 'Flex'],
      ],
    ],
    [
      'unit',
      [
        ['output-tokens', 'Output tokens'],
        ['input-tokens', 'Input tokens'],
      ],
    ],
    [
      'principal',
      [
        ['unknown', 'Principal not known (metrics only)'],
        ['arn:aws:iam::111122223333:role/app', 'app'],
      ],
    ],
  ])('by %s', (groupBy, expected) => {
    const accounts = new Map([['111122223333', 'prod']]);
    const answer = buildSpend(spendInput({ usage: rows, calls: [calls()], groupBy, accounts }));
    expect(answer.groups.map(({ key, label }) => [key, label])).toEqual(expected);
    expect(answer.calls).toBe(10);
  });

  test('calls are not split by token type, and the answer says so', () => {
    const answer = buildSpend(spendInput({ usage: rows, calls: [calls()], groupBy: 'unit' }));
    expect(answer.groups.map((group) => group.calls)).toEqual([0, 0]);
    expect(answer.notes).toContain('Calls are not split by token type.');
  });
});

test('today and late days of the period are incomplete, others are not', () => {
  const input = spendInput({ today: '2026-10-20', incompleteDays: ['2026-10-19', '2026-09-30'] });
  expect(buildSpend(input).incompleteDays).toEqual(['2026-10-19', '2026-10-20']);
  expect(buildSpend(spendInput()).incompleteDays).toEqual([]);
});

describe('laws', () => {
  const anyGrouping = fc.constantFrom(...groupings);
  const anyRows = fc.array(anyUsage, { maxLength: 40 });

  test('the parts sum to the total, by group and by cell', () => {
    fc.assert(
      fc.property(anyRows, anyGrouping, (rows, groupBy) => {
        const answer = buildSpend(spendInput({ usage: rows, groupBy }));
        for (const parts of [answer.groups, answer.cells]) {
          expect(pricedSum(parts.map((part) => part.usd))).toBe(answer.usd ?? '0');
          expect(sum(parts.map((part) => totalTokens(part.tokens)))).toBe(
            totalTokens(known(answer.tokens)),
          );
        }
      }),
    );
  });

  test('the order of rows does not matter', () => {
    fc.assert(
      fc.property(anyRows, anyGrouping, (rows, groupBy) => {
        const answers = [rows, [...rows].reverse()].map((usage) =>
          buildSpend(spendInput({ usage, groupBy })),
        );
        expect(answers[0]).toEqual(answers[1]);
      }),
    );
  });

  test('unpriced usage is never money, and every quantity is priced or listed', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const answer: SpendAnswer = buildSpend(spendInput({ usage: rows }));
        const estimates = estimateUsage(rows, { prices: PRICES, profiles: new Map() });
        const priced = estimates.filter((estimate) => estimate.priced);
        const amount = formatUsd(priced.reduce((total, line) => total + line.amount, 0n));
        const used = estimates.filter(({ row }) => row.quantity > 0);
        const isKnown = used.length === 0 || used.some((estimate) => estimate.priced);
        expect(answer.usd).toBe(isKnown ? amount : null);
        const quantity = sum(rows.map((row) => row.quantity));
        const listed = sum(answer.unpriced.map((row) => row.quantity));
        expect(sum(priced.map((line) => line.row.quantity)) + listed).toBe(quantity);
      }),
    );
  });
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
