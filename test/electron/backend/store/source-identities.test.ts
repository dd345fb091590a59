import { expect, test } from 'vitest';
import {
  type CallsFilter,
  callerKey,
} from '../../../../electron/backend/store/questions/usage-questions.ts';
import type { Store } from '../../../../electron/backend/store/store.ts';
import {
  column,
  event,
  ingest,
  invocation,
  lines,
  records,
  withStore,
  writeLog,
} from './store-case.ts';

const DAY = { from: '2026-10-14', to: '2026-10-15' } as const;
const ROLE = 'arn:aws:iam::111122223333:role/team/reader';
const SHARED = 'arn:aws:sts::111122223333:assumed-role/reader/SageMaker';

/** The events and log records of calls whose sessions all have one name. */
const CALLS: readonly (readonly [id: string, sourceIdentity: string | null, input: number])[] = [
  ['a', 'ines', 100],
  ['b', 'jonas', 20],
  ['c', 'ines', 3],
  ['d', null, 4_000],
];

function eventOf(id: string, sourceIdentity: string | null) {
  return event(`event-${id}`, {
    requestID: id,
    userIdentity: {
      type: 'AssumedRole',
      arn: SHARED,
      accountId: '111122223333',
      sessionContext: {
        sessionIssuer: { arn: ROLE },
        ...(sourceIdentity === null ? {} : { sourceIdentity }),
      },
    },
  });
}

async function withCalls(check: (store: Store) => Promise<void>): Promise<void> {
  await withStore(async (store, folder) => {
    const events = CALLS.map(([id, identity]) => eventOf(id, identity));
    const logged = CALLS.map(([id, , inputTokenCount]) =>
      invocation(id, { identity: { arn: SHARED }, input: { inputTokenCount } }),
    );
    await ingest(store, [
      await writeLog(`${folder}/events.json`, records(...events)),
      await writeLog(`${folder}/calls.ndjson`, lines(...logged)),
    ]);
    await check(store);
  });
}

test('an event tells it, and one of an odd file too', async () => {
  await withStore(async (store, folder) => {
    const odd = { ...eventOf('b', 'jonas'), tlsDetails: 'none', resources: 7 };
    await ingest(store, [
      await writeLog(`${folder}/a.json`, records(eventOf('a', 'ines'), eventOf('c', null))),
      await writeLog(`${folder}/b.json`, records(odd)),
    ]);
    const sql = 'SELECT source_identity FROM events ORDER BY event_id';
    expect(await column(store, sql)).toEqual(['ines', 'jonas', null]);
  });
});

test('sessions of one name are told apart by who began them, call by call', async () => {
  await withCalls(async (store) => {
    const rows = await store.ask('usage-cube', {
      ...DAY,
      granularity: 'day',
      dimensions: ['principal', 'session'],
      identities: true,
    });
    const told = rows.map((row) => [row.principalArn, row.sourceIdentity, row.inputTokens]);
    expect(told).toEqual([
      [ROLE, 'ines', 103],
      [ROLE, 'jonas', 20],
      [ROLE, null, 4_000],
    ]);
  });
});

test('without asking for it, sessions stay one, and the sum is the same', async () => {
  await withCalls(async (store) => {
    const rows = await store.ask('usage-cube', {
      ...DAY,
      granularity: 'day',
      dimensions: ['principal', 'session'],
    });
    expect(rows.map((row) => [row.sourceIdentity, row.inputTokens])).toEqual([[null, 4_123]]);
  });
});

test('events and logged sessions name it beside the session', async () => {
  await withCalls(async (store) => {
    const callers = await store.ask('event-callers', { ...DAY, bySession: true });
    const counts = callers.map(({ sourceIdentity, calls }) => [sourceIdentity, calls]);
    expect(counts).toEqual([
      ['ines', 2],
      ['jonas', 1],
      [null, 1],
    ]);
    const sessions = await store.ask('caller-sessions', { ...DAY, identities: true });
    expect(sessions.map(({ sourceIdentity }) => sourceIdentity)).toEqual(['ines', 'jonas', null]);
  });
});

test.each<[string | null, string]>([
  ['ines', 'ca'],
  ['jonas', 'b'],
  [null, 'd'],
  ['nobody', ''],
])('calls of %s alone', async (sourceIdentity, ids) => {
  await withCalls(async (store) => {
    const caller = callerKey({ principalArn: ROLE, sessionName: 'SageMaker', sourceIdentity });
    const filter: CallsFilter = { ...DAY, callers: [caller], identities: true };
    const page = await store.ask('calls-page', { ...filter, offset: 0, limit: 10 });
    expect(
      page
        .map(({ requestId }) => requestId)
        .sort()
        .reverse()
        .join(''),
    ).toBe(ids);
    expect((await store.ask('calls-count', filter))[0]?.total).toBe(ids.length);
  });
});
