import { describe, expect, test } from 'vitest';
import { MEASURES } from '../../../../../renderer/charts/measure.ts';
import { timeBuckets } from '../../../../../renderer/charts/time-bucket.ts';
import { readFilters } from '../../../../../renderer/filters.ts';
import { callLines } from '../../../../../renderer/pages/spend/cost/call-lines.ts';
import {
  callsNotes,
  callsQuestion,
} from '../../../../../renderer/pages/spend/cost/calls-question.ts';
import { comparedTotals } from '../../../../../renderer/pages/spend/cost/compared-totals.ts';
import {
  comparisonFor,
  costFilters,
  granularityFor,
} from '../../../../../renderer/pages/spend/cost/cost-filters.ts';
import { isComparable } from '../../../../../renderer/pages/spend/cost/group-cost.ts';
import {
  largestChange,
  moverChange,
} from '../../../../../renderer/pages/spend/cost/mover-words.ts';
import { teamWords } from '../../../../../renderer/pages/spend/cost/whose-cost.tsx';
import { rateLines } from '../../../../../renderer/spend/rate-chart.tsx';
import type { PriceUsed, SpendCell } from '../../../../../shared/api/answers.ts';
import { callsInput } from '../../../../../shared/api/spend-schemas.ts';
import type { BillableUnit } from '../../../../../shared/model/usage.ts';
import { parseUsd } from '../../../../../shared/model/usd.ts';

const TOKENS = { input: 1, output: 2, cacheRead: 0, cacheWrite: 0 };
const PERIOD = { from: '2026-11-01', to: '2026-11-21' };

function cell(day: string, key: string, more: Partial<SpendCell>): SpendCell {
  return { day, key, usd: '0', tokens: TOKENS, unpricedTokens: 0, calls: 1, ...more };
}

describe('what a period can have', () => {
  test.each([
    ['hour', '2026-11-01', '2026-11-15', 'hour'],
    ['hour', '2026-11-01', '2026-11-16', 'day'],
    ['week', '2026-11-01', '2026-11-02', 'day'],
    ['month', '2026-10-01', '2026-11-02', 'month'],
  ] as const)('bars by %s from %s to %s become %s', (chosen, from, to, expected) => {
    expect(granularityFor(chosen, { from, to })).toBe(expected);
  });

  test.each([
    ['auto', '2026-11-01', '2026-11-21', 'previous-month'],
    ['auto', '2026-11-02', '2026-11-21', 'previous-period'],
    ['auto', '2026-09-01', '2026-11-21', 'previous-period'],
    ['previous-month', '2026-11-05', '2026-11-21', 'previous-month'],
    ['none', '2026-11-01', '2026-11-21', null],
  ] as const)('%s from %s to %s compares with %s', (chosen, from, to, expected) => {
    expect(comparisonFor(chosen, { from, to })).toBe(expected);
  });
});

describe('changes', () => {
  test.each([
    ['0', '3', 'new'],
    ['3', '0', 'gone'],
    ['0', '0', 'the same'],
    ['2', '3', '50 % more'],
    ['4', '3', '25 % less'],
    [null, '3', 'cannot be compared'],
  ])('from %s to %s is %s', (before, after, words) => {
    expect(moverChange({ before, after })).toBe(words);
  });

  test.each([
    ['412.3', 'cost', 'Opus $412.30 more'],
    ['-0.5', 'cost', 'Opus $0.50 less'],
    ['-1500', 'calls', 'Opus 1,500 less'],
    ['0', 'cost', null],
    [null, 'cost-per-call', null],
  ] as const)('%s of %s: %s', (difference, measure, words) => {
    const mover = { key: 'opus', label: 'Opus', before: '1', after: '2', difference };
    expect(largestChange([mover], measure)).toBe(words);
  });

  test('earlier days stand bar by bar, empty ones as nothing, unknown ones not at all', () => {
    const previous = {
      period: { from: '2026-10-01', to: '2026-10-04' },
      cells: [cell('2026-10-01', 'all', { usd: '1.5' }), cell('2026-10-03', 'all', { usd: '2' })],
      incompleteDays: [],
    };
    expect(comparedTotals(previous, MEASURES.cost, 'day').amounts).toEqual([
      parseUsd('1.5'),
      0n,
      parseUsd('2'),
    ]);
    const late = { ...previous, incompleteDays: ['2026-10-02', '2026-10-03'] };
    expect(comparedTotals(late, MEASURES.cost, 'day').amounts).toEqual([
      parseUsd('1.5'),
      null,
      parseUsd('2'),
    ]);
  });

  test('an earlier day of which nothing has a price is not zero', () => {
    const previous = {
      period: { from: '2026-10-01', to: '2026-10-03' },
      cells: [cell('2026-10-01', 'all', { usd: null })],
      incompleteDays: [],
    };
    expect(comparedTotals(previous, MEASURES.cost, 'day').amounts).toEqual([null, 0n]);
  });
});

