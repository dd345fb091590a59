import { expect, test, vi } from 'vitest';
import { runBench } from './ingest-bench.ts';

vi.setConfig({ testTimeout: 120_000 });

test('the bench runs on a small number of records', async () => {
  const options = { records: 3_000, rounds: 1, data: null, log: () => undefined };
  const { ingest, spend } = await runBench(options);
  expect(
    ingest.map(({ kind, pairs }) => [
      kind,
      pairs.map(({ ours, bare }) => [ours.records, bare.records]),
    ]),
  ).toEqual([
    ['cloudtrail', [[3_000, 3_000]]],
    ['invocations', [[3_000, 3_000]]],
  ]);
  expect(spend.records).toBeGreaterThan(100);
  expect(spend.groups).toBeGreaterThan(3);
});
