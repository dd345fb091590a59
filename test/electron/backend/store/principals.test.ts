import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Store } from '../../../../electron/backend/store/store.ts';
import { event, ingest, invocation, lines, records, withStore, writeLog } from './store-case.ts';

const PERIOD = { from: '2026-10-01', to: '2026-11-01' };
const PAGE = { ...PERIOD, offset: 0, limit: 10 };
const READER = 'arn:aws:iam::111122223333:role/team/reader';
const BOUGHT = 'arn:aws:bedrock:eu-north-1:111122223333:provisioned-model/vq9';
const BOB = {
  type: 'IAMUser',
  arn: 'arn:aws:iam::111122223333:user/bob',
  accountId: '111122223333',
};

/** Four calls of the role (one in events and logs, one unlogged, one failed, one in logs alone), one of a user. */
async function fill(store: Store, folder: string): Promise<void> {
  const events = records(
    event('e1', { requestID: 'r1' }),
    event('e2', { requestID: 'r2' }),
    event('e3', { requestID: 'r3', errorCode: 'AccessDenied' }),
    event('e4', { requestID: 'r4', userIdentity: BOB, awsRegion: 'us-east-1' }),
    event('e5', { eventName: 'ListGuardrails' }),
  );
  const logs = lines(
    invocation('r1'),
    invocation('r9', { identity: { arn: 'arn:aws:sts::111122223333:assumed-role/reader/carol' } }),
  );
  await ingest(store, [
    await writeLog(join(folder, 'events.json'), events),
    await writeLog(join(folder, 'logs.ndjson'), logs),
  ]);
}

test('events and logs of a call are counted once; the role keeps its path', async () => {
  await withStore(async (store, folder) => {
    await fill(store, folder);
    const rows = await store.ask('principal-activity', PAGE);
    expect(rows).toMatchObject([
      {
        principalArn: READER,
        principalType: 'AssumedRole',
        calls: 3,
        unloggedCalls: 1,
        failedCalls: 1,
        sessions: 2,
        inputTokens: 200,
        outputTokens: 40,
        regions: ['eu-west-1'],
        lastSeen: '2026-10-14T03:20:11Z',
        total: 2,
      },
      {
        principalArn: BOB.arn,
        principalType: 'IAMUser',
        calls: 1,
        unloggedCalls: 1,
        inputTokens: 0,
      },
    ]);
  });
});

test.each([
  [{ accounts: ['999'] }, 0],
  [{ regions: ['us-east-1', 'eu-north-1'] }, 1],
  [{ principals: [BOB.arn] }, 1],
  [{ models: ['eu.anthropic.claude-sonnet-4-5-20250929-v1:0'] }, 2],
  [{ models: [] }, 2],
])('filter %j leaves %i principals', async (filter, count) => {
  await withStore(async (store, folder) => {
    await fill(store, folder);
    expect(await store.ask('principal-activity', { ...PAGE, ...filter })).toHaveLength(count);
  });
});

test('pages of principals know the total', async () => {
  await withStore(async (store, folder) => {
    await fill(store, folder);
    const page = await store.ask('principal-activity', { ...PAGE, offset: 1, limit: 1 });
    expect(page).toMatchObject([{ principalArn: BOB.arn, total: 2 }]);
  });
});

test('observed usage: principals from events and logs, models that only metrics saw', async () => {
  await withStore(async (store, folder) => {
    await fill(store, folder);
    const where = { accountId: '111122223333', namespace: 'AWS/Bedrock', serviceTier: null };
    const hour = { periodStart: '2026-10-20T03:00:00Z', periodSeconds: 3600 };
    await store.putMetricPoints([
      {
        ...where,
        ...hour,
        region: 'eu-west-1',
        metric: 'Invocations',
        modelId: 'amazon.nova-lite-v1:0',
        value: 6,
      },
      {
        ...where,
        ...hour,
        region: 'eu-west-1',
        metric: 'InputTokenCount',
        modelId: 'amazon.nova-lite-v1:0',
        value: 60,
      },
    ]);
    const rows = await store.ask('observed-usage', { since: '2026-10-01' });
    expect(rows).toMatchObject([
      {
        modelId: 'amazon.nova-lite-v1:0',
        principalArn: null,
        calls: 6,
        inputTokens: 60,
        firstDay: '2026-10-20',
      },
      { principalArn: READER, calls: 3, inputTokens: 200 },
      { principalArn: BOB.arn, calls: 1, region: 'us-east-1', inputTokens: null },
    ]);
  });
});

test('observed usage: metrics tell the tokens of calls that no log tells', async () => {
  await withStore(async (store, folder) => {
    await fill(store, folder);
    const point = {
      accountId: '111122223333',
      namespace: 'AWS/Bedrock',
      serviceTier: null,
      region: 'us-east-1',
      modelId: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0',
      periodStart: '2026-10-14T03:00:00Z',
      periodSeconds: 3600,
    };
    await store.putMetricPoints([
      { ...point, metric: 'Invocations', value: 3 },
      { ...point, metric: 'InputTokenCount', value: 131_825 },
      { ...point, region: 'eu-west-1', metric: 'InputTokenCount', value: 999 },
      { ...point, region: 'eu-north-1', modelId: BOUGHT, metric: 'Invocations', value: 4 },
    ]);
    const rows = await store.ask('observed-usage', { since: '2026-10-01' });
    const figures = rows.map(({ principalArn, calls, inputTokens, outputTokens }) => [
      principalArn,
      calls,
      inputTokens,
      outputTokens,
    ]);
    expect(figures).toEqual([
      [null, 4, null, null],
      [READER, 3, 200, 40],
      [BOB.arn, 1, null, null],
      [null, 2, 131_825, null],
    ]);
    expect(rows.map(({ modelArn }) => modelArn)).toEqual([BOUGHT, null, null, null]);
    expect(rows[0]?.modelId).toBe('vq9');
  });
});

test('usage by principal adds up to the usage of logs', async () => {
  await withStore(async (store, folder) => {
    await fill(store, folder);
    const rows = await store.ask('usage-by-principal-day', PERIOD);
    expect(rows).toMatchObject([
      { inputTokens: 200, outputTokens: 40, calls: 2, tier: 'standard', principalArn: READER },
    ]);
  });
});
