import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../../electron/backend/store/database.ts';
import { DATABASE_FILE } from '../../../../electron/backend/store/open.ts';
import type { DatasetReading } from '../../../../shared/model/dataset.ts';
import { withStore } from './store-case.ts';

function reading(readAt: string, reason: string | null, region = 'us-east-1'): DatasetReading {
  return {
    dataset: 'guardrails',
    accountId: '111122223333',
    region,
    outcome: reason === null ? { status: 'collected' } : { status: 'failed', reason },
    actions: ['bedrock:ListGuardrails'],
    readAt,
    calls: 1,
    items: [],
  };
}

test('a reading that tells the same takes the place of the one before; a change is added', async () => {
  await withStore(async (store, folder) => {
    await store.putReadings('one', [reading('2026-11-20T10:00:00Z', null)]);
    expect((await store.latestSnapshot())?.takenAt).toMatch(/^2026-11-20T10/);
    await store.putReadings('two', [
      reading('2026-11-20T11:00:00Z', null),
      reading('2026-11-20T11:00:00Z', null, 'eu-west-1'),
    ]);
    const same = await store.latestSnapshot();
    expect(same?.scanId).toBe('two');
    expect(same?.readings.map(({ region, readAt }) => [region, readAt])).toEqual([
      ['eu-west-1', '2026-11-20T11:00:00Z'],
      ['us-east-1', '2026-11-20T11:00:00Z'],
    ]);
    await store.putReadings('three', [reading('2026-11-20T12:00:00Z', 'AWS was away.')]);
    await store.putReadings('four', [reading('2026-11-20T13:00:00Z', null)]);
    const newest = (await store.latestSnapshot())?.readings.find(
      (one) => one.region !== 'eu-west-1',
    );
    expect(newest?.readAt).toBe('2026-11-20T13:00:00Z');
    await store.close();
    expect(await rowsIn(join(folder, '..', 'workspace'))).toBe(4);
  });
});

async function rowsIn(folder: string): Promise<number> {
  const database = await openDatabase({
    file: join(folder, DATABASE_FILE),
    temp: folder,
    readOnly: false,
  });
  const rows = await database.read((c) => c.rows('SELECT count(*) AS n FROM dataset_reading_rows'));
  await database.close();
  return Number(rows[0]?.n);
}

test('only the newest ending of a source is kept', async () => {
  await withStore(async (store) => {
    const ending = {
      source: 'metrics',
      accountId: '111122223333',
      region: 'us-east-1',
      outcome: { status: 'collected' } as const,
      actions: [],
      calls: 1,
    };
    await store.putSourceReadings('one', [{ ...ending, readAt: '2026-11-20T10:00:00Z', items: 1 }]);
    await store.putSourceReadings('two', [{ ...ending, readAt: '2026-11-20T11:00:00Z', items: 2 }]);
    expect((await store.latestSourceReadings()).map(({ items }) => items)).toEqual([2]);
  });
});
