import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, expect, it } from 'vitest';
import { createClients } from '../../../../electron/backend/aws/clients.ts';
import type { World } from '../../../../electron/backend/demo/world/world.ts';
import { createLog } from '../../../../electron/backend/log.ts';
import { runScan } from '../../../../electron/backend/scan/run-scan.ts';
import type { Connection } from '../../../../electron/backend/store/database.ts';
import { openStore } from '../../../../electron/backend/store/open.ts';
import { createShortWorld } from '../../../helpers/short-world.ts';
import { withDatabase } from '../store/rollups/rollup-case.ts';
import { NOW, SETTINGS, type Simulated, startSimulated } from './simulated.ts';

const SUPPORT = '555566667777';
const TYPED = {
  secretAccessKey: 'typed-secret-0123456789',
  sessionToken: 'typed-token-0123456789',
};
const ASSUMED = {
  secretAccessKey: 'assumed-secret-0123456789',
  sessionToken: 'assumed-token-0123456789',
};
const SECRETS = [...Object.values(TYPED), ...Object.values(ASSUMED)];

let simulated: Simulated | null = null;
let folder = '';
afterEach(async () => {
  await simulated?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The world with secrets that are told apart from any other text. */
function withSecrets(world: World): World {
  return {
    ...world,
    assumeRole: (...asked) => {
      const assumed = world.assumeRole(...asked);
      return assumed === null ? null : { ...assumed, ...ASSUMED };
    },
  };
}

/** Every file below a folder, inflated where it is gzip. */
async function contents(path: string): Promise<readonly { name: string; bytes: Buffer }[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async ({ parentPath, name }) => {
      const bytes = await readFile(join(parentPath, name));
      return { name, bytes: bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes };
    }),
  );
}

/** All rows of all tables, which lie compressed in the file. */
async function tables(connection: Connection): Promise<string> {
  const named = await connection.rows('SELECT table_name AS name FROM duckdb_tables()');
  const rows = [];
  for (const { name } of named) rows.push(await connection.rows(`SELECT * FROM "${String(name)}"`));
  return JSON.stringify(rows);
}

it.each([
  { name: 'that ends well', fault: false },
  { name: 'whose session expires', fault: true },
])(
  'a scan $name leaves no secret of its session in files, logs or answers',
  async ({ fault }) => {
    folder = await mkdtemp(join(tmpdir(), 'assay-secrets-'));
    const world = withSecrets(
      createShortWorld({ now: NOW, days: 1, places: { [SUPPORT]: ['eu-west-1'] } }),
    );
    simulated = await startSimulated(world);
    if (fault) simulated.account.faults.set('*', { kind: 'expire', after: 150 });
    const lines: string[] = [];
    const sink = {
      level: 'debug',
      stacks: true,
      write: (line: string) => lines.push(line),
    } as const;
    const log = createLog({ now: () => NOW, sinks: [sink] });
    const store = await openStore({ folder, now: () => NOW, log });
    const credentials = { accessKeyId: world.rootKey.accessKeyId, ...TYPED };
    const ended = await runScan({
      scanId: 'scan',
      connections: [simulated.connectionOf(SUPPORT)],
      store,
      settings: { ...SETTINGS, keepBodies: true },
      spoolFolder: join(folder, 'spool'),
      clock: () => NOW,
      signal: new AbortController().signal,
      onProgress: (steps) => lines.push(JSON.stringify(steps)),
      connect: (connection, onAttempt) =>
        createClients({ connection, env: {}, credentials, log, onAttempt }),
      lookupIntervalMs: 1,
    });
    await store.close();
    lines.push(JSON.stringify(ended));
    expect(ended.state).toBe(fault ? 'partial' : 'done');
    const files = await contents(folder);
    expect(files.map(({ name }) => name)).toContain('assay.duckdb');
    expect(files.length).toBeGreaterThan(fault ? 0 : 5);
    const rows = Buffer.from(await withDatabase(folder, tables));
    expect(rows.includes(SUPPORT)).toBe(true);
    const all = [
      ...files,
      { name: 'tables', bytes: rows },
      { name: 'log', bytes: Buffer.from(lines.join('\n')) },
    ];
    const found = all.flatMap(({ name, bytes }) =>
      SECRETS.filter((secret) => bytes.includes(secret)).map((secret) => `${secret} in ${name}`),
    );
    expect(found).toEqual([]);
  },
  60_000,
);
