import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSpend, type SpendInput } from '../../../../shared/cost/build-spend.ts';
import { anyUsage, calls, PRICES, spendInput, usage } from '../builders.ts';

const NOBODY = { modelId: 'test.nobody' };
const BEFORE = { period: { from: '2026-09-01', to: '2026-10-01' } };

function group(over: Partial<SpendInput>) {
  const [first] = buildSpend(spendInput(over)).groups;
  return first;
}

describe('no price is not $0', () => {
  test.each<[string, Partial<SpendInput>, object]>([
    [
      'tokens without a price',
      { usage: [usage({ ...NOBODY, quantity: 9 })] },
      { usd: null, unpricedUnits: [{ unit: 'input-tokens', quantity: 9 }], unpricedTokens: 9 },
    ],
    [
      'images that metrics count, of nobody in particular',
      {
        groupBy: 'principal',
        usage: [usage({ unit: 'images', quantity: 68, principalArn: null, basis: 'metrics' })],
      },
      {
        key: 'unknown',
        usd: null,
        unpricedUnits: [{ unit: 'images', quantity: 68 }],
        unpricedTokens: 0,
      },
    ],
    [
      'calls that used nothing that is counted',
      { calls: [calls(NOBODY)] },
      { usd: null, unpricedUnits: [] },
    ],
    [
      'one model with a price, and calls of another that used nothing that is counted',
      { groupBy: 'account', usage: [usage()], calls: [calls(), calls({ ...NOBODY, calls: 4 })] },
      { usd: '3', unpricedUnits: [], uncountedCalls: 4 },
    ],
    [
      'a part without a price',
      { usage: [usage(), usage({ unit: 'images', quantity: 2 })] },
      { usd: '3', unpricedUnits: [{ unit: 'images', quantity: 2 }] },
    ],
    [
      'nothing used',
      { usage: [usage({ ...NOBODY, quantity: 0 })] },
      { usd: '0', unpricedUnits: [] },
    ],
  ])('%s', (_, over, expected) => {
    expect(group(over)).toMatchObject(expected);
  });

  test('nor in a cell, a total, the groups beyond the top or the period before', () => {
    const unpriced = [usage(NOBODY), usage({ modelId: 'test.other', day: '2026-10-06' })];
    const before = [usage({ ...NOBODY, day: '2026-09-05' })];
    const answer = buildSpend(
      spendInput({ usage: unpriced, top: 1, previous: { ...BEFORE, usage: before, calls: [] } }),
    );
    expect(answer.usd).toBeNull();
    expect(answer.cells.map(({ usd }) => usd)).toEqual([null, null]);
    expect(answer.groups.map(({ usd }) => usd)).toEqual([null, null]);
    expect(answer.previous?.usd).toBeNull();
    expect(answer.previous?.cells.map(({ usd }) => usd)).toEqual([null]);
  });

  test('what has a price now and had none before is no change of money', () => {
    const before = [usage({ day: '2026-09-05', unit: 'images' })];
    const input = spendInput({
      usage: [usage()],
      previous: { ...BEFORE, usage: before, calls: [] },
    });
    expect(buildSpend(input).previous?.movers).toEqual([]);
    const tokens = buildSpend({ ...input, measure: 'tokens' }).previous?.movers;
    expect(tokens).toMatchObject([{ before: '0', after: '1000000' }]);
  });

  test('a price of nothing is $0', () => {
    const free = PRICES.lines.map((line) => ({ ...line, usd: '0' }));
    const prices = {
      ...PRICES,
      find: (key: Parameters<typeof PRICES.find>[0]) => {
        const answer = PRICES.find(key);
        return answer.found ? { ...answer, line: { ...answer.line, usd: '0' } } : answer;
      },
      lines: free,
    };
    expect(buildSpend(spendInput({ usage: [usage()], calls: [calls()], prices })).usd).toBe('0');
  });

  test('by any grouping, money is null exactly where something was used and nothing of it has a price', () => {
    const groupings = ['model', 'region', 'principal', 'unit'] as const;
    fc.assert(
      fc.property(
        fc.array(anyUsage, { maxLength: 20 }),
        fc.constantFrom(...groupings),
        (rows, groupBy) => {
          const { groups } = buildSpend(spendInput({ usage: rows, groupBy }));
          for (const { key, usd, unpricedUnits } of groups) {
            const own = rows.filter(
              (row) => buildSpend(spendInput({ usage: [row], groupBy })).groups[0]?.key === key,
            );
            const used = own.filter(({ quantity }) => quantity > 0);
            const alone = used.map((row) => buildSpend(spendInput({ usage: [row] })));
            const priced = alone.filter(({ unpriced }) => unpriced.length === 0);
            expect(usd === null).toBe(used.length > 0 && priced.length === 0);
            expect(unpricedUnits.length > 0).toBe(priced.length < used.length);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('nothing counted is not $0', () => {
  const notCounted = 'no invocation logs or metrics were read, which count calls';
  const billed = [{ cost: '3043.3215', currency: 'USD' }];

  test('its sums are not known, and the bill stands beside them', () => {
    expect(buildSpend(spendInput({ notCounted, billed }))).toMatchObject({
      usd: null,
      tokens: null,
      calls: null,
      notCounted,
      billed,
      groups: [],
    });
  });

  test('nor are those of an earlier period', () => {
    const previous = { ...BEFORE, usage: [], calls: [], notCounted };
    const answer = buildSpend(spendInput({ usage: [usage()], previous }));
    expect(answer).toMatchObject({ usd: '3', notCounted: null });
    expect(answer.previous).toMatchObject({ usd: null, tokens: null, calls: null, notCounted });
  });

  test('what was read and had no calls is 0', () => {
    expect(buildSpend(spendInput())).toMatchObject({ usd: '0', calls: 0, notCounted: null });
  });
});
