import { describe, expect, test } from 'vitest';
import {
  bucketKeyOf,
  bucketPeriod,
  type Granularity,
  timeBuckets,
} from '../../../renderer/charts/time-bucket.ts';

const NOW = '2026-11-20T05:30:00Z';

function keys(granularity: Granularity, from: string, to: string): readonly string[] {
  return timeBuckets({ period: { from, to }, granularity, incompleteDays: [], now: NOW }).map(
    ({ key }) => key,
  );
}

describe('the buckets of a period', () => {
  test.each([
    ['day', '2026-11-01', '2026-11-04', ['2026-11-01', '2026-11-02', '2026-11-03']],
    ['week', '2026-11-04', '2026-11-17', ['2026-11-04', '2026-11-09', '2026-11-16']],
    ['month', '2026-10-15', '2026-12-02', ['2026-10-15', '2026-11-01', '2026-12-01']],
    ['week', '2026-11-09', '2026-11-16', ['2026-11-09']],
  ] as const)('by %s from %s to %s', (granularity, from, to, expected) => {
    expect(keys(granularity, from, to)).toEqual(expected);
  });

  test('hours of a whole day are 24, those of today end with the one that runs', () => {
    expect(keys('hour', '2026-11-19', '2026-11-20')).toHaveLength(24);
    expect(keys('hour', '2026-11-20', '2026-11-21').at(-1)).toBe('2026-11-20T05');
  });

  test.each([
    ['hour', '19 November, 23:00 to 24:00'],
    ['day', '19 November'],
    ['week', '16 November to 19 November'],
    ['month', 'November 2026'],
  ] as const)('by %s the last one is named %s', (granularity, name) => {
    const period = { from: '2026-11-01', to: '2026-11-20' };
    const buckets = timeBuckets({ period, granularity, incompleteDays: [], now: NOW });
    expect(buckets.at(-1)?.name).toBe(name);
  });

  test.each([
    ['day', ['2026-11-12']],
    ['week', ['2026-11-09']],
    ['month', ['2026-11-01']],
  ] as const)('a day that is not complete makes its %s incomplete', (granularity, expected) => {
    const period = { from: '2026-11-01', to: '2026-11-20' };
    const incompleteDays = ['2026-11-12'];
    const buckets = timeBuckets({ period, granularity, incompleteDays, now: NOW });
    const incomplete = buckets.filter((bucket) => bucket.incomplete);
    expect(incomplete.map(({ key }) => key)).toEqual(expected);
  });
});

test.each([
  [{ day: '2026-11-12' }, '2026-11-12'],
  [{ day: '2026-11-12', start: '2026-11-12T05:00:00Z' }, '2026-11-12T05'],
])('the cell %o belongs to %s', (cell, key) => {
  expect(bucketKeyOf(cell)).toBe(key);
});

test.each([
  ['2026-11-12T05', 'hour', { from: '2026-11-12', to: '2026-11-13' }],
  ['2026-11-12', 'day', { from: '2026-11-12', to: '2026-11-13' }],
  ['2026-11-04', 'week', { from: '2026-11-04', to: '2026-11-09' }],
  ['2026-11-16', 'week', { from: '2026-11-16', to: '2026-11-20' }],
  ['2026-11-01', 'month', { from: '2026-11-01', to: '2026-11-20' }],
] as const)('the bucket %s of a %s has these days', (key, granularity, expected) => {
  const period = { from: '2026-10-15', to: '2026-11-20' };
  expect(bucketPeriod(key, granularity, period)).toEqual(expected);
});
