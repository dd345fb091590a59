import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { MetricPoint, Store } from '../../../../electron/backend/store/store.ts';
import { ingest, invocation, lines, withStore, writeLog } from './store-case.ts';

const MODEL = 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0';
const DAY = '2026-10-14';
const PERIOD = { from: DAY, to: '2026-10-16' } as const;

function log(id: string, time: string, more: object = {}): unknown {
  return invocation(id, { timestamp: time, output: { outputTokenCount: 20 }, ...more });
}

function counted(hour: string, calls: number, more: Partial<MetricPoint> = {}): MetricPoint[] {
  const of = {
    accountId: '111122223333',
    region: 'eu-west-1',
    namespace: 'AWS/Bedrock',
    modelId: MODEL,
    serviceTier: null,
    periodStart: `${DAY}T${hour}:00:00Z`,
    periodSeconds: 3600,
    ...more,
  };
  return [
    { ...of, metric: 'Invocations', value: calls },
    { ...of, metric: 'InputTokenCount', value: calls * 100 },
    { ...of, metric: 'OutputTokenCount', value: calls * 20 },
  ];
}

async function load(store: Store, folder: string, name: string, logs: readonly unknown[]) {
  await ingest(store, [await writeLog(join(folder, name), lines(...logs))]);
}

/** start, Region, basis, calls and tokens of each row, by the hour and by the day. */
async function usage(store: Store, granularity: 'hour' | 'day') {
  const rows = await store.ask('usage-cube', { ...PERIOD, granularity, dimensions: ['region'] });
  return rows.map((row) => [
    granularity === 'hour' ? row.start.slice(11, 13) : row.start.slice(0, 10),
    row.region,
    row.basis,
    row.calls,
    row.inputTokens + row.outputTokens,
  ]);
}

test('logging switched on in the middle of an hour: the day is taken from metrics, hour by hour', async () => {
  await withStore(async (store, folder) => {
    await load(store, folder, 'a.ndjson', [
      log('a', `${DAY}T10:40:00Z`),
      log('b', `${DAY}T11:10:00Z`),
      log('c', '2026-10-15T00:10:00Z'),
    ]);
    await store.putMetricPoints([...counted('09', 2), ...counted('10', 3), ...counted('11', 1)]);
    expect(await usage(store, 'hour')).toEqual([
      ['09', 'eu-west-1', 'metrics', 2, 240],
      ['10', 'eu-west-1', 'metrics', 3, 360],
      ['11', 'eu-west-1', 'metrics', 1, 120],
      ['00', 'eu-west-1', 'invocation-logs', 1, 120],
    ]);
    expect(await usage(store, 'day')).toEqual([
      [DAY, 'eu-west-1', 'metrics', 6, 720],
      ['2026-10-15', 'eu-west-1', 'invocation-logs', 1, 120],
    ]);
  });
});

test('logs that come late: the day moves from metrics to logs and stays as large', async () => {
  await withStore(async (store, folder) => {
    await store.putMetricPoints(counted('10', 2));
    await load(store, folder, 'a.ndjson', [log('a', `${DAY}T10:59:59Z`)]);
    await store.sumUp();
    expect(await usage(store, 'day')).toEqual([[DAY, 'eu-west-1', 'metrics', 2, 240]]);
    await load(store, folder, 'b.ndjson', [log('b', `${DAY}T10:20:00Z`)]);
    expect(await usage(store, 'day')).toEqual([[DAY, 'eu-west-1', 'invocation-logs', 2, 240]]);
    await store.sumUp();
    expect(await usage(store, 'day')).toEqual([[DAY, 'eu-west-1', 'invocation-logs', 2, 240]]);
  });
});

test('metrics that come late do not add to logs', async () => {
  await withStore(async (store, folder) => {
    await load(store, folder, 'a.ndjson', [log('a', `${DAY}T10:59:59Z`)]);
    await store.sumUp();
    await store.putMetricPoints(counted('11', 1));
    expect(await usage(store, 'hour')).toEqual([['10', 'eu-west-1', 'invocation-logs', 1, 120]]);
  });
});

test('one Region without logs is counted by metrics, the other by logs', async () => {
  await withStore(async (store, folder) => {
    await load(store, folder, 'a.ndjson', [log('a', `${DAY}T10:20:00Z`)]);
    await store.putMetricPoints([
      ...counted('10', 1),
      ...counted('10', 4, { region: 'us-east-1' }),
    ]);
    expect(await usage(store, 'day')).toEqual([
      [DAY, 'eu-west-1', 'invocation-logs', 1, 120],
      [DAY, 'us-east-1', 'metrics', 4, 480],
    ]);
  });
});

test('images are counted by metrics, beside the calls of logs', async () => {
  await withStore(async (store, folder) => {
    await load(store, folder, 'a.ndjson', [log('a', `${DAY}T10:20:00Z`)]);
    const [point] = counted('10', 3);
    if (point !== undefined)
      await store.putMetricPoints([{ ...point, metric: 'OutputImageCount' }]);
    const rows = await store.ask('usage-cube', { ...PERIOD, granularity: 'hour', dimensions: [] });
    expect(rows.map(({ basis, calls, images }) => [basis, calls, images])).toEqual([
      ['invocation-logs', 1, 0],
      ['metrics', 0, 3],
    ]);
  });
});

test('Bedrock Mantle is told by its projects and added', async () => {
  await withStore(async (store) => {
    const mantle = { namespace: 'AWS/BedrockMantle', dimensions: { Project: 'p1' } } as const;
    const [point] = counted('10', 3, mantle);
    if (point !== undefined) await store.putMetricPoints([{ ...point, metric: 'InputTokens' }]);
    await store.putMetricPoints(counted('10', 1));
    const by = { ...PERIOD, granularity: 'day', dimensions: ['project'] } as const;
    const rows = await store.ask('usage-cube', by);
    expect(rows.map(({ project, inputTokens }) => [project, inputTokens])).toEqual(
      expect.arrayContaining([
        ['p1', 3],
        [null, 100],
      ]),
    );
    expect(await store.ask('usage-cube', { ...by, projects: ['p1'] })).toHaveLength(1);
  });
});

test('calls that failed are told only when asked for', async () => {
  await withStore(async (store, folder) => {
    await load(store, folder, 'a.ndjson', [
      log('a', `${DAY}T10:20:00Z`),
      log('b', `${DAY}T10:20:00Z`, { errorCode: 'ThrottlingException' }),
    ]);
    const by = { ...PERIOD, granularity: 'day' } as const;
    const failed = await store.ask('usage-cube', { ...by, dimensions: ['failed'] });
    expect(failed.map((row) => [row.failed, row.calls])).toEqual([
      [false, 1],
      [true, 1],
    ]);
    expect(await store.ask('usage-cube', { ...by, dimensions: [] })).toMatchObject([
      { failed: null, calls: 1 },
    ]);
  });
});
