import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CacheUse, cacheTouches } from '../../../../shared/cost/cache/cache-touches.ts';
import { judgeCacheWrites } from '../../../../shared/cost/cache/judge-cache-writes.ts';
import { cacheSavings } from '../../../../shared/cost/cache-savings.ts';
import { estimateUsage } from '../../../../shared/cost/estimate.ts';
import { groupBy } from '../../../../shared/cost/statistics/group-by.ts';
import { addUsd } from '../../../../shared/model/usd.ts';
import { createPriceBook } from '../../../../shared/prices/price-book.ts';
import { line } from '../../prices/builders.ts';
import { usage } from '../builders.ts';

const HOUR = 3_600_000;
const long = { context: 'long' } as const;
const write5m = { unit: 'cache-write-5m-tokens' } as const;
const read = { unit: 'cache-read-tokens' } as const;

/** Long contexts cost twice the input and the cache of short ones; from October 6 all costs double. */
const LINES = [
  line({ usd: '3' }),
  line({ ...read, usd: '0.3' }),
  line({ ...write5m, usd: '3.75' }),
  line({ ...long, usd: '6' }),
  line({ ...long, ...read, usd: '0.6' }),
  line({ ...long, ...write5m, usd: '7.5' }),
];
const pricing = {
  prices: createPriceBook([
    LINES.map((one) => ({ ...one, validTo: '2026-10-06' })),
    LINES.map((one) => ({ ...one, usd: String(Number(one.usd) * 2), validFrom: '2026-10-06' })),
  ]),
  profiles: new Map(),
};

function saved(uses: readonly CacheUse[]) {
  return cacheSavings(estimateUsage(uses, pricing), pricing.prices);
}

function netOf(uses: readonly CacheUse[], until = 100 * HOUR) {
  const touches = cacheTouches(uses, pricing);
  return judgeCacheWrites({ key: 'k', touches }, until);
}

const use = (over: Partial<CacheUse>): CacheUse => ({ ...usage(), time: 0, ...over });

describe('what the cache saves is told at the prices of its own context and day', () => {
  test.each<[string, readonly Partial<CacheUse>[], string]>([
    ['short: 3 - 0.3', [read], '2.7'],
    ['long: 6 - 0.6, not 3 - 0.6', [{ ...long, ...read }], '5.4'],
    ['a long write: 6 - 7.5', [{ ...long, ...write5m }], '-1.5'],
    [
      'a short write read by short and long: -0.75 + 2.7 + 5.4',
      [write5m, read, { ...long, ...read }],
      '7.35',
    ],
    [
      'and on the day after: 2.7 + 2 x 5.4',
      [read, { ...long, ...read, day: '2026-10-06' }],
      '13.5',
    ],
  ])('%s', (_, overs, usd) => {
    const uses = overs.map(use);
    expect(saved(uses)).toBe(usd);
    expect(netOf(uses).money).toMatchObject({ found: true, netUsd: usd });
  });

  test('a spell that mixes contexts loses by the prices of each', () => {
    // -1.5 of the long write + 0.2 x 2.7 of the short reads
    const uses = [use({ ...long, ...write5m }), use({ ...read, quantity: 200_000 })];
    expect(netOf(uses)).toMatchObject({
      spells: 1,
      unreadSpells: 0,
      money: { lossySpells: 1, lossyTokens: 1_000_000, lostUsd: '0.96', netUsd: '-0.96' },
    });
  });

  test('where logs tell all, writers together save what their models do', () => {
    const any = fc.record({
      time: fc.integer({ min: 0, max: 50 * HOUR }),
      day: fc.constantFrom('2026-10-05', '2026-10-06'),
      principalArn: fc.constantFrom('arn:a', 'arn:b', null),
      unit: fc.constantFrom('cache-read-tokens', 'cache-write-tokens', 'cache-write-5m-tokens'),
      context: fc.constantFrom('short', 'long'),
      quantity: fc.integer({ min: 1, max: 10 ** 9 }),
    });
    fc.assert(
      fc.property(fc.array(any), (overs) => {
        const uses = overs.map(use);
        const series = [...groupBy(uses, ({ principalArn }) => String(principalArn)).values()];
        const nets = series.map((same) => netOf(same, 20 * HOUR).money);
        const sum = addUsd(
          '0',
          ...nets.map((money) => (money.found ? money.netUsd : money.reason)),
        );
        expect(sum).toBe(saved(uses));
      }),
    );
  });

  test('writes that do not tell their time to live have that of the line that prices them', () => {
    const thirty = { modelId: 'test.thirty' } as const;
    const prices = createPriceBook([
      [
        line({ ...thirty, usd: '3' }),
        line({ ...thirty, unit: 'cache-write-30m-tokens', usd: '3.75' }),
        line({ ...thirty, ...read, usd: '0.3' }),
      ],
    ]);
    const unknown = use({ ...thirty, unit: 'cache-write-tokens', quantity: 5 });
    const touches = cacheTouches([unknown], { prices, profiles: new Map() });
    expect(touches).toMatchObject([{ written: { '30m': 5 }, read: 0 }]);
  });
});
