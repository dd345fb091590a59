import { describe, expect, test } from 'vitest';
import { MEASURES } from '../../../renderer/charts/measure.ts';
import {
  OTHER_KEY,
  shareOf,
  stackedSeries,
  sum,
  sumKnown,
  UNPRICED_KEY,
} from '../../../renderer/charts/series.ts';
import { stackedBarsTable } from '../../../renderer/charts/stacked-bars.tsx';
import { dayBuckets } from '../../../renderer/charts/time-bucket.ts';
import type { SpendCell } from '../../../shared/api/answers.ts';
import { parseUsd } from '../../../shared/model/usd.ts';
import { known, pricedSum } from '../../helpers/known.ts';

const NO_TOKENS = { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 };
const buckets = dayBuckets(['2026-11-01', '2026-11-02'], []);

function cell(day: string, key: string, usd: string | null): SpendCell {
  return { day, key, usd, tokens: NO_TOKENS, unpricedTokens: 0, calls: 1 };
}

const many = Array.from({ length: 11 }, (_, at) => cell('2026-11-01', `m${at}`, `0.${at + 1}1`));

describe('stackedSeries', () => {
  test('the largest eight by themselves, the rest as grey Other, last', () => {
    const series = stackedSeries({ buckets, cells: many, groups: [], measure: MEASURES.cost });
    expect(series).toHaveLength(9);
    expect(series.at(-1)).toMatchObject({ key: OTHER_KEY, label: 'Other (3)' });
    expect(series[0]?.key).toBe('m8');
  });

  test('the parts make the whole, exactly', () => {
    const series = stackedSeries({ buckets, cells: many, groups: [], measure: MEASURES.cost });
    const whole = parseUsd(pricedSum(many.map(({ usd }) => usd)));
    expect(sum(series.map(({ total }) => total))).toBe(whole);
  });

  test('days without use are zero, days outside are left out, empty groups are not shown', () => {
    const cells = [
      cell('2026-11-02', 'a', '0.1'),
      cell('2026-11-02', 'a', '0.2'),
      cell('2026-12-01', 'a', '9'),
      cell('2026-11-01', 'free', '0'),
    ];
    const groups = [
      { ...cell('', 'a', '0.3'), label: 'Alpha', basis: ['metrics'] as const, unpricedUnits: [] },
    ];
    const series = stackedSeries({ buckets, cells, groups, measure: MEASURES.cost });
    expect(series).toEqual([
      { key: 'a', label: 'Alpha', amounts: [0n, parseUsd('0.3')], total: parseUsd('0.3') },
    ]);
  });
});

describe('what has no price', () => {
  const cells = [
    cell('2026-11-01', 'a', '0.1'),
    cell('2026-11-02', 'a', null),
    cell('2026-11-02', 'canvas', null),
    cell('2026-11-02', 'tasman', null),
  ];
  const series = stackedSeries({ buckets, cells, groups: [], measure: MEASURES.cost });

  test('is no zero: a bucket of a series without a price is not known', () => {
    expect(series).toEqual([
      { key: 'a', label: 'a', amounts: [parseUsd('0.1'), null], total: parseUsd('0.1') },
      { key: UNPRICED_KEY, label: '2 without a price', amounts: [0n, null], total: 0n },
    ]);
  });

  test('is called so in the table, and left empty in files', () => {
    const table = stackedBarsTable({ label: 'Cost', buckets, series, measure: MEASURES.cost });
    expect(table.rows.map((row) => row.slice(1))).toEqual([
      ['$0.10', '$0.10', '$0.00'],
      ['unpriced', 'unpriced', 'unpriced'],
    ]);
    expect(table.exact?.rows[1]?.slice(1)).toEqual([null, null, null]);
  });

  test('is summed with what has one as what is known', () => {
    expect([sumKnown([null, 3n]), sumKnown([null, 0n]), sumKnown([0n])]).toEqual([3n, null, 0n]);
  });
});

test.each([
  ['cost', '$0.30', '0.3'],
  ['calls', '7', '7'],
  ['tokens', '1.5K', '1500'],
] as const)('%s is shown as %s, exactly %s', (id, shown, exact) => {
  const measure = MEASURES[id];
  const tokens = { input: 1000, output: 100, cacheRead: 300, cacheWrite: 100 };
  const amount = known(measure.amountOf({ usd: '0.3', tokens, calls: 7 }));
  expect([measure.format(amount), measure.exact(amount)]).toEqual([shown, exact]);
});

test.each([
  [0, '$0'],
  [0.00025, '$0.00025'],
  [180, '$180'],
  [4500, '$4.5K'],
])('the money axis writes %d as %s', (value, tick) => {
  expect(MEASURES.cost.formatAxis(value)).toBe(tick);
});

test('a share of nothing is nothing', () => {
  expect([shareOf(1n, 0n), shareOf(1n, 4n)]).toEqual([0, 0.25]);
});
