import { expect, test } from 'vitest';
import { costOfReading } from '../../../../electron/backend/api/polling-api.ts';
import type { WatchingRow } from '../../../../electron/backend/store/store.ts';
import type { SourceKind } from '../../../../shared/model/settings.ts';

const OPERATION: Readonly<Partial<Record<SourceKind, string>>> = {
  metrics: 'cloudwatch:GetMetricData',
  configuration: 's3:GetBucketPolicy',
};

function rowsOf(kind: SourceKind, ...costs: readonly string[]): readonly WatchingRow[] {
  return costs.map((usd, index) => ({
    at: `2026-11-0${index + 1}T00:00:00Z`,
    scanId: `scan-${index}`,
    operation: OPERATION[kind] ?? '',
    calls: 1,
    units: 1,
    usd,
  }));
}

test.each<[string, SourceKind, readonly string[], string | null]>([
  ['none yet', 'metrics', [], null],
  ['the only one', 'metrics', ['0.5'], '0.5'],
  ['not the first, which reads the history', 'metrics', ['0.5', '0.1'], '0.1'],
  ['a side reading does not make it cheap', 'metrics', ['0.5', '0.1', '0.001'], '0.1'],
  ['nor one that kept what was still good', 'configuration', ['0.3', '0.001'], '0.3'],
])('what a reading costs: %s', (_, kind, costs, expected) => {
  expect(costOfReading([...rowsOf(kind, ...costs)].reverse(), kind)).toBe(expected);
});

test('operations of one scan add up', () => {
  const rows = rowsOf('configuration', '0.1').flatMap((row) => [
    row,
    { ...row, operation: 's3:GetBucketAcl' },
  ]);
  expect(costOfReading(rows, 'configuration')).toBe('0.2');
});
