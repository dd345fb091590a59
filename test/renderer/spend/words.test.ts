import { describe, expect, test } from 'vitest';
import { MEASURES } from '../../../renderer/charts/measure.ts';
import { OTHER_KEY } from '../../../renderer/charts/series.ts';
import { groupCalls } from '../../../renderer/pages/spend/cost/group-calls.ts';
import { groupChange } from '../../../renderer/pages/spend/cost/group-change.ts';
import { unpricedInShort, withoutPrice } from '../../../renderer/spend/priced-cost.ts';
import {
  cachedShare,
  cacheWords,
  chartFinding,
  costChange,
  spendSentence,
} from '../../../renderer/spend/words.ts';
import type { PreviousSpend, SpendAnswer, SpendGroup } from '../../../shared/api/answers.ts';

const NO_TOKENS = { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 };

function answer(usd: string | null): SpendAnswer {
  return {
    provenance: 'metered',
    notCounted: null,
    billed: [],
    usd,
    tokens: NO_TOKENS,
    calls: 0,
    cells: [],
    groups: [],
    unpriced: [],
    prices: [],
    cacheSavingsUsd: null,
    incompleteDays: [],
    notes: [],
  };
}

const NOVEMBER = {
  period: { from: '2026-11-01', to: '2026-12-01' },
  today: '2026-11-20',
};

test.each([
  ['days alike', '2026-11-02', '2026-11-09', '2026-10-26', '2026-11-02', ''],
  [
    'other weekdays',
    '2026-11-14',
    '2026-11-16',
    '2026-11-12',
    '2026-11-14',
    '; 2 weekend days against 0',
  ],
  [
    'unequal months: the change of a day',
    '2026-10-01',
    '2026-11-01',
    '2026-09-01',
    '2026-10-01',
    '; 31 days against 30, 6 % more a day',
  ],
])('%s are compared as what they are', (_, from, to, earlier, until, calendar) => {
  const shown = { from, to };
  const before = {
    usd: '100',
    period: { from: earlier, to: until },
    against: { period: shown, usd: '110' },
  };
  const words = costChange(before, shown) ?? '';
  expect(words).toMatch(/^10 % more than /);
  expect(words.slice(words.indexOf('('))).toBe(`($100.00${calendar})`);
});

test('a day that is running is named as left out, with what the others cost', () => {
  const before = {
    usd: '2252.49',
    period: { from: '2026-10-01', to: '2026-10-21' },
    against: { period: { from: '2026-11-01', to: '2026-11-21' }, usd: '2540.81' },
  };
  expect(costChange(before, { from: '2026-11-01', to: '2026-11-22' })).toBe(
    '13 % more than 1 to 20 October 2026 ($2,252.49; 5 weekend days against 6; without 21 November, which is not over: $2,540.81)',
  );
  expect(costChange(undefined, before.period)).toBeNull();
});

/** A comparison of whole days with the same days of October. */
function compared(usd: string | null, now: string): PreviousSpend {
  return {
    usd,
    tokens: NO_TOKENS,
    calls: 0,
    unpricedTokens: 0,
    notCounted: null,
    period: { from: '2026-10-01', to: '2026-10-21' },
    against: { period: { from: '2026-11-01', to: '2026-11-21' }, usd: now },
    changes: [],
    cells: [],
    movers: [],
    incompleteDays: [],
  };
}

describe('the answer in a sentence', () => {
  test.each([
    ['3716.2', '18 % more than 1 to 20 October 2026 ($3,716.20; 5 weekend days against 6)'],
    ['4385.1', 'the same as 1 to 20 October 2026 ($4,385.10; 5 weekend days against 6)'],
    ['40', '110 times as much as 1 to 20 October 2026 ($40.00; 5 weekend days against 6)'],
  ])('against %s: %s', (before, change) => {
    expect(
      spendSentence({ ...answer('4385.12'), previous: compared(before, '4385.12') }, NOVEMBER),
    ).toBe(`Bedrock cost $4,385.12 (metered) from 1 to 20 November 2026, ${change}.`);
  });

  test.each([[{}], [{ previous: compared('0', '1') }], [{ previous: compared(null, '1') }]])(
    'with nothing to compare with',
    (before) => {
      expect(spendSentence({ ...answer('1'), ...before }, NOVEMBER)).toBe(
        'Bedrock cost $1.00 (metered) from 1 to 20 November 2026.',
      );
    },
  );
});

