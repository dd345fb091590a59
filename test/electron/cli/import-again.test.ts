import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createBackend } from '../../../electron/backend/create-backend.ts';
import { runCommand } from '../../helpers/run-command.ts';
import { withFolder } from '../../helpers/with-folder.ts';

const event = (eventID: string) => ({
  eventVersion: '1.11',
  eventID,
  eventTime: '2026-11-19T10:00:00Z',
  eventSource: 'bedrock.amazonaws.com',
  eventName: 'Converse',
  awsRegion: 'us-east-1',
  recipientAccountId: '111122223333',
  userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/a' },
});

const fileOf = (...records: readonly unknown[]) => gzipSync(JSON.stringify({ Records: records }));

/** A folder with a good file, one of two broken records, a cut one and one that is no log. */
async function makeLogs(folder: string): Promise<void> {
  await mkdir(folder);
  await writeFile(join(folder, 'good.json.gz'), fileOf(event('a'), event('b'), event('b')));
  await writeFile(join(folder, 'part.json.gz'), fileOf(event('c'), { eventVersion: '1.11' }));
  await writeFile(join(folder, 'cut.json.gz'), fileOf(event('d')).subarray(0, 60));
  await writeFile(join(folder, 'notes.md'), 'nothing');
}

interface Row {
  readonly file: string;
  readonly status: string;
  readonly added: number;
  readonly reason: string | null;
}

/** Imports in earnest; the rows by file name. */
async function importOf(home: string, folder: string) {
  const argv = ['import', folder, '--workspace', join(home, 'w'), '--format', 'json'];
  const ran = await runCommand(argv, { home, openBackend: createBackend });
  const rows: readonly Row[] = ran.out === '' ? [] : JSON.parse(ran.out).rows;
  const outcomes = rows.map(({ file, status, added }) => [file.split('/').at(-1), status, added]);
  const reasons = new Map(rows.map(({ file, reason }) => [file.split('/').at(-1), reason]));
  return { ...ran, outcomes: outcomes.sort(), reasons };
}

test('what was not taken whole is listed by every import of the folder', () =>
  withFolder(async (home) => {
    const logs = join(home, 'logs');
    await makeLogs(logs);
    const first = await importOf(home, logs);
    expect(first.code).toBe(3);
    expect(first.outcomes).toEqual([
      ['cut.json.gz', 'failed', 0],
      ['good.json.gz', 'ingested', 2],
      ['notes.md', 'skipped', 0],
      ['part.json.gz', 'partial', 1],
    ]);
    expect(first.err).toContain('4 files: 1 taken, 1 in part, 1 skipped, 1 failed');
    expect(first.err).toContain('3 events and 0 invocations added, 1 repeated in this import');

    const second = await importOf(home, logs);
    expect(second.code).toBe(3);
    expect(second.outcomes).toEqual([
      ['cut.json.gz', 'failed', 0],
      ['notes.md', 'skipped', 0],
      ['part.json.gz', 'partial', 0],
    ]);
    expect(second.err).toContain('4 files: 0 taken, 1 in part, 2 skipped, 1 failed');
    expect(second.err).toContain('1 file taken in part, 1 of them unchanged since the last import');
    expect(second.reasons.get('part.json.gz')).toMatch(
      /^not taken: record 2 at byte \d+: no eventID/,
    );

    await rm(join(logs, 'cut.json.gz'));
    await writeFile(join(logs, 'more.json.gz'), fileOf(event('a'), event('e')));
    const third = await importOf(home, logs);
    expect(third.code).toBe(0);
    expect(third.outcomes.map(([file]) => file)).toEqual([
      'more.json.gz',
      'notes.md',
      'part.json.gz',
    ]);
    expect(third.err).toContain('1 known before or repeated in this import');
  }));

test('a folder that is not there lists nothing, and makes no workspace', () =>
  withFolder(async (home) => {
    const { code, out, err } = await importOf(home, join(home, 'nosuch'));
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^assay: There is no folder .*nosuch\.\n/);
    expect(existsSync(join(home, 'w'))).toBe(false);
  }));

test.each([
  ['no file', [], /^There are no files in .*logs; nothing was imported\.$/m],
  ['only good files', ['good.json.gz'], /^Every file was taken whole\.$/m],
])('an import of %s says so', (_, files, said) =>
  withFolder(async (home) => {
    const logs = join(home, 'logs');
    await mkdir(logs);
    for (const file of files) await writeFile(join(logs, file), fileOf(event('a')));
    const argv = ['import', logs, '--workspace', join(home, 'w')];
    const { code, out } = await runCommand(argv, { home, openBackend: createBackend });
    expect(code).toBe(0);
    expect(out).toMatch(said);
  }),
);
