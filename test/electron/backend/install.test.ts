import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findInstall } from '../../../electron/backend/install.ts';
import { projectRoot } from '../../helpers/source-tree.ts';
import { withFolder } from '../../helpers/with-folder.ts';

describe('findInstall', () => {
  it('finds this project from its sources', () => {
    const install = findInstall();
    expect(install.folder).toBe(projectRoot);
    expect(install.demoThread).toBeNull();
    expect(install.version).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('passes by the packages of others', () =>
    withFolder(async (folder) => {
      const nested = join(folder, 'app', 'dist', 'hosts');
      await mkdir(nested, { recursive: true });
      await writeFile(join(folder, 'app', 'package.json'), '{"name":"assay","version":"9.8.7"}');
      await writeFile(join(nested, 'package.json'), '{"name":"other","version":"1.0.0"}');
      const from = pathToFileURL(join(nested, 'cli.js')).href;
      expect(findInstall(from)).toEqual({
        folder: join(folder, 'app'),
        version: '9.8.7',
        pageFolder: join(folder, 'app', 'dist', 'renderer'),
        demoThread: join(nested, 'demo-thread.js'),
      });
    }));

  it('says so when its files are not together', () =>
    withFolder((folder) => {
      const from = pathToFileURL(join(folder, 'cli.js')).href;
      expect(() => findInstall(from)).toThrow("Assay's package.json is missing");
    }));
});
