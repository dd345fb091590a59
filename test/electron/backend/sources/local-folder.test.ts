import { execFileSync } from 'node:child_process';
import { mkdir, realpath, rename, symlink, utimes, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { listFolder } from '../../../../electron/backend/sources/local-folder.ts';
import { withFolder } from '../../../helpers/with-folder.ts';

const options = { now: () => '2026-11-20T12:00:00Z' };

async function list(folder: string) {
  const root = await realpath(folder);
  const { files, outcomes } = await listFolder(folder, options);
  return {
    files: files.map(({ path }) => relative(root, path)),
    left: Object.fromEntries(outcomes.map(({ key, reason }) => [relative(root, key), reason])),
    outcomes,
  };
}

test('all files below a folder, in order; hidden ones are named', async () => {
  await withFolder(async (folder) => {
    await mkdir(join(folder, 'b/c'), { recursive: true });
    await mkdir(join(folder, '.git'));
    for (const name of ['z.json', 'b/a.json', 'b/c/SOURCES.md', '.DS_Store', '.git/x']) {
      await writeFile(join(folder, name), 'x');
    }
    expect(await list(folder)).toMatchObject({
      files: ['b/a.json', 'b/c/SOURCES.md', 'z.json'],
      left: { '.DS_Store': 'it is hidden', '.git': 'it is hidden' },
    });
  });
});

test('links: loops end, each file once, nothing outside', async () => {
  await withFolder(async (folder) => {
    const logs = join(folder, 'logs');
    await mkdir(join(logs, 'deep'), { recursive: true });
    await writeFile(join(logs, 'deep/a.json'), 'x');
    await writeFile(join(folder, 'outside.json'), 'x');
    await symlink('..', join(logs, 'deep/loop'));
    await symlink('self', join(logs, 'self'));
    await symlink('deep/a.json', join(logs, 'again.json'));
    await symlink('gone', join(logs, 'dangling'));
    await symlink(join(folder, 'outside.json'), join(logs, 'out.json'));
    const { files, left } = await list(logs);
    expect(files).toEqual(['deep/a.json']);
    expect(left['out.json']).toMatch(/leads out of the folder/);
    expect(left.dangling).toBe('it does not exist');
    expect(left.self).toBe('its links lead in a circle');
    expect(left['deep/loop']).toMatch(/read there/);
  });
});

test('a pipe is named, never opened', async () => {
  await withFolder(async (folder) => {
    execFileSync('mkfifo', [join(folder, 'pipe.json')]);
    expect(await list(folder)).toMatchObject({
      files: [],
      left: { 'pipe.json': 'it is neither file nor folder' },
    });
  });
});

test('another size or time is another version', async () => {
  await withFolder(async (folder) => {
    const path = join(folder, 'a.json');
    await writeFile(path, 'x');
    const tag = async () => (await listFolder(folder, options)).files[0]?.etag;
    const first = await tag();
    expect(await tag()).toBe(first);
    await utimes(path, 1, 1);
    expect(await tag()).not.toBe(first);
  });
});

test('a folder that is none is told', async () => {
  await withFolder(async (folder) => {
    await writeFile(join(folder, 'file'), 'x');
    await expect(listFolder(join(folder, 'none'), options)).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(listFolder(join(folder, 'file'), options)).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});

test('a stopped listing ends', async () => {
  await withFolder(async (folder) => {
    const signal = AbortSignal.abort();
    await expect(listFolder(folder, { ...options, signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});

test('a name that is not UTF-8 is named', async ({ skip }) => {
  await withFolder(async (folder) => {
    await writeFile(join(folder, 'plain'), 'x');
    const name = Buffer.concat([Buffer.from(`${folder}/bad-`), Buffer.from([0xff])]);
    try {
      await rename(join(folder, 'plain'), name);
    } catch {
      skip('this file system takes UTF-8 names only');
    }
    const { outcomes, files } = await list(folder);
    expect(files).toEqual([]);
    expect(outcomes).toMatchObject([
      { status: 'failed', reason: expect.stringContaining('not valid UTF-8') },
    ]);
  });
});
