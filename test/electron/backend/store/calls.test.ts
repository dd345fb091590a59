import { expect, test } from 'vitest';
import type { CallsFilter } from '../../../../electron/backend/store/questions/usage-questions.ts';
import type { Store } from '../../../../electron/backend/store/store.ts';
import { PERIOD, type RandomCall, writeCalls } from './random-usage.ts';
import { event, ingest, records, withStore, writeLog } from './store-case.ts';

const CALL: RandomCall = {
  minute: 0,
  account: '111122223333',
  region: 'eu-west-1',
  model: 'amazon.nova-lite-v1:0',
  role: 'reader',
  session: 'alice',
  tier: null,
  team: null,
  failed: false,
  input: 100,
  output: 10,
  cacheRead: 0,
  cacheWrite: 0,
};

const CALLS: readonly (readonly [string, RandomCall])[] = [
  ['a', CALL],
  ['b', { ...CALL, minute: 5, region: 'us-east-1', tier: 'flex', team: 'search' }],
  ['c', { ...CALL, minute: 10, role: 'writer', input: 150_000, cacheRead: 60_000 }],
  ['d', { ...CALL, minute: 15, failed: true, session: 'bob' }],
  ['e', { ...CALL, minute: 15, account: '444455556666', output: 30 }],
];
const READER = 'arn:aws:iam::111122223333:role/team/reader';

async function withCalls(check: (store: Store) => Promise<void>): Promise<void> {
  await withStore(async (store, folder) => {
    const events = await writeLog(`${folder}/events.json`, records(event('x')));
    await ingest(store, [await writeCalls(folder, 'calls.ndjson', CALLS), events]);
    await check(store);
  });
}

const page = (store: Store, more: object = {}) =>
  store.ask('calls-page', { ...PERIOD, offset: 0, limit: 100, ...more });

const ids = async (store: Store, more: object = {}) =>
  (await page(store, more)).map(({ requestId }) => requestId).join('');

test.each<[string, string]>([
  ['time-desc', 'decba'],
  ['time-asc', 'abcde'],
  ['tokens-desc', 'cedba'],
])('calls are sorted by %s', async (sort, order) => {
  await withCalls(async (store) => expect(await ids(store, { sort })).toBe(order));
});

test.each<[Partial<CallsFilter>, string]>([
  [{}, 'decba'],
  [{ accounts: ['444455556666'] }, 'e'],
  [{ regions: ['us-east-1'], models: [CALL.model] }, 'b'],
  [{ tiers: ['flex', 'priority'] }, 'b'],
  [{ tiers: ['standard'] }, 'deca'],
  [{ principals: [READER] }, 'dba'],
  [{ sessions: ['bob'] }, 'd'],
  [{ metadataKey: 'team', metadataValues: ['search'] }, 'b'],
  [{ metadataKey: 'other', metadataValues: ['search'] }, ''],
  [{ longContext: true }, 'c'],
  [{ failed: true }, 'd'],
  [{ failed: false }, 'ecba'],
  [{ from: '2026-10-30T00:05:00Z', to: '2026-10-30T00:15:00Z' }, 'cb'],
  [{ guardrails: ['none'] }, ''],
])('filter %j leaves calls %s', async (filter, order) => {
  await withCalls(async (store) => {
    expect(await ids(store, filter)).toBe(order);
    const [count] = await store.ask('calls-count', { ...PERIOD, ...filter });
    expect(count?.total).toBe(order.length);
  });
});

test('pages follow each other without gap or repeat', async () => {
  await withCalls(async (store) => {
    const pages = await Promise.all(
      [0, 2, 4].map((offset) => ids(store, { sort: 'time-asc', offset, limit: 2 })),
    );
    expect(pages).toEqual(['ab', 'cd', 'e']);
  });
});

test('a call has what its log tells; the role has its path', async () => {
  await withCalls(async (store) => {
    const [call] = await page(store, { sort: 'time-asc', limit: 1 });
    expect(call).toMatchObject({
      requestId: 'a',
      time: '2026-10-30T00:00:00Z',
      principalArn: READER,
      sessionName: 'alice',
      tier: 'standard',
      inputTokens: 100,
      cacheWrite5mTokens: null,
      longContext: false,
      latencyMs: null,
      errorCode: null,
    });
  });
});

test('a key that no request metadata has is told', async () => {
  await withCalls(async (store) => {
    const filter = { metadataKey: 'a"b', metadataValues: ['search'] };
    await expect(page(store, filter)).rejects.toMatchObject({ code: 'invalid-input' });
  });
});
