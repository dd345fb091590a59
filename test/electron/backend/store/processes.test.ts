import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openStore } from '../../../../electron/backend/store/open.ts';
import { bundleForNode } from '../../../bench/bundle.ts';
import { generateLogs } from '../../../bench/generate.ts';
import { withFolder } from '../../../helpers/with-folder.ts';
import { column, NOW } from './store-case.ts';

vi.setConfig({ testTimeout: 300_000 });

const run = promisify(execFile);
const CACHE = fileURLToPath(new URL('../../../../node_modules/.cache', import.meta.url));
let bundles = '';
let child = '';

beforeAll(async () => {
  await mkdir(CACHE, { recursive: true });
  bundles = await mkdtemp(join(CACHE, 'store-child-'));
  const entry = fileURLToPath(new URL('./child-store.ts', import.meta.url));
  child = await bundleForNode(entry, bundles);
});

afterAll(() => rm(bundles, { recursive: true, force: true }));

function start(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [child, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
}

async function firstLine(process: ChildProcess): Promise<string> {
  if (process.stdout === null) throw new Error('no output to read');
  const [line] = await once(createInterface(process.stdout), 'line');
  return String(line);
}

/** Kills an import once it has told `steps` commits; answers whether it was still at work. */
async function killAfter(process: ChildProcess, steps: number): Promise<boolean> {
  if (process.stdout === null) throw new Error('no output to read');
  let seen = 0;
  for await (const line of createInterface(process.stdout)) {
    if (line.startsWith('{')) return false;
    if (line.startsWith('done ') && ++seen > steps) {
      process.kill('SIGKILL');
      await once(process, 'exit');
      return true;
    }
  }
  return false;
}

test('kill -9 at any time: the next import loses nothing, repeats nothing and finishes', async () => {
  await withFolder(async (folder) => {
    const total = 12_000;
    const paths = await generateLogs(folder, 'cloudtrail', total);
    const files = paths.flatMap((path) => [path, path.replace('.json.gz', '-odd.json')]);
    for (const path of paths) {
      await writeFile(
        path.replace('.json.gz', '-odd.json'),
        `[${'{"eventID":"odd"},'.repeat(5)}{}]`,
      );
    }
    const list = join(folder, 'list.txt');
    await writeFile(list, files.join('\n'));
    const workspace = join(folder, 'workspace');
    let kills = 0;
    for (let steps = 0; ; steps++) {
      if (!(await killAfter(start('import', workspace, list), steps % 5))) break;
      kills++;
      const store = await openStore({ folder: workspace, now: () => NOW });
      const [orphans] = await column(
        store,
        `SELECT (SELECT count(*) FROM events) - (SELECT coalesce(sum(added), 0) FROM files)`,
      );
      await store.close();
      expect(orphans).toBe(0);
    }
    const { stdout } = await run(process.execPath, [child, 'import', workspace, list]);
    expect(stdout).toContain('"events":0');
    const store = await openStore({ folder: workspace, now: () => NOW });
    const counts = "SELECT count(*) || ' ' || count(DISTINCT event_id) FROM events";
    expect(await column(store, counts)).toEqual([`${total} ${total}`]);
    expect(await column(store, 'SELECT count(*) FROM files')).toEqual([files.length]);
    await store.close();
    expect(kills).toBeGreaterThan(2);
  });
});

test('a second process gets one clear sentence; the first is not disturbed', async () => {
  await withFolder(async (folder) => {
    const first = start('hold', folder);
    expect(await firstLine(first)).toBe('opened');
    const second = await firstLine(start('open', folder));
    expect(second).toMatch(/^workspace-locked: Another program \(process \d+\) has the workspace/);
    await expect(openStore({ folder })).rejects.toMatchObject({ code: 'workspace-locked' });
    first.stdin?.end();
    await once(first, 'exit');
    expect(await firstLine(start('open', folder))).toBe('opened');
  });
});

test('several processes may read at the same time; a writer is told', async () => {
  await withFolder(async (folder) => {
    await (await openStore({ folder, now: () => NOW })).close();
    const reader = await openStore({ folder, readOnly: true, now: () => NOW });
    expect(await firstLine(start('read', folder))).toBe('opened');
    expect(await firstLine(start('open', folder))).toMatch(/^workspace-locked: /);
    await reader.close();
  });
});
