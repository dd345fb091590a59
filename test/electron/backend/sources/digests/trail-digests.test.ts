import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestsWorld } from '../../../../../electron/backend/demo/world/digests/index.ts';
import type { World, WorldObject } from '../../../../../electron/backend/demo/world/world.ts';
import { verifyTrailDigests } from '../../../../../electron/backend/sources/digests/trail-digests.ts';
import { readLogBucket } from '../../../../../electron/backend/sources/s3-logs.ts';
import {
  createSmallWorld,
  readerArn,
  SMALL_ACCOUNT,
} from '../../../../helpers/small-world/small-world.ts';
import { startSimulated } from '../../scan/simulated.ts';
import { openSourceSetup, REGION, type SourceSetup } from '../source-setup.ts';
import {
  BUCKET,
  chain,
  type DigestChange,
  digest,
  digestKey,
  heldFile,
  logFile,
} from './signed-trail.ts';

const HOURS = [8, 9, 10, 11];
const FILES = HOURS.map((hour) => logFile(hour));
const ordinary: readonly DigestChange[] = HOURS.map((hour) => ({ hour }));
const whole = [
  ...chain(ordinary).map(({ object }) => object),
  ...FILES.map((file) => heldFile(file)),
];
const hourOf = (hour: number) => `20261119T${String(hour).padStart(2, '0')}30Z`;

/** What lies in the bucket; tests exchange it between two scans. */
let held: readonly WorldObject[];
let setup: SourceSetup;

const parts: Partial<World> = {
  ...digestsWorld,
  objects: (name, prefix) => {
    const sorted = [...held].sort((a, b) => (a.key < b.key ? -1 : 1));
    return name === BUCKET ? sorted.filter(({ key }) => key.startsWith(prefix)) : [];
  },
};

beforeEach(async () => {
  held = whole;
  setup = await openSourceSetup(parts);
});
afterEach(() => setup.close());

const bucket = {
  bucket: BUCKET,
  prefix: '',
  region: REGION,
  accountIds: [SMALL_ACCOUNT],
  logs: [{ kind: 'cloudtrail' as const, accountId: SMALL_ACCOUNT, region: REGION }],
};

function options() {
  const { clients, accountId } = setup.target;
  return {
    tools: setup.tools(),
    bucket,
    candidates: [{ accountId, clients }],
    onProgress: () => undefined,
  };
}

async function verify(allSigned = true) {
  const readings = await verifyTrailDigests({ ...options(), allSigned });
  expect(readings).toHaveLength(1);
  return readings[0];
}

function reasonOf(reading: Awaited<ReturnType<typeof verify>>): string {
  const { outcome } = reading ?? {};
  return outcome === undefined || outcome.status === 'collected' ? '' : outcome.reason;
}

/** The bucket with some objects taken out and others put in. */
function exchanged(
  without: (key: string) => boolean,
  instead: readonly WorldObject[] = [],
): readonly WorldObject[] {
  return [...whole.filter(({ key }) => !without(key)), ...instead];
}