describe('no price is not $0', () => {
  const group: SpendGroup = {
    key: 'a',
    label: 'A',
    usd: null,
    tokens: NO_TOKENS,
    unpricedTokens: 1200,
    unpricedUnits: [
      { unit: 'input-tokens', quantity: 1200 },
      { unit: 'images', quantity: 68 },
    ],
    calls: 1,
    basis: ['metrics'],
  };

  test.each([
    [group.unpricedUnits, '1.2K tokens, 68 images', '1,200 input tokens, 68 images'],
    [
      [{ unit: 'rerank-queries', quantity: 1 }],
      'at least 1 rerank query',
      'at least 1 rerank query',
    ],
  ] as const)('%j is told with its quantity', (unpricedUnits, short, whole) => {
    expect(unpricedInShort(unpricedUnits)).toBe(short);
    expect(withoutPrice({ unpricedUnits })).toBe(`Without a price: ${whole}`);
  });

  test('where everything has a price, nothing is told', () => {
    expect([unpricedInShort([]), withoutPrice({ unpricedUnits: [] })]).toEqual(['', null]);
  });

  test('a period of calls without tokens says so', () => {
    const images = { ...answer(null), calls: 12 };
    expect(spendSentence(images, NOVEMBER)).toBe(
      'Nothing that was used from 1 to 20 November 2026 has a price: 12 calls without tokens.',
    );
  });

  test('a period without any price says so instead of naming a sum', () => {
    const unpriced = { ...answer(null), groups: [group] };
    expect(spendSentence(unpriced, NOVEMBER)).toBe(
      'Nothing that was used from 1 to 20 November 2026 has a price: 1.2K tokens, 68 images.',
    );
  });

  test('a period of which a part has no price cost at least so much', () => {
    const part = { ...answer('3'), groups: [{ ...group, usd: '3' }] };
    expect(spendSentence(part, NOVEMBER)).toBe(
      'Bedrock cost at least $3.00 (metered) from 1 to 20 November 2026.',
    );
  });

  test('a period of which nothing was counted is not known, and the bill stands beside it', () => {
    const unread = {
      ...answer(null),
      tokens: null,
      calls: null,
      notCounted: 'no invocation logs or metrics were read, which count calls',
    };
    expect(spendSentence({ ...unread, previous: compared('2', '1') }, NOVEMBER)).toBe(
      'What Bedrock cost from 1 to 20 November 2026 is not known: no invocation logs or metrics were read, which count calls.',
    );
    const billed = { ...unread, billed: [{ cost: '3043.3215', currency: 'USD' }] };
    expect(spendSentence(billed, NOVEMBER)).toMatch(/calls\. The bill says 3,043\.32 USD\.$/);
  });
});

describe('what a chart says', () => {
  const series = (key: string, total: bigint) => ({ key, label: key, amounts: [], total });

  test('names the largest, and never Other', () => {
    const parts = [series('Opus', 46n), series('Haiku', 4n), series(OTHER_KEY, 50n)];
    expect(chartFinding(parts, MEASURES.calls)).toBe('Opus is 46 % of calls');
  });

  test('says what it shows when there is nothing', () => {
    expect(chartFinding([], MEASURES.tokens)).toBe('Tokens per day');
  });
});

test('the cached share counts every kind of input', () => {
  const tokens = { input: 20, output: 99, cacheRead: 60, cacheWrite: 20 };
  expect(cachedShare({ tokens })).toBe('60 %');
  expect(cachedShare({ tokens: NO_TOKENS })).toBeNull();
});

describe('what the cache did, in a sentence', () => {
  const READ = { input: 20, output: 99, cacheRead: 60, cacheWrite: 20 };
  const WRITTEN = { ...READ, cacheRead: 0 };
  test.each([
    [NO_TOKENS, '0', 'No input came from the cache.'],
    [
      READ,
      '1869.79',
      '60 % of input came from the cache and saved $1,869.79, net of what writing the cache cost extra.',
    ],
    [
      READ,
      '-2.5',
      '60 % of input came from the cache; writing the cache cost $2.50 more than reading it saved.',
    ],
    [
      WRITTEN,
      '-2.5',
      'No input came from the cache; writing the cache cost $2.50 more than reading it saved.',
    ],
    [READ, null, '60 % of input came from the cache; what the cache saved is not known.'],
  ])('%j and %s: %s', (tokens, cacheSavingsUsd, words) => {
    expect(cacheWords({ ...answer('9'), tokens, cacheSavingsUsd })).toBe(words);
  });

  test('says what is left out', () => {
    const unit = 'cache-write-5m-tokens';
    const unpriced = [
      { modelId: 'a', unit, region: 'eu-west-1', quantity: 1, reason: 'x' },
    ] as const;
    const given = { ...answer('9'), tokens: READ, cacheSavingsUsd: '3', unpriced };
    expect(cacheWords(given)).toBe(
      '60 % of input came from the cache and saved $3.00, net of what writing the cache cost extra; models whose cache use has no price are left out.',
    );
  });
});

test('calls are not split by token type: none are shown, not zero', () => {
  expect(groupCalls({ calls: 0 }, 'unit')).toBeNull();
  expect(groupCalls({ calls: 1200 }, 'model')).toBe(1200);
});

describe('the change of a group', () => {
  const groupOf = (key: string) => ({ key, usd: '1', unpricedUnits: [] });

  test.each([
    [{ after: '2', before: '1' }, '100 % more'],
    [{ after: '2' }, 'new'],
    [{ before: '2' }, 'none before today'],
    [{ after: '2', before: null }, 'unpriced before'],
    [{ after: null, before: '2' }, 'unpriced'],
    [{ after: null, before: null }, 'unpriced'],
    [{ after: '2', before: '0' }, 'free before'],
    [{ after: '0', before: '0' }, 'the same'],
  ])('%j is %j', (change, words) => {
    expect(groupChange(groupOf('a'), [{ key: 'a', ...change }]).words).toBe(words);
  });

  test('a group that is used on the running day alone is new today', () => {
    expect(groupChange(groupOf('b'), [{ key: 'a', after: '1' }]).words).toBe('new today');
    expect(groupChange(groupOf('b'), undefined).words).toBe('');
  });

  test('what bought capacity served is paid by the hour, not unpriced', () => {
    const units = [{ unit: 'input-tokens', quantity: 9 }] as const;
    const served = { ...groupOf('a'), usd: null, paidByHourUnits: units };
    const changes = [{ key: 'a', before: null, after: null }];
    expect(groupChange(served, changes).words).toBe('paid by the hour');
    expect(groupChange({ ...served, unpricedUnits: units }, changes).words).toBe('unpriced');
  });
});
