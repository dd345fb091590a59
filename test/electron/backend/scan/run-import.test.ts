import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { runImport } from '../../../../electron/backend/scan/run-import.ts';
import { openStore } from '../../../../electron/backend/store/open.ts';
import type { JobStep } from '../../../../shared/api/answers.ts';
import { withFolder } from '../../../helpers/with-folder.ts';
import { NOW } from './simulated.ts';

function record(eventID: string) {
  return {
    eventVersion: '1.11',
    eventID,
    eventTime: '2026-11-19T10:00:00Z',
    eventSource: 'bedrock.amazonaws.com',
    eventName: 'Converse',
    awsRegion: 'us-east-1',
    recipientAccountId: '111122223333',
    userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/a' },
  };
}

describe('importing a folder', () => {
  it('takes it once, names what it left, and tells its steps', () =>
    withFolder(async (root) => {
      const logs = join(root, 'logs');
      await mkdir(logs);
      const body = JSON.stringify({ Records: [record('a'), record('b')] });
      await writeFile(join(logs, 'good.json.gz'), gzipSync(body));
      await writeFile(join(logs, 'cut.json.gz'), gzipSync(body).subarray(0, 50));
      await writeFile(join(logs, '.hidden.json'), body);
      await writeFile(join(logs, 'notes.md'), 'nothing');
      const store = await openStore({ folder: join(root, 'workspace'), now: () => NOW });
      const reports: (readonly JobStep[])[] = [];
      const run = () =>
        runImport({
          folder: logs,
          store,
          clock: () => NOW,
          signal: new AbortController().signal,
          onProgress: (steps) => reports.push(steps),
        });
      try {
        const first = await run();
        expect(first).toMatchObject({
          state: 'partial',
          summary: { files: 4, filesTaken: 1, filesFailed: 1, filesSkipped: 2, events: 2 },
        });
        expect(reports.at(-1)?.map(({ id, state }) => [id, state])).toEqual([
          ['listing', 'done'],
          ['bill', 'done'],
          ['ingest', 'partial'],
        ]);
        const again = await run();
        expect(again).toMatchObject({
          state: 'partial',
          summary: { files: 4, filesTaken: 0, filesFailed: 1, filesSkipped: 3, events: 0 },
        });
        expect(again.steps.at(-1)?.note).toBe('1 file failed; the list of files says why.');
        const { rows } = await store.fileOutcomes({ offset: 0, limit: 10 });
        expect(rows.find(({ key }) => key.endsWith('.hidden.json'))?.reason).toMatch(/hidden/);
        expect((await store.query('SELECT count(*) FROM events', 1)).rows).toEqual([[2]]);
      } finally {
        await store.close();
      }
    }));

  it.each(['missing', 'a-file'])('refuses %s in words', (name) =>
    withFolder(async (root) => {
      await writeFile(join(root, 'a-file'), '');
      const store = await openStore({ folder: join(root, 'workspace') });
      const signal = new AbortController().signal;
      const folder = join(root, name);
      const options = { folder, store, signal, clock: () => NOW, onProgress: () => undefined };
      await expect(runImport(options)).rejects.toMatchObject({ name: 'AppError' });
      await store.close();
    }),
  );
});