describe('digests of a trail', () => {
  it('prove files that are as they were delivered', async () => {
    expect(await verify()).toMatchObject({
      source: 'trail-digests',
      accountId: SMALL_ACCOUNT,
      region: REGION,
      items: 4,
      outcome: { status: 'collected' },
    });
  });

  it('give the list of files their hashes', async () => {
    await readLogBucket(options());
    expect(await setup.value("SELECT count(*) FROM files WHERE kind = 'cloudtrail'")).toBe(4);
    await verify();
    const file = FILES[0];
    const expected = createHash('sha256')
      .update(file?.text ?? '')
      .digest('hex');
    const stored = await setup.store.query(
      `SELECT sha256, key FROM files WHERE contains(key, '${hourOf(8)}')`,
      5,
    );
    expect(stored.rows).toEqual([[expected, `s3://${BUCKET}/${file?.key}`]]);
    expect(await setup.value('SELECT count(*) FROM files WHERE sha256 IS NULL')).toBe(0);
  });

  it('tell a log file whose content was changed', async () => {
    const file = logFile(9);
    held = exchanged((key) => key === file.key, [heldFile(file, logFile(9, 'other').text)]);
    const reading = await verify();
    expect(reading).toMatchObject({ items: 4, outcome: { status: 'failed' } });
    expect(reasonOf(reading)).toBe(
      `The log file s3://${BUCKET}/${file.key} was changed after it was delivered.`,
    );
  });

  it('take another compression of the same content for unchanged', async () => {
    const file = logFile(9);
    const text = gunzipSync(heldFile(file).body()).toString();
    held = exchanged(
      (key) => key === file.key,
      [{ ...heldFile(file), body: () => gzipSync(text, { level: 0 }) }],
    );
    expect((await verify())?.outcome).toEqual({ status: 'collected' });
  });

  it('tell a log file that is no archive any more', async () => {
    const file = logFile(9);
    const broken = { ...heldFile(file), body: () => Buffer.from('not gzip') };
    held = exchanged((key) => key === file.key, [broken]);
    expect(reasonOf(await verify())).toContain('was changed after it was delivered');
  });

  it('tell a deleted log file', async () => {
    held = exchanged((key) => key === logFile(10).key);
    expect(reasonOf(await verify())).toBe(
      `The log file s3://${BUCKET}/${logFile(10).key} is missing.`,
    );
  });

  it('tell a log file that no digest lists, unless another trail writes without digests', async () => {
    const planted = { ...logFile(9, 'planted'), key: logFile(9).key.replace('AbCd', 'ZzZz') };
    held = [...whole, heldFile(planted)];
    expect(reasonOf(await verify())).toBe(
      `The log file s3://${BUCKET}/${planted.key} is in no digest.`,
    );
    expect((await verify(false))?.outcome).toEqual({ status: 'collected' });
  });

  it('do not miss the files of an hour that the next digest will list', async () => {
    held = [
      ...whole,
      heldFile(logFile(12)),
      heldFile({ ...logFile(11), key: logFile(11).key.replace('AbCd', 'ZzZz') }),
    ];
    expect((await verify())?.outcome).toEqual({ status: 'collected' });
  });

  it('tell a missing digest by the one after it', async () => {
    held = exchanged((key) => key === digestKey(9));
    expect(reasonOf(await verify())).toBe(`The digest ${digestKey(9)} is missing.`);
  });

  it.each<[string, Partial<DigestChange>, string]>([
    [
      'of another content',
      { tampered: '{"digestStartTime":1}' },
      'it is not what CloudTrail writes',
    ],
    [
      'with a wrong signature',
      { signature: 'ab'.repeat(256) },
      'its signature is not of this content',
    ],
    [
      'of a key that CloudTrail does not know',
      { document: { digestPublicKeyFingerprint: 'f'.repeat(32) } },
      `CloudTrail knows no key ${'f'.repeat(32)} in this Region`,
    ],
    [
      'that was moved here',
      { document: { digestS3Object: 'AWSLogs/elsewhere.json.gz' } },
      `it was written to s3://${BUCKET}/AWSLogs/elsewhere.json.gz`,
    ],
  ])('do not trust a digest %s', async (_what, change, reason) => {
    const digests = chain(ordinary.map((one) => (one.hour === 9 ? { ...one, ...change } : one)));
    held = [...digests.map(({ object }) => object), ...FILES.map((file) => heldFile(file))];
    const reading = await verify();
    expect(reading?.items).toBe(3);
    expect(reasonOf(reading)).toBe(`The digest ${digestKey(9)} cannot be trusted: ${reason}.`);
  });

  it('do not trust a digest that was signed again with other files', async () => {
    const [first] = chain(ordinary);
    const again = digest({ hour: 9, files: [] }, first ?? null);
    held = exchanged((key) => key === digestKey(9), [again.object]);
    const reason = reasonOf(await verify());
    expect(reason).toContain(`The log file s3://${BUCKET}/${logFile(9).key} is in no digest.`);
    expect(reason).toContain(
      'In all: 1 log file that no digest lists, 1 digest that cannot be trusted.',
    );
  });

  it('tell a time for which the chain has nothing', async () => {
    const [eight] = chain([{ hour: 8 }]);
    const later = chain([{ hour: 10 }, { hour: 11 }]);
    held = [eight, ...later].flatMap((one) => one?.object ?? []);
    held = [...held, ...FILES.map((file) => heldFile(file))];
    expect(reasonOf(await verify())).toBe(
      'No digest tells what was delivered from 2026-11-19T09:00:00Z to 2026-11-19T10:00:00Z.',
    );
  });

  it('take digests that fill in later for a chain of their own', async () => {
    const digests = chain(ordinary.map((one) => (one.hour === 9 ? { ...one, files: [] } : one)));
    const backfill = digest({ hour: 9, ending: '_backfill' }, null);
    held = [...digests, backfill].map(({ object }) => object);
    held = [...held, ...FILES.map((file) => heldFile(file))];
    expect(await verify()).toMatchObject({ items: 4, outcome: { status: 'collected' } });
  });

  it('names the worst first and counts the rest', async () => {
    const file = logFile(8);
    const gone = (key: string) => [digestKey(9), logFile(10).key, file.key].includes(key);
    held = exchanged(gone, [heldFile(file, 'other')]);
    expect(reasonOf(await verify())).toBe(
      `The log file s3://${BUCKET}/${file.key} was changed after it was delivered. In all: 1 changed log file, 1 missing log file, 1 missing digest.`,
    );
  });

  it('says so where no digests are written', async () => {
    held = whole.filter(({ key }) => !key.includes('-Digest'));
    expect(reasonOf(await verify())).toContain('holds no digests of this account and Region');
  });
});

