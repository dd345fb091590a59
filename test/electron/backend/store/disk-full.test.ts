import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openStore } from '../../../../electron/backend/store/open.ts';
import { withFolder } from '../../../helpers/with-folder.ts';
import { column, event, NOW, records, writeLog } from './store-case.ts';

/** Mounts a small file system; false where that is not permitted. */
function mountSmall(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

test('a full disk: one sentence, nothing damaged, and it goes on later', async ({ skip }) => {
  await withFolder(async (folder) => {
    const small = join(folder, 'small');
    await mkdir(small);
    if (!mountSmall(small)) return skip('no permission to mount a small file system');
    try {
      const workspace = join(small, 'workspace');
      const store = await openStore({ folder: workspace, now: () => NOW });
      const files = [];
      for (let i = 0; i < 12; i++) {
        const many = Array.from({ length: 4_000 }, (_, n) =>
          event(`${i}-${n}-${Math.sin(i * 4_000 + n)}`, { userAgent: `agent ${Math.cos(n + i)}` }),
        );
        const one = await writeLog(
          join(folder, 'logs', `${i}.json.gz`),
          gzipSync(records(...many)),
        );
        files.push(one);
      }
      await store.ingest(files.slice(0, 1));
      await writeFile(join(small, 'ballast'), Buffer.alloc(2 << 20));
      await expect(store.ingest(files)).rejects.toMatchObject({
        code: 'io-failed',
        message: expect.stringContaining('is full. Nothing stored is damaged'),
      });
      await store.close();
      execFileSync('mount', ['-o', 'remount,size=400m', small]);
      const again = await openStore({ folder: workspace, now: () => NOW });
      const [kept] = await column(again, 'SELECT count(*) FROM events');
      expect(Number(kept)).toBeGreaterThanOrEqual(4_000);
      await again.ingest(files);
      expect(await column(again, 'SELECT count(DISTINCT event_id) FROM events')).toEqual([48_000]);
      expect(await column(again, 'SELECT count(*) FROM events')).toEqual([48_000]);
      await again.close();
    } finally {
      execFileSync('umount', ['-l', small]);
    }
  });
});
