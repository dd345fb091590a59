import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { WorldObject } from '../../../../electron/backend/demo/world/world.ts';
import { readLogBucket } from '../../../../electron/backend/sources/s3-logs.ts';
import { SMALL_ACCOUNT } from '../../../helpers/small-world/small-world.ts';
import { ORG, trailFile } from './log-objects.ts';
import { openSourceSetup, REGION, type SourceSetup } from './source-setup.ts';

const DAY = '2026-11-19';
const FOLDER = `${ORG}/${SMALL_ACCOUNT}/CloudTrail/${REGION}/`;
const PATH = `${FOLDER}2026/11/19/`;
const good = trailFile(SMALL_ACCOUNT, DAY);

let setup: SourceSetup | null = null;
afterEach(async () => {
  await setup?.close();
  setup = null;
});

/** An event as JSON text; `rest` follows its fields. */
function event(id: string, rest = ''): string {
  return `{"eventVersion":"1.11","eventID":"${id}","eventTime":"${DAY}T10:00:00Z","eventSource":"bedrock.amazonaws.com","eventName":"Converse","awsRegion":"${REGION}","recipientAccountId":"${SMALL_ACCOUNT}"${rest}}`;
}

const records = (...events: readonly string[]) => `{"Records":[${events.join(',')}]}`;

function stored(name: string, content: string | Buffer): WorldObject {
  const body = () => Buffer.from(content);
  return { key: `${PATH}${name}`, lastModified: `${DAY}T11:00:00Z`, body };
}

const zipped = (name: string, content: string | Buffer) => stored(name, gzipSync(content));

/** A key of 1,024 bytes whose last name alone is longer than file systems allow. */
function longest(character: string): string {
  const end = '.json.gz';
  const bytes = 1_024 - Buffer.byteLength(PATH + end);
  const count = Math.floor(bytes / Buffer.byteLength(character));
  return `${character.repeat(count)}${'x'.repeat(bytes - count * Buffer.byteLength(character))}${end}`;
}

async function scan(objects: readonly WorldObject[]) {
  const opened = setup ?? (await openSourceSetup({ objects: () => [] }));
  await opened.close();
  setup = await openSourceSetup({ objects: bucketOf(objects) });
  return readOf(setup);
}

function bucketOf(objects: readonly WorldObject[]) {
  const sorted = [...objects].sort((a, b) => (a.key < b.key ? -1 : 1));
  return (bucket: string, prefix: string) =>
    bucket === 'small-logs' ? sorted.filter(({ key }) => key.startsWith(prefix)) : [];
}

async function readOf(opened: SourceSetup) {
  const where = { accountId: SMALL_ACCOUNT, region: REGION };
  const before = opened.simulated.requests.length;
  const { readings, summary } = await readLogBucket({
    tools: opened.tools(),
    bucket: {
      bucket: 'small-logs',
      prefix: 'org/',
      region: REGION,
      accountIds: [SMALL_ACCOUNT],
      logs: [{ kind: 'cloudtrail', ...where }],
    },
    candidates: [{ accountId: SMALL_ACCOUNT, clients: opened.target.clients }],
    onProgress: () => undefined,
  });
  const { rows } = await opened.store.fileOutcomes({ offset: 0, limit: 100 });
  const ids = await opened.store.query('SELECT event_id FROM events ORDER BY 1', 100);
  return {
    outcome: readings[0]?.outcome,
    summary,
    outcomes: rows,
    ids: ids.rows.map(([id]) => String(id)),
    got: opened.simulated.requests.slice(before).filter((one) => one === 's3:GetObject 200').length,
  };
}

const GOOD_IDS = [`${SMALL_ACCOUNT}-${DAY}-0`, `${SMALL_ACCOUNT}-${DAY}-1`];