describe('the next scan', () => {
  const reads = () =>
    setup.simulated.requests.filter((request) => request.startsWith('s3:GetObject')).length;

  it('remembers how far the files are proven', async () => {
    await verify();
    expect(
      await setup.store.getCursor(
        `trail-digests:${BUCKET}/AWSLogs/${SMALL_ACCOUNT}/CloudTrail-Digest/${REGION}/`,
      ),
    ).toBe(JSON.stringify({ provenTo: '2026-11-19T12:00:00Z' }));
  });

  it('tells again what was not proven', async () => {
    held = exchanged((key) => key === logFile(9).key);
    const first = reasonOf(await verify());
    const before = reads();
    expect(reasonOf(await verify())).toBe(first);
    expect(reads()).toBe(before + 4);
    held = whole;
    const later = await startSimulated(createSmallWorld(parts));
    const connection = { ...later.connectionOf(SMALL_ACCOUNT), roleArn: readerArn(SMALL_ACCOUNT) };
    const candidates = [{ accountId: SMALL_ACCOUNT, clients: later.connect(connection) }];
    const [again] = await verifyTrailDigests({ ...options(), candidates, allSigned: true });
    expect(again).toMatchObject({ items: 4, outcome: { status: 'collected' } });
    await later.close();
  });
});

describe('what is denied', () => {
  it.each(['cloudtrail:ListPublicKeys', 's3:GetObject', 's3:ListBucket'])(
    'names %s',
    async (action) => {
      setup.simulated.account.faults.set(action, { kind: 'deny' });
      expect((await verify())?.outcome).toMatchObject({ status: 'denied', action });
    },
  );

  it('is told for the Region that is down', async () => {
    setup.simulated.account.faults.set('cloudtrail:ListPublicKeys', { kind: 'drop' });
    expect((await verify())?.outcome).toMatchObject({ status: 'failed' });
  });
});