describe('ratios', () => {
  test('the dearest groups are drawn; a day without a ratio is a gap, not zero', () => {
    const group = (key: string, usd: string, rate: string | null) => ({
      ...cell('', key, { usd }),
      label: key.toUpperCase(),
      basis: [],
      unpricedUnits: [],
      rate,
    });
    const buckets = timeBuckets({
      period: { from: '2026-11-01', to: '2026-11-03' },
      granularity: 'day',
      incompleteDays: [],
      now: '2026-11-20T00:00:00Z',
    });
    const lines = rateLines(
      {
        groups: [group('a', '1', '0.1'), group('b', '5', '0.2'), group('free', '9', null)],
        cells: [cell('2026-11-02', 'b', { rate: '0.25' }), cell('2026-11-01', 'b', { rate: null })],
      },
      buckets,
    );
    expect(lines.map(({ key }) => key)).toEqual(['b', 'a']);
    expect(lines[0]?.amounts).toEqual([null, parseUsd('0.25')]);
  });
});

describe('single invocations', () => {
  const line = (unit: BillableUnit, usd: string): PriceUsed => ({
    modelId: 'opus',
    unit,
    scope: 'global',
    tier: 'standard',
    usd,
    per: 1_000_000,
    regions: '*',
    validFrom: '2026-01-01',
    source: 'a list',
    checkedOn: '2026-07-24',
  });
  const counts = {
    inputTokens: 15_383,
    outputTokens: null,
    cacheReadTokens: 0,
    cacheWriteTokens: 21_672,
  };

  test('a price line says what it priced, exactly', () => {
    const prices = [line('input-tokens', '5.5'), line('cache-write-5m-tokens', '6.875')];
    expect(callLines({ ...counts, prices }).map(({ quantity, usd }) => [quantity, usd])).toEqual([
      [15_383, '0.0846065'],
      [21_672, '0.148995'],
    ]);
  });

  test('what a call does not tell apart has no amount', () => {
    const prices = [
      line('cache-write-5m-tokens', '6'),
      line('cache-write-1h-tokens', '10'),
      line('output-tokens', '25'),
    ];
    expect(callLines({ ...counts, prices }).map(({ usd }) => usd)).toEqual([null, null, null]);
  });

  const question = (search: string) =>
    callsQuestion({ values: readFilters(costFilters, search), period: PERIOD, granularity: 'day' });

  test.each([
    ['calls=all', PERIOD],
    ['calls=2026-11-14', { from: '2026-11-14', to: '2026-11-15' }],
  ])('%s asks for these days', (search, period) => {
    expect(question(search)).toMatchObject(period);
  });

  test('the group of a bar narrows beside the filters, and what no call is narrowed by does not', () => {
    const asked = question(
      'calls=all&calls-of=opus&region=us-east-1&unit=input-tokens&destination-region=us-west-2',
    );
    expect(asked.filter).toEqual({ models: ['opus'], regions: ['us-east-1'] });
    expect(callsInput.safeParse({ ...asked, offset: 0, limit: 50 }).success).toBe(true);
  });

  test.each([
    ['calls=all&groupBy=unit&calls-of=input-tokens', 'day', 1],
    ['calls=2026-11-14T05', 'hour', 1],
    ['calls=all&destination-region=us-west-2', 'day', 1],
    ['calls=all', 'hour', 0],
    ['calls=2026-11-14', 'day', 0],
  ] as const)('%s by %s needs %i notes', (search, granularity, count) => {
    expect(callsNotes(readFilters(costFilters, search), granularity)).toHaveLength(count);
  });
});

test.each([
  ['0', 'No rule ties any of it to a team.'],
  ['25', '25 % is tied to teams ($25.00); the rest is unassigned.'],
])('%s of 100 dollars with teams: %s', (teamUsd, words) => {
  expect(teamWords({ teamUsd }, '100')).toBe(words);
});

describe('groups', () => {
  test.each([
    [undefined, false],
    [[], true],
    [['2026-05-01'], true],
    [['2026-05-01', '2026-05-02'], false],
  ])('with %o missing, comparing is %s', (incompleteDays, expected) => {
    const period = { from: '2026-05-01', to: '2026-05-03' };
    const previous =
      incompleteDays === undefined ? undefined : { period, incompleteDays, notCounted: null };
    expect(isComparable(previous)).toBe(expected);
  });

  test('a period of which nothing was counted is not compared with', () => {
    const period = { from: '2026-05-01', to: '2026-05-03' };
    const notCounted = 'nothing that counts calls was read before 2026-06-01';
    expect(isComparable({ period, incompleteDays: [], notCounted })).toBe(false);
  });
});
