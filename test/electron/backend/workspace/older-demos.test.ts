import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { removeOlderDemos } from '../../../../electron/backend/workspace/older-demos.ts';
import { withFolder } from '../../../helpers/with-folder.ts';

const NOW = '2026-11-20T00:30:00Z';
const LONG_AGO = new Date('2026-11-10T12:00:00Z');
const YESTERDAY = new Date('2026-11-19T23:30:00Z');

interface Left {
  readonly file?: string | null;
  readonly database?: Date | null;
  readonly log?: Date;
}

/** A folder as an earlier start left it; by default a demo that nobody has touched for long. */
async function leave(folder: string, { file, database, log }: Left): Promise<void> {
  await mkdir(folder, { recursive: true });
  const text = file === undefined ? '{"version":1,"demo":true}' : file;
  if (text !== null) await writeFile(join(folder, 'workspace.json'), text);
  const changed = database === undefined ? LONG_AGO : database;
  if (changed !== null) await touch(join(folder, 'assay.duckdb'), changed);
  if (log !== undefined) await touch(join(folder, 'assay.duckdb.wal'), log);
}

async function touch(file: string, changed: Date): Promise<void> {
  await writeFile(file, '');
  await utimes(file, changed, changed);
}

const cases: readonly (readonly [string, string, Left, boolean])[] = [
  ['the demo of an earlier day', 'demo-2026-11-09', {}, false],
  ['a demo without a database', 'demo-2026-11-09', { database: null }, false],
  ['the demo of today', 'demo-2026-11-20', {}, true],
  ['a demo used yesterday', 'demo-2026-11-19', { database: YESTERDAY }, true],
  ['a demo with a fresh log of writes', 'demo-2026-11-09', { log: YESTERDAY }, true],
  ['a folder of another name', 'demo-acme', {}, true],
  ['a copy of a demo', 'demo-2026-11-09-kept', {}, true],
  ['a workspace that is no demo', 'demo-2026-11-09', { file: '{"demo":false}' }, true],
  ['a folder without workspace file', 'demo-2026-11-09', { file: null }, true],
  ['a damaged workspace file', 'demo-2026-11-09', { file: '{"demo":tr' }, true],
];

test.each(cases)('%s', (_, name, left, stays) =>
  withFolder(async (demos) => {
    await leave(join(demos, name), left);
    await removeOlderDemos(demos, { today: join(demos, 'demo-2026-11-20'), now: NOW });
    expect(await readdir(demos)).toEqual(stays ? [name] : []);
  }),
);

test('before the first demo there is nothing to remove', () =>
  withFolder(async (home) => {
    const demos = join(home, 'demo');
    await removeOlderDemos(demos, { today: join(demos, 'demo-2026-11-20'), now: NOW });
    expect(await readdir(home)).toEqual([]);
  }));
