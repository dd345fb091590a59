import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SourceReading } from '../../../../electron/backend/store/store.ts';
import type { DatasetReading } from '../../../../shared/model/dataset.ts';
import { column, event, ingest, NOW, records, withStore, writeLog } from './store-case.ts';

function trails(members: Partial<DatasetReading> = {}): DatasetReading {
  return {
    dataset: 'trails',
    accountId: '111122223333',
    region: 'eu-west-1',
    outcome: { status: 'collected' },
    actions: ['cloudtrail:DescribeTrails'],
    readAt: '2026-11-19T12:00:00Z',
    calls: 3,
    items: [],
    ...members,
  };
}

test('the newest reading of each dataset, account and Region is the snapshot', async () => {
  await withStore(async (store) => {
    expect(await store.latestSnapshot()).toBeNull();
    const denied = {
      status: 'denied',
      action: 'cloudtrail:DescribeTrails',
      reason: "o'no",
    } as const;
    await store.putReadings('scan-1', [trails(), trails({ region: 'us-east-1' })]);
    const newer = trails({ outcome: denied, readAt: '2026-11-20T12:00:00Z' });
    await store.putReadings('scan-2', [newer]);
    expect(await store.latestSnapshot()).toEqual({
      scanId: 'scan-2',
      takenAt: '2026-11-20T12:00:00Z',
      readings: [newer, trails({ region: 'us-east-1' })],
    });
  });
});

test('source readings, cursors and watching rows come back as they were', async () => {
  await withStore(async (store) => {
    const reading: SourceReading = {
      source: 'metrics',
      accountId: '111122223333',
      region: 'eu-west-1',
      outcome: { status: 'failed', reason: 'throttled' },
      actions: ['cloudwatch:GetMetricData'],
      readAt: NOW,
      calls: 7,
      items: 12,
    };
    await store.putSourceReadings('scan-1', [{ ...reading, calls: 1 }]);
    await store.putSourceReadings('scan-2', [reading]);
    expect(await store.latestSourceReadings()).toEqual([reading]);
    expect(await store.getCursor('metrics')).toBeNull();
    await store.setCursor('metrics', 'first');
    await store.setCursor('metrics', "'second'");
    expect(await store.getCursor('metrics')).toBe("'second'");
    const row = { scanId: 's', operation: 'cloudwatch:GetMetricData', calls: 1, units: 500 };
    const watched = ['2026-10-31T23:59:59Z', '2026-11-01T00:00:00Z', '2026-11-30T23:59:59Z'];
    await store.putWatching(watched.map((at) => ({ ...row, at, usd: '0.00500' })));
    expect((await store.watching('2026-11')).map(({ at }) => at)).toEqual(watched.slice(1));
    expect((await store.watching('2026-10'))[0]).toEqual({
      ...row,
      at: watched[0],
      usd: '0.00500',
    });
  });
});

test('the manifest: pages of outcomes, newest state of each file, known versions', async () => {
  await withStore(async (store, folder) => {
    const good = await writeLog(join(folder, 'a.json'), records(event('a')));
    const foreign = await writeLog(join(folder, 'b.txt'), 'text');
    await ingest(store, [good, foreign]);
    const page = { offset: 0, limit: 10 };
    expect((await store.fileOutcomes(page)).rows.map(({ key }) => key)).toEqual([
      good.key,
      foreign.key,
    ]);
    expect(await store.fileOutcomes({ ...page, limit: 1 })).toMatchObject({ total: 2 });
    expect(await store.fileOutcomes({ ...page, statuses: ['skipped'] })).toMatchObject({
      total: 1,
      rows: [{ key: foreign.key, status: 'skipped', at: NOW }],
    });
    expect(await store.knownFiles([good, foreign])).toEqual(new Set([good.key, foreign.key]));
    const changed = { ...good, etag: 'other' };
    expect(await store.knownFiles([changed])).toEqual(new Set());
    expect(await ingest(store, [changed])).toMatchObject({ summary: { events: 0, duplicates: 1 } });
    expect(await column(store, 'SELECT count(*) FROM files')).toEqual([2]);
    const unread = { ...(await store.fileOutcomes(page)).rows[0], key: '/x/.hidden' };
    const noted = { ...unread, status: 'skipped', records: 0, added: 0, reason: 'it is hidden' };
    await store.noteUnread([noted as never]);
    await store.noteUnread([noted as never]);
    expect((await store.fileOutcomes(page)).total).toBe(3);
  });
});

test('an aborted ingest keeps what was committed and says so', async () => {
  await withStore(async (store, folder) => {
    const file = await writeLog(join(folder, 'a.json'), records(event('a')));
    const stopped = store.ingest([file], { signal: AbortSignal.abort() });
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    expect(await ingest(store, [file])).toMatchObject({ summary: { events: 1 } });
  });
});
