import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createBackend } from '../../electron/backend/create-backend.ts';
import { createLog } from '../../electron/backend/log.ts';
import { openStore } from '../../electron/backend/store/open.ts';
import { newWorkspaceFile } from '../../electron/backend/workspace/workspace-file.ts';
import type { Connection } from '../../shared/api/answers.ts';
import type { Api } from '../../shared/api/contract.ts';
import type { DatasetReading } from '../../shared/model/dataset.ts';
import type { Instant } from '../../shared/model/period.ts';
import { withFolder } from './with-folder.ts';

/** What an earlier scan left in a workspace. */
interface Stored {
  readonly now: Instant;
  readonly connection: Connection;
  readonly readings: readonly DatasetReading[];
}

/** Asks a backend over a workspace in which a scan stored these readings; it is removed afterwards. */
export function withReadings<T>(
  { now, connection, readings }: Stored,
  ask: (api: Api) => Promise<T>,
): Promise<T> {
  return withFolder(async (home) => {
    const workspace = join(home, 'w');
    await mkdir(workspace);
    const file = { ...newWorkspaceFile('w'), connections: [connection] };
    await writeFile(join(workspace, 'workspace.json'), JSON.stringify(file));
    const store = await openStore({ folder: workspace, now: () => now });
    if (readings.length > 0) await store.putReadings('s', readings);
    await store.close();
    const log = createLog({ now: () => now, sinks: [] });
    const options = { workspace, home, version: '0.0.0-test', log, now: () => now, env: {} };
    const { api, close } = await createBackend(options);
    try {
      return await ask(api);
    } finally {
      await close();
    }
  });
}
