import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import {
  column,
  event,
  ingest,
  invocation,
  lines,
  logFile,
  records,
  withStore,
  writeLog,
} from './store-case.ts';

vi.setConfig({ testTimeout: 120_000 });

const good = gzipSync(lines(invocation('r1'), invocation('r2'), invocation('r3')));

/** Where the gzip ends so that DuckDB alone would read whole lines and say nothing. */
function cutAtLine(): Buffer {
  const stored = gzipSync(lines(...Array.from({ length: 4_000 }, (_, i) => invocation(`r${i}`))), {
    level: 0,
  });
  const line = stored.indexOf('\n', 40_000);
  return stored.subarray(0, line + 1);
}

function withWrongCrc(): Buffer {
  const wrong = Buffer.from(good);
  wrong.writeUInt32LE(wrong.readUInt32LE(wrong.length - 8) ^ 1, wrong.length - 8);
  return wrong;
}

function withFlippedByte(): Buffer {
  const stored = gzipSync(lines(invocation('r1')), { level: 0 });
  const at = stored.indexOf('eu-west-1');
  stored[at] = 'x'.charCodeAt(0);
  return stored;
}

const BROKEN = [
  { name: 'truncated', content: good.subarray(0, good.length - 20), reason: /cut short/ },
  { name: 'cut at a line', content: cutAtLine(), reason: /cut short/ },
  { name: 'wrong CRC', content: withWrongCrc(), reason: /damaged.*check/ },
  { name: 'flipped byte', content: withFlippedByte(), reason: /damaged/ },
  { name: 'gzip head alone', content: good.subarray(0, 12), reason: /cut short/ },
  { name: 'small bomb', content: gzipSync(Buffer.alloc(70 << 20)), reason: /gzip bomb/ },
];

test.each(BROKEN)('$name: refused whole, and the file beside it is taken', async (broken) => {
  await withStore(async (store, folder) => {
    const bad = await writeLog(join(folder, 'bad.json.gz'), broken.content);
    const fine = await writeLog(join(folder, 'fine.json.gz'), good);
    const { summary, outcomes } = await ingest(store, [bad, fine]);
    expect(summary).toMatchObject({ filesFailed: 1, filesTaken: 1, invocations: 3 });
    const outcome = outcomes.find(({ key }) => key === bad.key);
    expect(outcome).toMatchObject({ status: 'failed', records: 0 });
    expect(outcome?.reason).toMatch(broken.reason);
    const bomb = broken.name.includes('bomb');
    expect(outcome?.kind).toBe(
      bomb || broken.name === 'gzip head alone' ? 'foreign' : 'invocation-log',
    );
    if (!bomb) expect(outcome?.reason).toMatch(/; copy it again from where it came/);
    const again = await ingest(store, [bad]);
    expect(again).toMatchObject({ summary: bomb ? { filesSkipped: 1 } : { filesFailed: 1 } });
  });
});

test('a large bomb of many gzip members is refused after its first part', async () => {
  await withStore(async (store, folder) => {
    const start = gzipSync('{"Records":[');
    const member = gzipSync(Buffer.alloc(64 << 20, ' '));
    const members = Array.from({ length: 80 }, () => member);
    const file = await writeLog(join(folder, 'bomb.json.gz'), Buffer.concat([start, ...members]));
    const { outcomes } = await ingest(store, [file]);
    expect(outcomes).toMatchObject([{ status: 'failed' }]);
    expect(outcomes[0]?.reason).toMatch(/gzip bomb/);
  });
});

test('a record of 5 MB is taken', async () => {
  await withStore(async (store, folder) => {
    const large = event('large', { pad: 'x'.repeat(5 << 20) });
    const file = await writeLog(join(folder, 'a.json.gz'), gzipSync(records(large, event('b'))));
    const { summary } = await ingest(store, [file]);
    expect(summary).toMatchObject({ events: 2, filesTaken: 1 });
  });
});

