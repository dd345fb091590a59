import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { runImport } from '../../../../electron/backend/scan/run-import.ts';
import type { Store } from '../../../../electron/backend/store/store.ts';
import { withFolder } from '../../../helpers/with-folder.ts';
import { line, writeCsv, writeParquet } from '../store/cur-files.ts';
import { event, NOW, withStore } from '../store/store-case.ts';

function importFrom(folder: string, store: Store) {
  const signal = new AbortController().signal;
  return runImport({ folder, store, clock: () => NOW, signal, onProgress: () => undefined });
}

async function dollars(store: Store) {
  const { rows } = await store.query(
    'SELECT CAST(sum(unblended_cost) AS DECIMAL(18,2)) FROM bill',
    1,
  );
  return rows[0]?.[0];
}

const cost = (amount: string) => [line({ line_item_unblended_cost: amount })];

test('a folder of exports, logs and other things: bills are found by what they are', async () => {
  await withFolder(async (folder) => {
    const month = join(folder, 'cur/acme/data/BILLING_PERIOD=2026-10');
    await mkdir(join(month, '20261102T0101-bb'), { recursive: true });
    await mkdir(join(month, '20261101T0101-aa'), { recursive: true });
    await mkdir(join(folder, 'loose'));
    await writeCsv(join(month, '20261101T0101-aa/acme-00001.csv.gz'), cost('1'));
    await writeCsv(join(month, '20261102T0101-bb/acme-00001.csv.gz'), cost('2'));
    const other = line({
      line_item_usage_account_id: '333344445555',
      line_item_unblended_cost: '4',
    });
    await writeParquet(join(folder, 'loose/part.snappy.parquet'), [other]);
    await writeFile(join(folder, 'loose/table.csv'), 'a,b\n1,2\n');
    await writeFile(
      join(folder, 'trail.json.gz'),
      gzipSync(JSON.stringify({ Records: [event('e1')] })),
    );
    await withStore(async (store) => {
      const first = await importFrom(folder, store);
      expect(first.steps.map(({ id, state }) => [id, state])).toEqual([
        ['listing', 'done'],
        ['bill', 'done'],
        ['ingest', 'done'],
      ]);
      expect(first.summary).toMatchObject({ files: 5, filesTaken: 3, filesSkipped: 2, events: 1 });
      expect(await dollars(store)).toBe('6.00');
      const again = await importFrom(folder, store);
      expect(again.summary).toMatchObject({ filesTaken: 0, filesSkipped: 5, filesFailed: 0 });
      expect(await dollars(store)).toBe('6.00');
    });
  });
});

test('a damaged file of a bill is named, and leaves what was stored before', async () => {
  await withFolder(async (folder) => {
    const path = join(folder, 'acme/data/BILLING_PERIOD=2026-10/acme-00001.csv.gz');
    await mkdir(dirname(path), { recursive: true });
    await writeCsv(path, cost('3'));
    await withStore(async (store) => {
      await importFrom(folder, store);
      await cp(path, join(dirname(path), 'acme-00002.csv.gz'));
      await writeFile(path, Buffer.alloc(0));
      const broken = await importFrom(folder, store);
      expect(broken.state).toBe('partial');
      expect(broken.summary).toMatchObject({ filesFailed: 2 });
      expect(await dollars(store)).toBe('3.00');
      const { rows } = await store.fileOutcomes({ statuses: ['failed'], offset: 0, limit: 10 });
      expect(rows.map(({ kind, reason }) => `${kind}: ${reason}`)).toEqual(
        expect.arrayContaining(['bill: it is empty']),
      );
    });
  });
});
