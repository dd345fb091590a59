import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from '../../../electron/backend/json-file.ts';
import { withFolder } from '../../helpers/with-folder.ts';

const schema = z.strictObject({ cap: z.string() });
const now = () => '2026-11-20T12:00:00.123Z';

describe('readJsonFile', () => {
  it('reads what was written', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'deep', 'settings.json');
      await writeJsonFile(path, { cap: '1.50' });
      expect(await readJsonFile(path, schema, now)).toEqual({
        state: 'read',
        value: { cap: '1.50' },
      });
      expect(await readdir(join(folder, 'deep'))).toEqual(['settings.json']);
      if (process.platform !== 'win32') expect((await stat(path)).mode & 0o077).toBe(0);
    }));

  it('tells an absent file apart from an empty one', () =>
    withFolder(async (folder) => {
      expect(await readJsonFile(join(folder, 'none.json'), schema, now)).toEqual({
        state: 'absent',
      });
    }));

  it.each([
    ['half a file', '{"cap": "1'],
    ['an empty file', ''],
    ['another shape', '{"cap": 5}'],
    ['an unknown field', '{"cap": "1", "more": true}'],
  ])('sets %s aside with its content and names it', (_, text) =>
    withFolder(async (folder) => {
      const path = join(folder, 'settings.json');
      await writeFile(path, text);
      const reading = await readJsonFile(path, schema, now);
      if (reading.state !== 'damaged') throw new Error(`expected damaged, got ${reading.state}`);
      const aside = `${path}.damaged-2026-11-20T12-00-00-123Z`;
      expect(reading.setAside).toBe(aside);
      expect(reading.notice).toContain(aside);
      expect(await readFile(aside, 'utf8')).toBe(text);
      expect(await readJsonFile(path, schema, now)).toEqual({ state: 'absent' });
    }),
  );

  it('leaves a damaged file where it is without a clock', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'settings.json');
      await writeFile(path, '{"a":');
      const reading = await readJsonFile(path, schema, null);
      expect(reading).toMatchObject({ state: 'damaged', setAside: null });
      expect(await readFile(path, 'utf8')).toBe('{"a":');
    }));

  it('says io-failed where the path cannot be read', () =>
    withFolder(async (folder) => {
      await mkdir(join(folder, 'settings.json'));
      await expect(readJsonFile(join(folder, 'settings.json'), schema, now)).rejects.toMatchObject({
        code: 'io-failed',
        message: expect.stringContaining('EISDIR'),
      });
    }));
});

describe('writeJsonFile', () => {
  it('leaves the old file and no temporary one when it fails', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'target.json');
      await mkdir(join(path, 'child'), { recursive: true });
      await expect(writeJsonFile(path, {})).rejects.toMatchObject({ code: 'io-failed' });
      expect(await readdir(folder)).toEqual(['target.json']);
      await chmod(path, 0o700);
    }));
});