test('a record beyond 32 MiB is named; those around it are taken', async () => {
  await withStore(async (store, folder) => {
    const huge = event('huge', { pad: 'x'.repeat(33 << 20) });
    const content = records(event('a'), huge, event('b'));
    const { outcomes } = await ingest(store, [await writeLog(join(folder, 'a.json'), content)]);
    expect(outcomes).toMatchObject([{ status: 'partial', added: 2, fragments: 1 }]);
    expect(outcomes[0]?.reason).toMatch(/record 2 at byte \d+: larger than 32 MiB/);
  });
});

test('200 MB of records on one line are taken, in little memory', async () => {
  await withStore(async (store, folder) => {
    await mkdir(folder, { recursive: true });
    const path = join(folder, 'one-line.json');
    const count = 2_000;
    const pad = 'x'.repeat(100 << 10);
    await pipeline(
      Readable.from(
        (function* () {
          yield '{"Records":[';
          for (let i = 0; i < count; i++) {
            yield `${i === 0 ? '' : ','}${JSON.stringify(event(`e${i}`, { pad }))}`;
          }
          yield ']}';
        })(),
      ),
      createWriteStream(path),
    );
    const file = await logFile(path);
    expect(file.size).toBeGreaterThan(200e6);
    const before = process.memoryUsage().rss;
    const { summary } = await ingest(store, [file]);
    expect(summary).toMatchObject({ events: count, filesTaken: 1, fragments: 0 });
    expect(process.memoryUsage().rss - before).toBeLessThan(1e9);
    await rm(path);
  });
});

const INVALID = Buffer.concat([
  Buffer.from('{"eventVersion":"1","eventTime":"2026-10-14T03:20:11Z","eventID":"bad-'),
  Buffer.from([0xff, 0xfe]),
  Buffer.from('"}\n'),
]);

const ODD_RECORDS = [
  {
    name: 'invalid UTF-8',
    content: Buffer.concat([
      Buffer.from(lines(event('a'))),
      INVALID,
      Buffer.from(lines(event('b'))),
    ]),
    reason: /record 2 at byte \d+: not valid UTF-8/,
  },
  {
    name: 'a record without an id',
    content: records(event('a'), { ...event('x'), eventID: undefined }, event('b')),
    reason: /record 2 \(Converse\) at byte \d+: no eventID/,
  },
  {
    name: 'a time that cannot be read',
    content: records(event('a'), event('x', { eventTime: 'yesterday' }), event('b')),
    reason: /1 whose time cannot be read/,
  },
  {
    name: 'a broken line among good ones',
    content: `${lines(event('a'))}{"eventID": "x", "even\n${lines(event('b'))}`,
    reason: /not JSON/,
  },
  {
    name: 'an end inside a record',
    content: `${lines(event('a'), event('b'))}{"eventVersion":"1.11","eventID":"x`,
    reason: /the file ends inside it/,
  },
  {
    name: 'an end inside the Records of one line',
    content: records(event('a'), event('b'), event('c')).slice(0, -40),
    reason: /the file ends inside it/,
  },
  {
    name: 'text after the records',
    content: `${records(event('a'), event('b'))} and so on`,
    reason: /text that is not JSON at byte/,
  },
] as const;

test.each(ODD_RECORDS)('$name: named, the others are taken', async ({ content, reason }) => {
  await withStore(async (store, folder) => {
    const file = await writeLog(join(folder, 'a.json'), content);
    const { outcomes } = await ingest(store, [file]);
    expect(outcomes).toMatchObject([{ status: 'partial', added: 2 }]);
    expect(outcomes[0]?.reason).toMatch(reason);
    expect(await column(store, 'SELECT event_id FROM events ORDER BY 1')).toEqual(['a', 'b']);
  });
});

const CUT = [
  { name: 'inside the only record', length: 40, status: 'failed', added: 0 },
  { name: 'before the first record', length: '{"Records":['.length, status: 'failed', added: 0 },
  { name: 'inside the second record', length: -300, status: 'partial', added: 1 },
  {
    name: 'between two records',
    length: records(event('a')).length - 1,
    status: 'partial',
    added: 1,
  },
] as const;

