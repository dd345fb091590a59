import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMeteredCalls } from '../../../../electron/backend/aws/metered-calls.ts';
import type { World, WorldObject } from '../../../../electron/backend/demo/world/world.ts';
import type { LogBucket } from '../../../../electron/backend/sources/log-buckets.ts';
import {
  type ReadLogBucketOptions,
  readLogBucket,
} from '../../../../electron/backend/sources/s3-logs.ts';
import { addDays, msOfInstant } from '../../../../shared/model/period.ts';
import {
  createSmallWorld,
  DENIED_ACCOUNT,
  readerArn,
  SMALL_ACCOUNT,
  SMALL_NOW,
} from '../../../helpers/small-world/small-world.ts';
import { type Simulated, startSimulated } from '../scan/simulated.ts';
import { invocationFile, ORG, object, TODAY, trailFile } from './log-objects.ts';
import { openSourceSetup, REGION, type SourceSetup } from './source-setup.ts';

const OTHER = '333333333333';

const days = [addDays(TODAY, -120), addDays(TODAY, -3), addDays(TODAY, -1)];
const initial: readonly WorldObject[] = [
  ...days.map((day) => trailFile(SMALL_ACCOUNT, day)),
  ...days.map((day) => trailFile(OTHER, day)),
  ...days.map((day) => invocationFile(SMALL_ACCOUNT, day)),
  object(`${ORG}/${SMALL_ACCOUNT}/CloudTrail-Digest/${REGION}/2026/11/19/digest.json.gz`, '{}'),
  object(
    `org/AWSLogs/${SMALL_ACCOUNT}/BedrockModelInvocationLogs/${REGION}/2026/11/19/09/data/x_input.json.gz`,
    '{}',
  ),
  object(
    `org/AWSLogs/${SMALL_ACCOUNT}/BedrockModelInvocationLogs/amazon-bedrock-logs-permission-check`,
    'ok',
  ),
];

let setup: SourceSetup;
let later: Simulated | null;

beforeEach(async () => {
  later = null;
  setup = await openSourceSetup({ objects: bucketOf(initial) });
});
afterEach(async () => {
  await later?.close();
  await setup.close();
});

function bucketOf(objects: readonly WorldObject[]): World['objects'] {
  const sorted = [...objects].sort((a, b) => (a.key < b.key ? -1 : 1));
  return (bucket, prefix) =>
    bucket === 'small-logs' ? sorted.filter(({ key }) => key.startsWith(prefix)) : [];
}

/** The same bucket at a later time, with other objects in it. */
async function readLater(objects: readonly WorldObject[]) {
  later = await startSimulated(createSmallWorld({ objects: bucketOf(objects) }));
  const connection = { ...later.connectionOf(SMALL_ACCOUNT), roleArn: readerArn(SMALL_ACCOUNT) };
  return read({ candidates: [{ accountId: SMALL_ACCOUNT, clients: later.connect(connection) }] });
}

function namedBucket(bucket: string, prefix: string): LogBucket {
  const where = { accountId: SMALL_ACCOUNT, region: REGION };
  const logs = (['cloudtrail', 'invocation-logs'] as const).map((kind) => ({ kind, ...where }));
  return { bucket, prefix, region: REGION, accountIds: [SMALL_ACCOUNT], logs };
}

function read(change: Partial<ReadLogBucketOptions> = {}) {
  return readLogBucket({
    tools: setup.tools(),
    bucket: namedBucket('small-logs', 'org/'),
    candidates: [{ accountId: SMALL_ACCOUNT, clients: setup.target.clients }],
    onProgress: () => undefined,
    ...change,
  });
}

const stored = async () => [
  await setup.value('SELECT count(*) FROM events'),
  await setup.value('SELECT count(*) FROM invocations'),
];

const gotFrom = (simulated: Simulated | null) =>
  simulated?.requests.filter((request) => request === 's3:GetObject 200').length;
const got = () => gotFrom(setup.simulated);