describe('an object of a log bucket by its key', () => {
  it.each([
    ['a path that leads out', '../../../../../../x.json.gz'],
    ['a line end', 'a\nb.json.gz'],
    ['characters that XML does not have', 'a\u0001\u000bb.json.gz'],
    ['spaces, plus and percent signs', 'a b+c%20d%.json.gz'],
    ['patterns', 'a*[b]?{c}.json.gz'],
    ['emoji', '🦊🦊.json.gz'],
    ['1,024 bytes', longest('k')],
    ['1,024 bytes of emoji', longest('🦊')],
    ['1,024 bytes of folders', longest('f/')],
    ['1,024 bytes of line ends', longest('\n')],
  ])('with %s is read, and read once', async (_, name) => {
    const hostile = zipped(name, records(event('hostile')));
    const first = await scan([good, hostile]);
    expect(first.outcome).toEqual({ status: 'collected' });
    expect(first.ids).toEqual([...GOOD_IDS, 'hostile']);
    const key = `s3://small-logs/${hostile.key}`;
    expect(first.outcomes.find((one) => one.key === key)).toMatchObject({ status: 'ingested' });
    expect(await setup?.store.rawRecord('hostile')).toMatchObject({
      record: { eventID: 'hostile' },
    });
    expect(setup === null ? null : (await readOf(setup)).got).toBe(0);
  });

  it('that differs from another only in how it would be encoded is another file', async () => {
    const one = zipped('\u{1}0.json.gz', records(event('one')));
    const two = zipped('\u{10}.json.gz', records(event('two')));
    expect((await scan([one, two])).ids).toEqual(['one', 'two']);
    expect(await setup?.store.rawRecord('one')).toMatchObject({ record: { eventID: 'one' } });
    expect(await setup?.store.rawRecord('two')).toMatchObject({ record: { eventID: 'two' } });
  });

  it('of a folder marker is passed over', async () => {
    const marker = { ...stored('', ''), key: PATH };
    const { outcome, got, ids } = await scan([marker, good]);
    expect(outcome).toEqual({ status: 'collected' });
    expect(got).toBe(1);
    expect(ids).toEqual(GOOD_IDS);
  });
});

interface Hostile {
  readonly name: string;
  readonly object: WorldObject;
  readonly status: 'ingested' | 'partial' | 'skipped' | 'failed';
  readonly reason: RegExp | null;
  /** Ids of its records that are taken. */
  readonly ids: readonly string[];
  /** Whether the next scan fetches it again. */
  readonly again: boolean;
}

const twice = '"eventName":"Second"';
const large = `,"pad":"${'x'.repeat(33 << 20)}"`;

const contents: readonly Hostile[] = [
  {
    name: 'a gzip bomb',
    object: zipped('a.json.gz', Buffer.alloc(70 << 20)),
    status: 'failed',
    reason: /refused as a gzip bomb/,
    ids: [],
    again: false,
  },
  {
    name: 'a truncated gzip',
    object: stored('a.json.gz', gzipSync(records(event('a'))).subarray(0, 90)),
    status: 'failed',
    reason: /cut short/,
    ids: [],
    again: true,
  },
  {
    name: 'a record larger than any',
    object: stored('a.json', records(event('a'), event('huge', large), event('b'))),
    status: 'partial',
    reason: /record 2 at byte \d+: larger than 32 MiB/,
    ids: ['a', 'b'],
    again: false,
  },
  {
    name: 'a record with a key twice',
    object: zipped('a.json.gz', records(event('a', `,${twice}`), event('b'))),
    status: 'ingested',
    reason: null,
    ids: ['a', 'b'],
    again: false,
  },
  {
    name: 'invalid UTF-8',
    object: zipped(
      'a.json.gz',
      Buffer.from(records(event('a'), event('\u00ff'), event('b')), 'latin1'),
    ),
    status: 'partial',
    reason: /record 2 at byte \d+: not valid UTF-8/,
    ids: ['a', 'b'],
    again: false,
  },
  {
    name: 'no content',
    object: stored('a.json.gz', ''),
    status: 'skipped',
    reason: /empty/,
    ids: [],
    again: false,
  },
];

describe('an object of a log bucket by its content', () => {
  it.each(contents)(
    '$name: is named, and nothing else is lost',
    async (one) => {
      const first = await scan([good, one.object]);
      expect(first.ids).toEqual([...GOOD_IDS, ...one.ids]);
      const told = first.outcomes.find(({ key }) => key === `s3://small-logs/${one.object.key}`);
      expect(told?.status).toBe(one.status);
      if (one.reason === null) expect(told?.reason).toBeNull();
      else expect(told?.reason).toMatch(one.reason);
      expect(first.outcome?.status).toBe(one.status === 'failed' ? 'failed' : 'collected');
      const next = setup === null ? null : await readOf(setup);
      expect(next?.got).toBe(one.again ? 1 : 0);
      expect(next?.ids).toEqual(first.ids);
    },
    60_000,
  );
});
