import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cacheHitRate } from '../../../../shared/cost/cache/cache-hit-rate.ts';
import { type CacheUse, cacheTouches } from '../../../../shared/cost/cache/cache-touches.ts';
import { judgeCacheWrites } from '../../../../shared/cost/cache/judge-cache-writes.ts';
import type { BillableUnit } from '../../../../shared/model/usage.ts';
import { createPriceBook } from '../../../../shared/prices/price-book.ts';
import { line } from '../../prices/builders.ts';
import { usage } from '../builders.ts';

const MINUTE = 60_000;
const M = 1_000_000;

/** Input 10, reads 1, writes 12.5 and 20 USD a million: a write of 5 minutes takes 0.28 reads. */
const lines = [
  line({ usd: '10' }),
  line({ unit: 'cache-read-tokens', usd: '1' }),
  line({ unit: 'cache-write-5m-tokens', usd: '12.5' }),
  line({ unit: 'cache-write-1h-tokens', usd: '20' }),
];

/** One use at a minute. */
function use(minute: number, unit: BillableUnit, quantity: number): CacheUse {
  return { ...usage({ unit, quantity }), time: minute * MINUTE };
}

const write = (minute: number, tokens = M) => use(minute, 'cache-write-5m-tokens', tokens);
const write1h = (minute: number) => use(minute, 'cache-write-1h-tokens', M);
const read = (minute: number, tokens = M) => use(minute, 'cache-read-tokens', tokens);

function judge(uses: readonly CacheUse[], prices = lines, until = 600) {
  const pricing = { prices: createPriceBook([prices]), profiles: new Map() };
  return judgeCacheWrites({ key: 'k', touches: cacheTouches(uses, pricing) }, until * MINUTE);
}

const without = (unit: BillableUnit) => lines.filter((one) => one.unit !== unit);

const NOTHING_LOST = { lossySpells: 0, lossyTokens: 0, lostUsd: '0' };

describe('judgeCacheWrites', () => {
  test.each<[string, readonly CacheUse[], object, object]>([
    ['nothing', [], { spells: 0 }, { ...NOTHING_LOST, netUsd: '0' }],
    [
      'a write that is read',
      [write(0), read(4)],
      { spells: 1, unreadSpells: 0 },
      { ...NOTHING_LOST, netUsd: '6.5' },
    ],
    [
      'a write that nobody reads',
      [write(0)],
      { spells: 1, unreadSpells: 1 },
      { lossySpells: 1, lossyTokens: M, lostUsd: '2.5', netUsd: '-2.5' },
    ],
    [
      'a read that comes too late',
      [write(0), read(5)],
      { spells: 1, unreadSpells: 1, unexplainedReadTokens: M },
      { lossySpells: 1, lostUsd: '2.5', netUsd: '6.5' },
    ],
    [
      'reads renew',
      [write(0), read(4), read(8), read(12)],
      { readTokens: 3 * M },
      { netUsd: '24.5' },
    ],
    [
      'an hour is an hour',
      [write1h(0), read(59)],
      { spells: 1, unreadSpells: 0 },
      { lossySpells: 1, lostUsd: '1', netUsd: '-1' },
    ],
    [
      'an hour, read twice',
      [write1h(0), read(59), read(118)],
      { spells: 1 },
      { ...NOTHING_LOST, netUsd: '8' },
    ],
    [
      'too few reads',
      [write(0), read(1, 200_000)],
      { unreadSpells: 0 },
      { lossySpells: 1, lostUsd: '0.7', netUsd: '-0.7' },
    ],
    [
      'just enough reads',
      [write(0, 3_600_000), read(1)],
      { unreadSpells: 0 },
      { ...NOTHING_LOST, netUsd: '0' },
    ],
    [
      'one spell that pays and one that does not',
      [write(0), read(1), write(20)],
      { spells: 2, unreadSpells: 1, writtenTokens: 2 * M },
      { lossySpells: 1, lossyTokens: M, lostUsd: '2.5', netUsd: '4' },
    ],
    [
      'reads of others',
      [read(0)],
      { spells: 0, readTokens: 0, unexplainedReadTokens: M },
      { ...NOTHING_LOST, netUsd: '9' },
    ],
    ['any order', [read(4), write(0)], { spells: 1 }, { netUsd: '6.5' }],
  ])('%s', (_, uses, counts, money) => {
    const judgement = judge(uses);
    expect(judgement).toMatchObject(counts);
    expect(judgement.money).toMatchObject({ found: true, ...money });
  });

  test('what may still be read at the end of the data is not judged', () => {
    expect(judge([write(0), write(8)], lines, 10)).toMatchObject({
      spells: 2,
      openSpells: 1,
      unreadSpells: 1,
      money: { lossySpells: 1, lostUsd: '2.5', netUsd: '-5' },
    });
  });

  test.each<[BillableUnit, string]>([
    ['input-tokens', 'no price for input-tokens of test.model'],
    ['cache-read-tokens', 'no price for cache-read-tokens of test.model'],
    ['cache-write-5m-tokens', 'no price for cache-write-5m-tokens of test.model'],
  ])('without a price of %s no money is said, but what was read is', (unit, reason) => {
    const { spells, readTokens, money } = judge([write(0), read(1)], without(unit));
    expect([spells, readTokens, money]).toEqual([1, M, { found: false, reason }]);
  });

  test('a missing price of what was not written does not matter', () => {
    const { money } = judge([write(0)], without('cache-write-1h-tokens'));
    expect(money.found).toBe(true);
  });

  test('tokens add up, whatever is used', () => {
    const any = fc.record({
      minute: fc.nat(170),
      unit: fc.constantFrom('cache-read-tokens', 'cache-write-5m-tokens', 'cache-write-1h-tokens'),
      tokens: fc.nat(10 ** 9),
    });
    fc.assert(
      fc.property(fc.array(any), (uses) => {
        const judged = judge(uses.map(({ minute, unit, tokens }) => use(minute, unit, tokens)));
        const sum = (of: (unit: string) => boolean) =>
          uses.filter(({ unit }) => of(unit)).reduce((total, { tokens }) => total + tokens, 0);
        const reads = sum((unit) => unit === 'cache-read-tokens');
        expect(judged.readTokens + judged.unexplainedReadTokens).toBe(reads);
        expect(judged.writtenTokens).toBe(sum((unit) => unit !== 'cache-read-tokens'));
      }),
    );
  });
});

test.each([
  [{ input: 0, output: 5, cacheRead: 0, cacheWrite: 0 }, null],
  [{ input: 10, output: 5, cacheRead: 0, cacheWrite: 0 }, 0],
  [{ input: 10, output: 5, cacheRead: 80, cacheWrite: 10 }, 0.8],
])('hit rate of %j is %s', (tokens, rate) => {
  expect(cacheHitRate(tokens)).toBe(rate);
});
