import { cp, mkdir, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runImport } from '../../../../electron/backend/scan/run-import.ts';
import type { Store } from '../../../../electron/backend/store/store.ts';
import { withFolder } from '../../../helpers/with-folder.ts';
import { line, writeCsv, writeParquet } from '../store/cur-files.ts';
import { withStore } from '../store/store-case.ts';
import { exportedWhole } from './exported.ts';
import { type Cut, type Restarted, withRestartCase } from './restart-setup.ts';
import { SUPPORT, west } from './restart-worlds.ts';
import { NOW } from './simulated.ts';

/** A busy machine takes its time. */
const TIMEOUT_MS = 300_000;

describe('rate cards', () => {
  const restarted: Restarted = {
    world: west,
    accountId: SUPPORT,
    sources: ['configuration', 'prices'],
    operation: 'bedrock:ListFoundationModelAgreementOffers',
  };
  const cuts: readonly Cut['by'][] = ['cancelling', 'an expired token'];

  it(
    'cut in the middle are completed by the next scan, and not asked for again once stored',
    async () => {
      const { whole, requests } = await withRestartCase(restarted, [], async (one) => {
        await one.scan();
        return { whole: await exportedWhole(one.setup.store), requests: one.answered() };
      });
      expect(whole).toMatch(/prices [1-9]/);
      for (const by of cuts) {
        await withRestartCase(restarted, [], async (one) => {
          const end = await one.scanUntil({ by, after: Math.round(requests / 2) });
          expect(end).not.toBe('done');
          const first = one.answered();
          await one.scan();
          expect(await exportedWhole(one.setup.store)).toBe(whole);
          expect(one.answered() - first).toBeLessThanOrEqual(requests);
          await one.scan();
          expect(one.answered() - first).toBeLessThanOrEqual(requests);
        });
      }
    },
    TIMEOUT_MS,
  );
});

describe('a folder of bills', () => {
  const MONTHS = ['2026-08', '2026-09', '2026-10'] as const;

  async function writeBills(folder: string): Promise<void> {
    for (const month of MONTHS) {
      const path = join(folder, `acme/data/BILLING_PERIOD=${month}`);
      await mkdir(path, { recursive: true });
      const own = line({
        bill_billing_period_start_date: `${month}-01T00:00:00.000Z`,
        line_item_usage_start_date: `${month}-05T00:00:00.000Z`,
      });
      await writeCsv(join(path, 'acme-00001.csv.gz'), [own]);
      await writeParquet(join(path, 'acme-00002.snappy.parquet'), [own, own]);
    }
  }

  function importAll(folder: string, store: Store, abortAt: number | null = null) {
    const abort = new AbortController();
    return runImport({
      folder,
      store,
      clock: () => NOW,
      signal: abort.signal,
      onProgress: (steps) => {
        const bill = steps.find(({ id }) => id === 'bill');
        if (abortAt !== null && bill?.state === 'running' && bill.done === abortAt) abort.abort();
      },
    });
  }

  it.each([0, 1, 2])(
    'cut after %i of three months, is completed by the next import',
    async (at) => {
      await withFolder(async (folder) => {
        const path = join(folder, 'bills');
        await writeBills(path);
        let whole = '';
        await withStore(async (store) => {
          await importAll(path, store);
          whole = await exportedWhole(store);
        });
        expect(whole).toMatch(/^bill [1-9]/m);
        await withStore(async (store) => {
          await expect(importAll(path, store, at)).rejects.toMatchObject({ code: 'cancelled' });
          const again = await importAll(path, store);
          expect(again.summary).toMatchObject({ filesTaken: 6 - 2 * at, filesFailed: 0 });
          expect(await exportedWhole(store)).toBe(whole);
        });
      });
    },
  );

  it('with a file that is cut, keeps what was stored, and takes the whole one next time', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, 'bills');
      await writeBills(path);
      const file = join(path, 'acme/data/BILLING_PERIOD=2026-09/acme-00001.csv.gz');
      await withStore(async (store) => {
        await importAll(path, store);
        const whole = await exportedWhole(store);
        await cp(file, `${file}.kept`);
        const { size } = await stat(file);
        await truncate(file, size - 9);
        expect((await importAll(path, store)).state).toBe('partial');
        expect(await exportedWhole(store)).toBe(whole);
        await cp(`${file}.kept`, file);
        await importAll(path, store);
        expect(await exportedWhole(store)).toBe(whole);
      });
    });
  });
});
