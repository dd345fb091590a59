import { join } from 'node:path';
import { expect, test } from 'vitest';
import { event, ingest, invocation, lines, records, withStore, writeLog } from './store-case.ts';

const PERIOD = { from: '2026-10-01', to: '2026-11-01' };
const READER = 'arn:aws:iam::111122223333:role/team/reader';
const BOB = 'arn:aws:iam::111122223333:user/BedrockAPIKey-bob';
const BY_BOB = {
  userIdentity: { type: 'IAMUser', arn: BOB, accountId: '111122223333' },
  additionalEventData: { callWithBearerToken: true },
};

test('calls are counted once, apart by operation, guardrail and key; failed ones not at all', async () => {
  await withStore(async (store, folder) => {
    const events = records(
      event('e1', { requestID: 'r1' }),
      event('e2', { requestID: 'r2', eventName: 'ConverseStream' }),
      event('e3', { requestID: 'r3', errorCode: 'AccessDenied' }),
      event('e4', { requestID: 'r4', ...BY_BOB }),
      event('e5', { eventName: 'ListGuardrails' }),
    );
    await ingest(store, [
      await writeLog(join(folder, 'events.json'), events),
      await writeLog(join(folder, 'logs.ndjson'), lines(invocation('r1'), invocation('r9'))),
    ]);
    const rows = await store.ask('caller-calls', PERIOD);
    const told = rows.map(({ principalArn, operation, guardrail, bearerToken, calls }) => ({
      principalArn,
      operation,
      guardrail,
      bearerToken,
      calls,
    }));
    expect(told).toHaveLength(4);
    expect(told).toEqual(
      expect.arrayContaining([
        {
          principalArn: READER,
          operation: 'Converse',
          guardrail: '',
          bearerToken: false,
          calls: 1,
        },
        { principalArn: READER, operation: 'Converse', guardrail: '', bearerToken: null, calls: 1 },
        {
          principalArn: READER,
          operation: 'ConverseStream',
          guardrail: null,
          bearerToken: false,
          calls: 1,
        },
        { principalArn: BOB, operation: 'Converse', guardrail: null, bearerToken: true, calls: 1 },
      ]),
    );
  });
});

test('a guardrail whose version is not told is no draft', async () => {
  await withStore(async (store, folder) => {
    const carried = (id: string, version: object) =>
      invocation(id, {
        input: { inputBodyJson: { guardrailConfig: { guardrailIdentifier: 'abc', ...version } } },
      });
    await ingest(store, [
      await writeLog(
        join(folder, 'logs.ndjson'),
        lines(carried('r1', {}), carried('r2', { guardrailVersion: 'DRAFT' })),
      ),
    ]);
    const rows = await store.ask('caller-calls', PERIOD);
    expect(rows.map(({ guardrail }) => guardrail).sort()).toEqual(['abc:', 'abc:DRAFT']);
  });
});

test('refused calls and the accounts told of are those of the period', async () => {
  await withStore(async (store, folder) => {
    const events = records(
      event('e1', { requestID: 'r1' }),
      event('e2', { requestID: 'r2', errorCode: 'AccessDenied' }),
      event('e3', { requestID: 'r3', errorCode: 'AccessDeniedException' }),
      event('e4', { requestID: 'r4', errorCode: 'ThrottlingException' }),
      event('e5', { eventName: 'ListGuardrails', errorCode: 'AccessDenied' }),
    );
    await ingest(store, [await writeLog(join(folder, 'events.json'), events)]);
    const rows = await store.ask('refused-calls', PERIOD);
    expect(rows).toMatchObject([{ principalArn: READER, region: 'eu-west-1', calls: 2 }]);
    expect(rows[0]?.called).toMatch(/\S/);
    expect(await store.ask('accounts-told', PERIOD)).toEqual([{ accountId: '111122223333' }]);
    const before = { from: '2026-01-01', to: '2026-02-01' };
    expect(await store.ask('refused-calls', before)).toEqual([]);
    expect(await store.ask('accounts-told', before)).toEqual([]);
  });
});

test('keys that were made and used are told by event', async () => {
  await withStore(async (store, folder) => {
    const made = {
      eventSource: 'iam.amazonaws.com',
      eventName: 'CreateServiceSpecificCredential',
      awsRegion: 'us-east-1',
    };
    const events = records(
      event('k1', made),
      event('k2', { ...made, errorCode: 'AccessDenied' }),
      event('b1', BY_BOB),
      event('b2', { ...BY_BOB, errorCode: 'AccessDenied', eventTime: '2026-10-15T03:20:11Z' }),
      event('b3', { ...BY_BOB, eventTime: '2026-11-15T03:20:11Z' }),
    );
    await ingest(store, [await writeLog(join(folder, 'events.json'), events)]);
    expect(await store.ask('key-events', PERIOD)).toMatchObject([
      { eventId: 'k1', principalArn: READER, accountId: '111122223333' },
    ]);
    expect(await store.ask('bearer-calls', PERIOD)).toEqual([
      {
        principalArn: BOB,
        accountId: '111122223333',
        calls: 2,
        failed: 1,
        lastUsedAt: '2026-10-15T03:20:11Z',
      },
    ]);
  });
});
