/** What one folder may import: our folders (prefixes) and packages (exact, or `scope/*`). */
export interface Layer {
  readonly folder: string;
  readonly ours: readonly string[];
  readonly packages: readonly string[];
}

const NOUNS = 'shared/model/';

/** The import table of the architecture; the first folder that fits a file is its layer. */
export const layers: readonly Layer[] = [
  { folder: 'shared/model/', ours: [], packages: [] },
  { folder: 'shared/prices/', ours: [], packages: ['zod'] },
  { folder: 'shared/access/', ours: [], packages: [] },
  { folder: 'shared/cost/', ours: ['shared/prices/'], packages: [] },
  {
    folder: 'shared/rules/',
    ours: ['shared/access/', 'shared/prices/', 'shared/cost/'],
    packages: [],
  },
  {
    folder: 'shared/reports/',
    ours: ['shared/prices/', 'shared/cost/', 'shared/rules/'],
    packages: ['fflate'],
  },
  {
    folder: 'shared/api/',
    ours: ['shared/access/', 'shared/prices/', 'shared/cost/', 'shared/rules/', 'shared/reports/'],
    packages: ['zod'],
  },
  ...['aws', 'collectors', 'sources', 'prompts'].map((name) => ({
    folder: `electron/backend/${name}/`,
    ours: ['shared/', 'electron/backend/'],
    packages: ['node:*', 'zod', '@aws-sdk/*'],
  })),
  {
    folder: 'electron/backend/',
    ours: ['shared/', 'electron/backend/'],
    packages: ['node:*', 'zod', '@duckdb/node-api'],
  },
  {
    folder: 'electron/main/',
    ours: ['shared/', 'electron/backend/', 'electron/main/'],
    packages: ['node:*', 'electron', 'zod'],
  },
  { folder: 'electron/preload/', ours: ['shared/api/'], packages: ['electron'] },
  {
    folder: 'electron/server/',
    ours: ['shared/', 'electron/backend/', 'electron/server/'],
    packages: ['node:*'],
  },
  {
    folder: 'electron/cli/',
    ours: ['shared/', 'electron/backend/', 'electron/server/', 'electron/cli/'],
    packages: ['node:*'],
  },
  {
    folder: 'renderer/charts/',
    ours: ['shared/', 'renderer/'],
    packages: ['react', 'recharts', '@cloudscape-design/*'],
  },
  {
    folder: 'renderer/',
    ours: ['shared/', 'renderer/'],
    packages: [
      'react',
      'react-dom',
      'react-dom/client',
      '@cloudscape-design/*',
      '@tanstack/react-query',
    ],
  },
];

/** The layer of a file; undefined means the file stands nowhere in the architecture. */
export function layerOf(file: string): Layer | undefined {
  return layers.find((layer) => file.startsWith(layer.folder));
}

/** Whether a layer may import this project file. */
export function mayImportFile(layer: Layer, target: string): boolean {
  return [layer.folder, NOUNS, ...layer.ours].some((prefix) => target.startsWith(prefix));
}

/** Whether a layer may import this package. */
export function mayImportPackage(layer: Layer, specifier: string): boolean {
  return layer.packages.some((allowed) =>
    allowed.endsWith('*') ? specifier.startsWith(allowed.slice(0, -1)) : specifier === allowed,
  );
}
