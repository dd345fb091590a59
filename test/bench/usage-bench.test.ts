import { expect, test, vi } from 'vitest';
import { benchUsage, disagreements, monthMs, usageLines, yearMs } from './usage-bench.ts';

vi.setConfig({ testTimeout: 240_000 });

test('the bench of questions runs on a small number of invocations, and both ways agree', async () => {
  const bench = await benchUsage(4_000);
  expect(disagreements(bench)).toEqual([]);
  expect(bench.summed.rows).toBeGreaterThan(1_000);
  expect(bench.rolled.every(({ rows }) => rows > 0)).toBe(true);
  expect(bench.raw.length).toBeLessThan(bench.rolled.length);
  expect(bench.raw.map(({ question }) => question)).toEqual(
    expect.arrayContaining([
      'month by model and day, priced',
      'year by team and month, priced',
      'month, top principals, priced',
      'reconciliation of a month',
      'reconciliation of a year',
    ]),
  );
  expect(usageLines(bench)).toHaveLength(2 + bench.rolled.length);
  expect(Math.min(monthMs(bench), yearMs(bench))).toBeGreaterThan(0);
});
