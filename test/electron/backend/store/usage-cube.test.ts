import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { UsageGroup } from '../../../../electron/backend/store/questions/questions.ts';
import type {
  UsageCubeParams,
  UsageCubeRow,
  UsageDimension,
} from '../../../../electron/backend/store/questions/usage-questions.ts';
import type { Store } from '../../../../electron/backend/store/store.ts';
import {
  fillRandomly,
  MIDDLE,
  PERIOD,
  pointsOf,
  randomCalls,
  randomPoints,
} from './random-usage.ts';
import { withStore } from './store-case.ts';

vi.setConfig({ testTimeout: 240_000 });

const SUMMED = [
  'calls',
  'inputTokens',
  'outputTokens',
  'cacheReadTokens',
  'cacheWriteTokens',
  'cacheWrite5mTokens',
  'cacheWrite1hTokens',
  'images',
] as const;

type Summed = Pick<UsageGroup, (typeof SUMMED)[number]>;

function total(rows: readonly Summed[]): Summed {
  return Object.fromEntries(
    SUMMED.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)]),
  ) as unknown as Summed;
}

/** Totals by a text made of each row. */
function totalsBy<R extends Summed>(rows: readonly R[], key: (row: R) => string) {
  const parts = new Map<string, R[]>();
  for (const row of rows) parts.set(key(row), [...(parts.get(key(row)) ?? []), row]);
  return new Map([...parts].map(([name, part]) => [name, total(part)] as const).sort());
}

const DIMENSIONS: readonly UsageDimension[] = [
  'account',
  'region',
  'inference-region',
  'model',
  'tier',
  'latency',
  'principal',
  'session',
  'metadata',
  'guardrail',
  'project',
  'long-context',
];

function cube(store: Store, params: Partial<UsageCubeParams>): Promise<readonly UsageCubeRow[]> {
  return store.ask('usage-cube', {
    ...PERIOD,
    granularity: 'day',
    dimensions: [],
    metadataKey: 'team',
    ...params,
  });
}

const usage = fc.record({ calls: randomCalls, points: randomPoints });
const wanted = fc.record({
  granularity: fc.constantFrom('hour', 'day', 'month'),
  dimensions: fc.subarray([...DIMENSIONS]),
});

async function forRandomUsage(check: (store: Store, summed: boolean) => Promise<void>) {
  await fc.assert(
    fc.asyncProperty(usage, fc.boolean(), async ({ calls, points }, summed) => {
      await withStore(async (store, folder) => {
        await fillRandomly(store, folder, { calls, points: pointsOf(points) });
        if (summed) await store.sumUp();
        await check(store, summed);
      });
    }),
    { numRuns: 3 },
  );
}

describe('the parts add up to the whole', () => {
  test('by any dimensions, hour, day or month', async () => {
    await forRandomUsage(async (store) => {
      const whole = total(await store.ask('usage-by-day', PERIOD));
      for (const question of fc.sample(wanted, 6)) {
        expect([question, total(await cube(store, question))]).toEqual([question, whole]);
      }
    });
  });

  test('hours to the day, days to the month, two periods to one', async () => {
    await forRandomUsage(async (store) => {
      const dimensions = ['account', 'region', 'model', 'tier'] as const;
      const place = (row: UsageCubeRow | UsageGroup) =>
        [row.accountId, row.region, row.modelKey, row.tier, row.basis].join(' ');
      const day = (row: UsageCubeRow) => `${row.start.slice(0, 10)} ${place(row)}`;
      const days = totalsBy(await store.ask('usage-by-day', PERIOD), (r) => `${r.day} ${place(r)}`);
      const used = ([, sums]: readonly [string, Summed]) => Object.values(sums).some((n) => n > 0);
      for (const granularity of ['hour', 'day'] as const) {
        const rows = totalsBy(await cube(store, { granularity, dimensions }), day);
        expect([...rows].filter(used)).toEqual([...days].filter(used));
      }
      const month = (row: UsageCubeRow) => `${row.start.slice(0, 7)} ${place(row)}`;
      const byDay = totalsBy(await cube(store, { dimensions }), month);
      expect(totalsBy(await cube(store, { granularity: 'month', dimensions }), month)).toEqual(
        byDay,
      );
      const parts = [
        ...(await cube(store, { to: MIDDLE, dimensions })),
        ...(await cube(store, { from: MIDDLE, dimensions })),
      ];
      expect(totalsBy(parts, day)).toEqual(totalsBy(await cube(store, { dimensions }), day));
    });
  });

  test('a filter takes the rows that have its value, from the roll-up and call by call', async () => {
    await forRandomUsage(async (store) => {
      const account = '111122223333';
      const principal = `arn:aws:iam::${account}:role/reader`;
      const dimensions = ['account', 'principal', 'session', 'metadata', 'long-context'] as const;
      const rows = await cube(store, { dimensions });
      const cases: readonly [Partial<UsageCubeParams>, (row: UsageCubeRow) => boolean][] = [
        [{ accounts: [account] }, (row) => row.accountId === account],
        [{ principals: [principal] }, (row) => row.principalArn === principal],
        [{ sessions: ['alice'] }, (row) => row.sessionName === 'alice'],
        [{ metadataValues: ['search'] }, (row) => row.metadataValue === 'search'],
        [{ longContext: true }, (row) => row.longContext === true],
      ];
      for (const [filter, isChosen] of cases) {
        expect(total(await cube(store, filter))).toEqual(total(rows.filter(isChosen)));
      }
    });
  });
});

test('a month begins anew at each day given, so that what changes then is told apart', async () => {
  await forRandomUsage(async (store) => {
    const days = await cube(store, { granularity: 'day' });
    const pieces = await cube(store, { granularity: 'month', splits: ['2026-09-15', MIDDLE] });
    const pieceOf = (day: string) => {
      if (day >= '2026-11-01') return '2026-11-01';
      return day >= MIDDLE ? MIDDLE : '2026-10-01';
    };
    expect(totalsBy(pieces, ({ start }) => start.slice(0, 10))).toEqual(
      totalsBy(days, ({ start }) => pieceOf(start.slice(0, 10))),
    );
  });
});
