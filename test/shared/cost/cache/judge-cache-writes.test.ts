import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CacheSeries, CacheTouch } from '../../../../shared/cost/cache/cache-answer.ts';
import { cacheHitRate } from '../../../../shared/cost/cache/cache-hit-rate.ts';
import { judgeCacheWrites } from '../../../../shared/cost/cache/judge-cache-writes.ts';
import type { PriceAnswer } from '../../../../shared/prices/price-book.ts';
import { line } from '../../prices/builders.ts';

const MINUTE = 60_000;
const M = 1_000_000;
const priced = (usd: string): PriceAnswer => ({ found: true, line: line({ usd }), caveats: [] });

/** Input 10, reads 1, writes 12.5 and 20 USD a million: a write of 5 minutes takes 0.28 reads. */
const PRICES: CacheSeries['prices'] = {
  input: priced('10'),
  read: priced('1'),
  write: { '5m': priced('12.5'), '1h': priced('20') },
};

/** A touch at a minute. */
function touch(minute: number, over: Partial<CacheTouch> = {}): CacheTouch {
  return { time: minute * MINUTE, written: {}, read: 0, ...over };
}

const write = (minute: number, tokens = M) => touch(minute, { written: { '5m': tokens } });
const write1h = (minute: number) => touch(minute, { written: { '1h': M } });
const read = (minute: number, tokens = M) => touch(minute, { read: tokens });

function judge(
  touches: readonly CacheTouch[],
  over: Partial<CacheSeries['prices']> = {},
  until = 600,
) {
  const prices = { ...PRICES, ...over };
  return judgeCacheWrites({ key: 'k', touches, prices }, until * MINUTE);
}

const NOTHING_LOST = { lossySpells: 0, lossyTokens: 0, lostUsd: '0' };

describe('judgeCacheWrites', () => {
  test.each<[string, readonly CacheTouch[], object, object]>([
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
      { lossySpells: 1, netUsd: '-2.5' },
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
      { netUsd: '0' },
    ],
    ['any order', [read(4), write(0)], { spells: 1 }, { netUsd: '6.5' }],
  ])('%s', (_, touches, counts, money) => {
    const judgement = judge(touches);
    expect(judgement).toMatchObject(counts);
    expect(judgement.money).toMatchObject({ found: true, ...money });
  });

  test('what may still be read at the end of the data is not judged', () => {
    expect(judge([write(0), write(8)], {}, 10)).toMatchObject({
      spells: 2,
      openSpells: 1,
      unreadSpells: 1,
      money: { lossySpells: 1 },
    });
  });

  test.each<[string, Partial<CacheSeries['prices']>, string]>([
    ['input', { input: { found: false, reason: 'no input price' } }, 'no input price'],
    ['read', { read: { found: false, reason: 'no read price' } }, 'no read price'],
    ['write', { write: { '5m': { found: false, reason: 'no write price' } } }, 'no write price'],
    ['write not asked for', { write: {} }, 'no price for cache writes of 5m'],
  ])('without a price of %s no money is said, but what was read is', (_, prices, reason) => {
    const { unreadSpells, money } = judge([write(0)], prices);
    expect([unreadSpells, money]).toEqual([1, { found: false, reason }]);
  });

  test('a missing price of what was not written does not matter', () => {
    const { money } = judge([write(0)], { write: { '5m': priced('12.5') } });
    expect(money.found).toBe(true);
  });

  test('tokens add up, whatever the touches', () => {
    const tokens = fc.nat(10 ** 9);
    const any = fc.record({
      time: fc.nat(10_000_000),
      written: fc.record({ '5m': tokens, '1h': tokens }),
      read: tokens,
    });
    fc.assert(
      fc.property(fc.array(any), (touches) => {
        const judged = judge(touches);
        const sum = (of: (one: CacheTouch) => number) => touches.reduce((a, one) => a + of(one), 0);
        expect(judged.readTokens + judged.unexplainedReadTokens).toBe(sum((one) => one.read));
        expect(judged.writtenTokens).toBe(
          sum(({ written }) => (written['5m'] ?? 0) + (written['1h'] ?? 0)),
        );
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
