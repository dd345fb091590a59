import { expect, test, vi } from 'vitest';
import { runBench } from './ingest-bench.ts';

vi.setConfig({ testTimeout: 120_000 });

test('the bench runs on a small number of records', async () => {
  const { ingest, spend } = await runBench({ records: 3_000, keep: false, log: () => undefined });
  expect(ingest.map(({ kind, ours, bare }) => [kind, ours.records, bare.records])).toEqual([
    ['cloudtrail', 3_000, 3_000],
    ['invocations', 3_000, 3_000],
  ]);
  expect(spend.records).toBeGreaterThan(100);
});
