import { builtinModules } from 'node:module';
import path from 'node:path';
import { build, type InlineConfig } from 'vite';

/** Where the bundles of the hosts go. */
export const HOSTS_FOLDER = 'dist/hosts';

/** Loaded at run time: Electron provides itself, and DuckDB is native code per platform. */
const EXTERNAL = [
  'electron',
  /^@duckdb\//,
  /^node:/,
  ...builtinModules.map((name) => new RegExp(`^${name}(/|$)`)),
];

/**
 * Bundles the command line, the desktop's main process and its backend process, and the demo's thread as ES modules with
 * shared, lazily loaded chunks, and the preload as one CommonJS file, which a sandboxed page needs.
 */
export async function bundleHosts(root: string): Promise<void> {
  await build(
    hostConfig(root, {
      entries: {
        cli: 'electron/cli/index.ts',
        main: 'electron/main/index.ts',
        'backend-process': 'electron/main/backend-process.ts',
        'demo-thread': 'electron/backend/workspace/demo-thread.ts',
      },
      format: 'es',
      folder: HOSTS_FOLDER,
    }),
  );
  await bundlePreload(root, HOSTS_FOLDER);
}

/** Bundles the preload alone into a folder, as `preload.cjs`. */
export async function bundlePreload(root: string, folder: string): Promise<void> {
  const entries = { preload: 'electron/preload/index.ts' };
  await build(hostConfig(root, { entries, format: 'cjs', folder }));
}

interface HostBundle {
  readonly entries: Readonly<Record<string, string>>;
  readonly format: 'es' | 'cjs';
  readonly folder: string;
}

function hostConfig(root: string, bundle: HostBundle): InlineConfig {
  const ending = bundle.format === 'cjs' ? '.cjs' : '.js';
  return {
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'node20',
      outDir: path.resolve(root, bundle.folder),
      emptyOutDir: bundle.format === 'es',
      minify: false,
      rolldownOptions: {
        input: bundle.entries,
        external: EXTERNAL,
        output: {
          format: bundle.format,
          entryFileNames: `[name]${ending}`,
          chunkFileNames: `chunks/[name]-[hash]${ending}`,
        },
      },
    },
  };
}
