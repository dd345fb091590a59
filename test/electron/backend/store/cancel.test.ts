import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemNow } from '../../../../electron/backend/clock.ts';
import {
  type Database,
  openDatabase,
  transaction,
} from '../../../../electron/backend/store/database.ts';
import { loadOddFile } from '../../../../electron/backend/store/ingest/odd-loader.ts';
import { prepareFile } from '../../../../electron/backend/store/ingest/prepare.ts';
import { createSlots } from '../../../../electron/backend/store/ingest/slots.ts';
import type { LogFile } from '../../../../electron/backend/store/store.ts';

/** A statement that would take hours, whatever the computer. */
const ENDLESS = 'INSERT INTO kept SELECT count(*) FROM range(100000000000) a, range(1000) b';

/** More than is inflated in one go. */
const LARGE_BYTES = 5 << 20;

let folder: string;
let database: Database;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-cancel-'));
  database = await openDatabase({
    file: join(folder, 'a.duckdb'),
    temp: folder,
    readOnly: false,
  });
  await database.write((connection) => connection.run('CREATE TABLE kept (n BIGINT)'));
});
afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a transaction', () => {
  const count = async () => {
    const [row] = await database.read((c) => c.rows('SELECT count(*) AS rows FROM kept'));
    return row?.rows;
  };

  it('ends in the statement that runs when it is cancelled, and leaves nothing', async () => {
    const abort = new AbortController();
    const stopped = database.write((connection) => {
      const work = async () => {
        await connection.run('INSERT INTO kept VALUES (1)');
        const running = connection.run(ENDLESS);
        abort.abort();
        await running;
      };
      return transaction(connection, work, abort.signal);
    });
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    expect(await count()).toBe(0);
  });

  it('cancelled between two statements, it ends in the next one', async () => {
    const abort = new AbortController();
    const stopped = database.write((connection) => {
      const work = async () => {
        abort.abort();
        await connection.run(ENDLESS);
      };
      return transaction(connection, work, abort.signal);
    });
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    const add = () =>
      database.write((c) => transaction(c, () => c.run('INSERT INTO kept VALUES (2)')));
    await add();
    expect(await count()).toBe(1);
  });

  it('does not begin when it was cancelled before', async () => {
    const work = () => Promise.reject(new Error('begun'));
    const stopped = database.write((c) => transaction(c, work, AbortSignal.abort()));
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('tells its own error when it was not cancelled', async () => {
    const { signal } = new AbortController();
    const stopped = database.write((c) => transaction(c, () => c.run('SELECT nothing'), signal));
    await expect(stopped).rejects.toThrow('nothing');
  });
});

describe('a file', () => {
  it('that is being inflated is not called failed when that is cancelled', async () => {
    const packed = gzipSync(randomBytes(LARGE_BYTES), { level: 0 });
    const file = await logFile(folder, packed);
    const prepared = prepareFile(file, createSlots(folder), AbortSignal.abort());
    await expect(prepared).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('that is being cut into records is not called failed when that is cancelled', async () => {
    const file = await logFile(folder, Buffer.from('{"Records": [ {} ]}'));
    const context = { database, temp: folder, folder, now: systemNow };
    const loaded = loadOddFile(context, file, AbortSignal.abort());
    await expect(loaded).rejects.toMatchObject({ code: 'cancelled' });
  });
});

async function logFile(place: string, bytes: Buffer): Promise<LogFile> {
  const path = join(place, 'log.json');
  await writeFile(path, bytes);
  return { path, key: path, etag: '1', size: bytes.length, origin: 'folder' };
}