describe('reading a log bucket', () => {
  it('takes trail files of all accounts and invocation logs of 95 days, and nothing else', async () => {
    const { readings, summary, covered } = await read();
    expect(await stored()).toEqual([8, 2]);
    expect(summary).toMatchObject({ files: 6, filesFailed: 0 });
    expect(
      readings.map(({ source, accountId, items, outcome }) => [
        source,
        accountId,
        items,
        outcome.status,
      ]),
    ).toEqual([
      ['invocation-logs', SMALL_ACCOUNT, 2, 'collected'],
      ['cloudtrail-logs', SMALL_ACCOUNT, 2, 'collected'],
      ['cloudtrail-logs', OTHER, 2, 'collected'],
    ]);
    expect(covered.map(({ folder, range }) => [folder.accountId, range])).toEqual(
      [SMALL_ACCOUNT, OTHER].map((accountId) => [
        accountId,
        { fromMs: Date.parse('2026-11-17T09:30:00Z'), toMs: Date.parse('2026-11-19T08:30:00Z') },
      ]),
    );
    expect(
      await setup.value("SELECT input_tokens FROM invocations WHERE time >= '2026-11-19'"),
    ).toBe(7);
  });

  it.each(['constructor', '__proto__', 'toString'])(
    'passes over a folder named %s',
    async (name) => {
      const key = `org/AWSLogs/${SMALL_ACCOUNT}/${name}/${REGION}/2026/11/19/09/x.json.gz`;
      const { readings } = await readLater([...initial, object(key, '{}')]);
      expect(readings.map(({ source, items }) => [source, items])).toEqual([
        ['invocation-logs', 2],
        ['cloudtrail-logs', 2],
        ['cloudtrail-logs', 2],
      ]);
    },
  );

  it('keeps the files compressed, so that raw records can be read again', async () => {
    await read();
    const raw = await setup.store.rawRecord(`${OTHER}-${addDays(TODAY, -1)}-1`);
    expect(raw.record).toMatchObject({ recipientAccountId: OTHER, eventName: 'Converse' });
  });

  it('reads only new files the next time', async () => {
    await read();
    const { summary } = await readLater([...initial, trailFile(OTHER, TODAY)]);
    expect(gotFrom(later)).toBe(1);
    expect(summary.files).toBe(1);
    expect(await stored()).toEqual([10, 2]);
  });

  it('reads an object again that was replaced by one of the same size', async () => {
    await read();
    const [, , first, ...others] = initial;
    if (first === undefined) throw new Error('no object to replace');
    const text = gunzipSync(first.body()).toString().replaceAll(':00Z', ':01Z');
    const body = () => gzipSync(text);
    expect(body().length).toBe(first.body().length);
    await readLater([{ ...first, body, lastModified: `${TODAY}T11:00:00Z` }, ...others]);
    expect(gotFrom(later)).toBe(1);
  });

  it.each(['throttle', 'drop', 'cut'] as const)('gets over one %s of GetObject', async (kind) => {
    setup.simulated.account.faults.set('s3:GetObject', { kind, times: 1 });
    const { readings } = await read();
    expect(readings.map(({ outcome }) => outcome.status)).toEqual(Array(3).fill('collected'));
    expect(await stored()).toEqual([8, 2]);
  });

  it('goes on after a cancellation with what is in the spool', async () => {
    const abort = new AbortController();
    const tools = setup.tools({ signal: abort.signal });
    const stop = (_: number, total: number | null) => (total === 6 ? abort.abort() : undefined);
    await expect(read({ tools, onProgress: stop })).rejects.toMatchObject({ code: 'cancelled' });
    await read();
    expect(await stored()).toEqual([8, 2]);
  });

  it('names GetObject when it is denied, stores nothing, and reads all once it is allowed', async () => {
    setup.simulated.account.faults.set('s3:GetObject', { kind: 'deny' });
    const { readings, covered } = await read();
    expect(readings.map(({ outcome }) => outcome)).toEqual(
      Array(3).fill(expect.objectContaining({ status: 'denied', action: 's3:GetObject' })),
    );
    expect(covered).toEqual([]);
    setup.simulated.account.faults.clear();
    await read();
    expect(await stored()).toEqual([8, 2]);
  });

  it('tries other connections for a bucket of another account', async () => {
    const connection = {
      ...setup.simulated.connectionOf(DENIED_ACCOUNT),
      roleArn: readerArn(DENIED_ACCOUNT),
    };
    const denied = { accountId: DENIED_ACCOUNT, clients: setup.simulated.connect(connection) };
    const allowed = { accountId: SMALL_ACCOUNT, clients: setup.target.clients };
    const only = await read({ candidates: [denied] });
    expect(only.readings[0]?.outcome).toMatchObject({ status: 'denied', action: 's3:ListBucket' });
    expect((await read({ candidates: [denied, allowed] })).summary.files).toBe(6);
  });

  it('says which bucket does not exist', async () => {
    const { readings } = await read({ bucket: namedBucket('gone', '') });
    const where = { accountId: SMALL_ACCOUNT, region: REGION };
    expect(readings).toMatchObject([
      { ...where, source: 'cloudtrail-logs' },
      { ...where, source: 'invocation-logs' },
    ]);
    expect(readings[0]?.outcome).toMatchObject({ status: 'failed' });
    expect(readings[0]?.outcome).toHaveProperty('reason', expect.stringContaining('bucket gone'));
  });

  it('tells of a bucket that holds no logs yet, for each log it is to hold', async () => {
    const { readings } = await read({ bucket: namedBucket('small-logs', 'nothing/') });
    expect(readings).toMatchObject([
      { source: 'cloudtrail-logs', outcome: { status: 'collected' }, items: 0 },
      { source: 'invocation-logs', outcome: { status: 'collected' }, items: 0 },
    ]);
  });

  it('names a damaged file in its folder and takes the others', async () => {
    const [old, first, ...others] = initial;
    if (old === undefined || first === undefined) throw new Error('no object to damage');
    const damaged = { ...first, body: () => first.body().subarray(0, 60) };
    const { readings, summary } = await readLater([old, damaged, ...others]);
    expect(summary.filesFailed).toBe(1);
    const bad = readings.find(({ outcome }) => outcome.status !== 'collected');
    expect(bad).toMatchObject({ accountId: SMALL_ACCOUNT, source: 'cloudtrail-logs', items: 1 });
    expect(await stored()).toEqual([6, 2]);
  });

  it('leaves the hours of a damaged file to the event history, tries it again, and takes it when whole', async () => {
    const within = (at: string, { covered }: Awaited<ReturnType<typeof read>>) =>
      covered
        .filter(({ folder }) => folder.accountId === SMALL_ACCOUNT)
        .some(({ range }) => range.fromMs < msOfInstant(at) && msOfInstant(at) < range.toMs);
    const trail = [-9, -6, -3, -1].map((ago) => trailFile(SMALL_ACCOUNT, addDays(TODAY, ago)));
    const at = (ago: number) => `${addDays(TODAY, ago)}T09:00:00Z`;
    const damaged = trail.map((file, index) =>
      index === 1 ? { ...file, body: () => file.body().subarray(0, 60) } : file,
    );
    const first = await readLater(damaged);
    expect([-8, -7, -6, -5, -2].map((ago) => within(at(ago), first))).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
    const bad = first.readings.find(({ outcome }) => outcome.status !== 'collected');
    expect(bad?.outcome).toHaveProperty(
      'reason',
      'One file was refused; the list of files names them and says why. Only the event history, which reaches back 90 days, can tell the events of 2026-11-11T08:30:00Z to 2026-11-14T09:30:00Z.',
    );
    await later?.close();
    const second = await readLater(damaged);
    expect(gotFrom(later)).toBe(1);
    expect(within(at(-7), second)).toBe(false);
    await later?.close();
    const third = await readLater(trail);
    expect(third.summary).toMatchObject({ filesTaken: 1, filesFailed: 0 });
    expect(within(at(-7), third)).toBe(true);
    expect(await setup.value('SELECT count(*) FROM events')).toBe(8);
    await later?.close();
    await readLater(trail);
    expect(gotFrom(later)).toBe(0);
  });

  it('stops at the monthly cap and keeps what it has', async () => {
    const clock = () => SMALL_NOW;
    const capUsd = '0.0000559';
    const meter = createMeteredCalls({ scanId: 'scan', capUsd, spentUsd: [], clock });
    const { readings } = await read({ tools: setup.tools({ meter }) });
    const reasons = readings.flatMap(({ outcome }) => ('reason' in outcome ? outcome.reason : []));
    expect(reasons.join()).toMatch(/monthly cap of \$0\.0000559/);
    expect(got()).toBe(2);
    await read();
    expect(await stored()).toEqual([8, 2]);
  });
});
