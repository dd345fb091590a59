import { expect, it } from 'vitest';
import { keepReadings } from '../../../../electron/backend/scan/kept-readings.ts';
import type { DatasetId, DatasetReading } from '../../../../shared/model/dataset.ts';

function reading<D extends DatasetId>(
  dataset: D,
  items: DatasetReading<D>['items'],
): DatasetReading {
  const place = { accountId: '111122223333', region: 'eu-west-1', readAt: '2026-11-20T12:00:00Z' };
  return { dataset, ...place, outcome: { status: 'collected' }, actions: [], calls: 2, items };
}

it('keeps how every reading ended, and whole ones only where sources need them', () => {
  const profiles = reading('inference-profiles', []);
  const kept = keepReadings();
  kept.add(profiles);
  kept.add(reading('observed-usage', []));
  kept.add(reading('guardrails', []));
  expect(kept.ends.map(({ dataset, calls, items }) => [dataset, calls, items])).toEqual([
    ['inference-profiles', 2, 0],
    ['observed-usage', 2, 0],
    ['guardrails', 2, 0],
  ]);
  expect(kept.needed).toEqual([profiles]);
});
