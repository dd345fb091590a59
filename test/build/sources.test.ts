import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { electronBinary } from '../../build/electron-binary.ts';
import { isBuilt, sourceHash, stampBuild } from '../../build/source-hash.ts';
import { withFolder } from '../helpers/with-folder.ts';

describe('the incremental build', () => {
  const project = async (folder: string) => {
    await mkdir(join(folder, 'shared', 'model'), { recursive: true });
    await mkdir(join(folder, 'dist'));
    await writeFile(join(folder, 'shared', 'model', 'a.ts'), 'one');
  };

  it('is fresh until a source changes, appears or is renamed', () =>
    withFolder(async (folder) => {
      await project(folder);
      expect(isBuilt(folder)).toBe(false);
      stampBuild(folder, sourceHash(folder));
      expect(isBuilt(folder)).toBe(true);
      await writeFile(join(folder, 'notes.md'), 'no source');
      expect(isBuilt(folder)).toBe(true);
      const fresh = sourceHash(folder);
      await writeFile(join(folder, 'shared', 'model', 'a.ts'), 'two');
      expect(isBuilt(folder)).toBe(false);
      await writeFile(join(folder, 'shared', 'model', 'a.ts'), 'one');
      await writeFile(join(folder, 'shared', 'model', 'b.ts'), '');
      expect(sourceHash(folder)).not.toBe(fresh);
    }));
});

describe('electronBinary', () => {
  it('is found by its files alone', () =>
    withFolder(async (folder) => {
      const electron = join(folder, 'node_modules', 'electron');
      expect(electronBinary(folder, {})).toBeNull();
      await mkdir(join(electron, 'dist'), { recursive: true });
      await writeFile(join(electron, 'path.txt'), 'electron');
      expect(electronBinary(folder, {})).toBeNull();
      await writeFile(join(electron, 'dist', 'electron'), '');
      expect(electronBinary(folder, {})).toBe(join(electron, 'dist', 'electron'));
      expect(electronBinary(folder, { ELECTRON_OVERRIDE_DIST_PATH: '/nonexistent' })).toBeNull();
    }));
});
