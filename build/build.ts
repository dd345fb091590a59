import { chmodSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { build } from 'vite';
import { bundleHosts, HOSTS_FOLDER } from './bundle-hosts.ts';
import { backendSize, bundleSizes } from './bundle-sizes.ts';
import { isBuilt, sourceHash, stampBuild } from './source-hash.ts';

const PAGE_FOLDER = 'dist/renderer';

/**
 * Builds the page and the hosts into `dist/` and prints the sizes. With `--if-stale` it does
 * nothing when the bundles already come from the sources as they are.
 */
async function run(root: string, onlyIfStale: boolean): Promise<void> {
  if (onlyIfStale && isBuilt(root)) return;
  const startedAt = performance.now();
  process.stderr.write('Building Assay ...\n');
  const hash = sourceHash(root);
  await build({ configFile: path.join(root, 'build/vite.config.ts'), logLevel: 'warn' });
  await bundleHosts(root);
  chmodSync(path.join(root, HOSTS_FOLDER, 'cli.js'), 0o755);
  stampBuild(root, hash);
  const sizes = [PAGE_FOLDER, HOSTS_FOLDER].flatMap((folder) => bundleSizes(root, folder));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stderr.write(
    `${sizes.join('\n')}\n${backendSize(root, HOSTS_FOLDER)}\nBuilt in ${seconds} s\n`,
  );
}

try {
  await run(path.resolve(import.meta.dirname, '..'), process.argv.includes('--if-stale'));
} catch (thrown) {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  process.exitCode = 1;
}