test.each(CUT)('JSON that is cut $name is damaged, and taken once it is whole', async (cut) => {
  await withStore(async (store, folder) => {
    const whole = records(event('a'), event('b'));
    const path = join(folder, 'trail.json.gz');
    const file = await writeLog(path, gzipSync(whole.slice(0, cut.length)));
    const { outcomes } = await ingest(store, [file]);
    expect(outcomes).toMatchObject([{ kind: 'cloudtrail', status: cut.status, added: cut.added }]);
    expect(outcomes[0]?.reason).toMatch(/the file ends .*the file is cut: copy it again/);
    const again = await ingest(store, [file]);
    expect(again.summary).toMatchObject({ filesSkipped: 0, events: 0 });
    const copied = await writeLog(path, gzipSync(whole));
    await ingest(store, [{ ...copied, etag: file.etag }]);
    expect(await column(store, 'SELECT event_id FROM events ORDER BY 1')).toEqual(['a', 'b']);
    expect((await ingest(store, [{ ...copied, etag: file.etag }])).summary.filesSkipped).toBe(1);
  });
});

test.each([
  ['other.json', '{"name": "a settings file that is cut'],
  ['list.json', '[{"name": "a"}, {"name": "b"}'],
])('%s: JSON that is cut and no log is foreign', async (name, content) => {
  await withStore(async (store, folder) => {
    const { outcomes } = await ingest(store, [await writeLog(join(folder, name), content)]);
    expect(outcomes).toMatchObject([{ kind: 'foreign', status: 'skipped' }]);
  });
});

test('fields of another type cost no record', async () => {
  await withStore(async (store, folder) => {
    const odd = event('odd', {
      userIdentity: 'alice',
      requestParameters: ['x'],
      readOnly: 'true',
      userAgent: 'half \ud800 pair',
      errorCode: 403,
    });
    const file = await writeLog(join(folder, 'a.json'), records(event('a'), odd));
    const { outcomes } = await ingest(store, [file]);
    expect(outcomes).toMatchObject([{ status: 'ingested', added: 2, reason: null }]);
    const { rows } = await store.query(
      `SELECT principal_arn, read_only, user_agent, error_code FROM events WHERE event_id = 'odd'`,
      1,
    );
    expect(rows).toEqual([[null, true, 'half \ufffd pair', '403']]);
  });
});

const NAMES = [
  "'; DROP TABLE x; --.json.gz",
  'a*b.json',
  'a[1-9]?.json',
  'ü {x}.json',
  '"q" %20.json',
];

test.each(NAMES)('a file named %s is read, and no other in its place', async (name) => {
  await withStore(async (store, folder) => {
    const decoy = await writeLog(join(folder, 'a1b.json'), records(event('decoy')));
    const content = records(event('named'));
    const file = await writeLog(
      join(folder, name),
      name.endsWith('gz') ? gzipSync(content) : content,
    );
    const { outcomes } = await ingest(store, [file]);
    expect(outcomes).toMatchObject([{ key: file.key, status: 'ingested', added: 1 }]);
    expect(await column(store, 'SELECT event_id FROM events')).toEqual(['named']);
    expect(decoy.size).toBeGreaterThan(0);
    expect(await store.rawRecord('named')).toMatchObject({ file: file.key });
  });
});

test('unreadable, vanished and misnamed files fail alone and are tried again', async () => {
  await withStore(async (store, folder) => {
    const gone = await writeLog(join(folder, 'gone.json'), records(event('a')));
    await rm(gone.path);
    await mkdir(join(folder, 'folder.json.gz'), { recursive: true });
    const misnamed = { ...gone, path: join(folder, 'folder.json.gz'), key: 'folder' };
    const { outcomes } = await ingest(store, [gone, misnamed]);
    expect(outcomes.map(({ reason }) => reason)).toEqual(['the file is gone', 'it is a folder']);
    const back = await writeLog(gone.path, records(event('a')));
    expect(await ingest(store, [{ ...back, etag: gone.etag }])).toMatchObject({
      summary: { events: 1, filesSkipped: 0 },
    });
  });
});
