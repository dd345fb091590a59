import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openDatabase } from '../../../../electron/backend/store/database.ts';
import { DATABASE_FILE, openStore } from '../../../../electron/backend/store/open.ts';
import { migrate, readVersion } from '../../../../electron/backend/store/schema/migrate.ts';
import { MIGRATIONS, SCHEMA_VERSION } from '../../../../electron/backend/store/schema/tables.ts';
import { withFolder } from '../../../helpers/with-folder.ts';
import { column, event, ingest, NOW, records, withStore, writeLog } from './store-case.ts';

const now = () => NOW;

function openFile(folder: string) {
  return openDatabase({ file: join(folder, DATABASE_FILE), temp: folder, readOnly: false });
}

test('one store per file and process', async () => {
  await withFolder(async (folder) => {
    const first = await openStore({ folder, now });
    await expect(openStore({ folder: join(folder, '.'), now })).rejects.toMatchObject({
      code: 'conflict',
    });
    await first.close();
    await (await openStore({ folder, now })).close();
  });
});

test('closing waits for reads that run, and later ones are told', async () => {
  await withFolder(async (folder) => {
    const store = await openStore({ folder, now });
    const ends: string[] = [];
    const endless = 'SELECT count(*) FROM range(10000000) a, range(10000000) b';
    const read = store.query(endless, 1).catch((thrown: Error) => ends.push(thrown.message));
    await store.query('SELECT 1', 1);
    await store.close();
    ends.push('closed');
    await read;
    expect(ends).toEqual([expect.stringContaining('was closed'), 'closed']);
    await expect(store.query('SELECT 1', 1)).rejects.toMatchObject({ code: 'conflict' });
  });
});

test('opening leaves folders of the user alone', async () => {
  await withFolder(async (folder) => {
    const own = join(folder, 'temp', 'own.txt');
    await mkdir(join(folder, 'temp'));
    await writeFile(own, 'kept');
    await (await openStore({ folder, now })).close();
    expect(await readFile(own, 'utf8')).toBe('kept');
  });
});

test('a reader has its temporary files outside of the workspace, and takes them away', async () => {
  await withFolder(async (folder) => {
    await (await openStore({ folder, now })).close();
    const before = await readdir(folder, { recursive: true });
    await withFolder(async (temp) => {
      vi.stubEnv('TMPDIR', temp);
      const reader = await openStore({ folder, readOnly: true, now });
      vi.unstubAllEnvs();
      const [own = '', ...others] = await readdir(temp);
      expect(others).toEqual([]);
      expect((await stat(join(temp, own))).mode & 0o077).toBe(0);
      await reader.close();
      expect(await readdir(temp)).toEqual([]);
    });
    expect(await readdir(folder, { recursive: true })).toEqual(before);
  });
});

test('a damaged file is told and kept as it is', async () => {
  await withFolder(async (folder) => {
    const damaged = Buffer.alloc(50_000, 'not a database');
    await writeFile(join(folder, DATABASE_FILE), damaged);
    await expect(openStore({ folder, now })).rejects.toMatchObject({
      code: 'workspace-damaged',
      message: expect.stringContaining('kept as it is'),
    });
    expect(await readFile(join(folder, DATABASE_FILE))).toEqual(damaged);
  });
});

test('a database of another program is told, not changed', async () => {
  await withFolder(async (folder) => {
    const database = await openFile(folder);
    await database.write((c) => c.run('CREATE VIEW events AS SELECT 1 AS mine'));
    await database.close();
    await expect(openStore({ folder, readOnly: true, now })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

test('a newer workspace is refused and not changed', async () => {
  await withFolder(async (folder) => {
    await (await openStore({ folder, now })).close();
    const database = await openFile(folder);
    await database.write((c) =>
      c.run(`INSERT INTO schema_version VALUES (${SCHEMA_VERSION + 1}, TIMESTAMP '2027-01-01')`),
    );
    await database.close();
    const before = await readFile(join(folder, DATABASE_FILE));
    await expect(openStore({ folder, now })).rejects.toMatchObject({
      code: 'workspace-newer',
      message: expect.stringContaining('Update Assay'),
    });
    expect(await readFile(join(folder, DATABASE_FILE))).toEqual(before);
  });
});

test('reading a workspace that is not there is told', async () => {
  await withFolder(async (folder) => {
    const absent = join(folder, 'absent');
    await expect(openStore({ folder: absent, readOnly: true, now })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

test.each(MIGRATIONS.map(({ to }) => to))(
  'version %i is brought forward with its data',
  async (version) => {
    await withFolder(async (folder) => {
      const database = await openFile(folder);
      await database.write(async (c) => {
        await migrate(c, { file: folder, now, upTo: version });
        await c.run('CREATE VIEW IF NOT EXISTS metrics AS SELECT * FROM metric_point_rows');
        await c.run(
          `INSERT INTO event_rows (file_id, event_id, event_time, event_name, event_source)
         VALUES (1, 'kept', TIMESTAMP '2026-01-01', 'Converse', 'bedrock.amazonaws.com')`,
        );
      });
      await database.close();
      const store = await openStore({ folder, now });
      expect(await column(store, 'SELECT event_id FROM events')).toEqual(['kept']);
      await store.putWatching([
        {
          at: NOW,
          scanId: 's',
          operation: 'cloudwatch:GetMetricData',
          calls: 1,
          units: 2,
          usd: '0.00002',
        },
      ]);
      expect(await store.watching('2026-11')).toHaveLength(1);
      await store.close();
      const again = await openFile(folder);
      expect(await again.read((c) => readVersion(c, folder))).toBe(SCHEMA_VERSION);
      await again.close();
    });
  },
);

test('user agents are kept with zstd', async () => {
  await withStore(async (store, folder) => {
    const many = Array.from({ length: 5_000 }, (_, i) =>
      event(`e${i}`, { userAgent: `Boto3/1.40.${i} md/Botocore#${i * 7919} ${'x'.repeat(80)}` }),
    );
    await ingest(store, [await writeLog(join(folder, 'a.json'), records(...many))]);
    await store.close();
    const database = await openFile(join(folder, '..', 'workspace'));
    const rows = await database.read((c) =>
      c.rows(
        `SELECT DISTINCT compression FROM pragma_storage_info('event_rows')
         WHERE column_name = 'user_agent' AND segment_type = 'VARCHAR'`,
      ),
    );
    await database.close();
    expect(rows.map(({ compression }) => String(compression).toLowerCase())).toContain('zstd');
  });
});
