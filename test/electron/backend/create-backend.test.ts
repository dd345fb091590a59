import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Backend, createBackend } from '../../../electron/backend/create-backend.ts';
import { createLog } from '../../../electron/backend/log.ts';
import { withFolder } from '../../helpers/with-folder.ts';

const now = () => '2026-11-20T12:00:00Z';
const log = createLog({ now, sinks: [] });
const ENDLESS = 'SELECT count(*) FROM range(10000000) a, range(10000000) b';

function open(home: string, name: string): Promise<Backend> {
  const workspace = join(home, name);
  return createBackend({ workspace, home, version: '0.0.0-test', log, now, env: {} });
}

test('a query that runs while the workspace changes is told, and both can be opened again', async () => {
  await withFolder(async (home) => {
    const { api, close } = await open(home, 'a');
    const asked = api['query.run']({ sql: ENDLESS }).catch((thrown: unknown) => thrown);
    const opened = await api['workspace.open']({ folder: join(home, 'b') });
    expect(opened.name).toBe('b');
    expect(await asked).toMatchObject({ code: 'conflict' });
    expect((await api['workspace.open']({ folder: join(home, 'a') })).name).toBe('a');
    await close();
  });
});

test('closing waits for a change of workspaces, and leaves none open', async () => {
  await withFolder(async (home) => {
    const { api, close } = await open(home, 'a');
    const changing = api['workspace.open']({ folder: join(home, 'b') }).catch(() => null);
    await close();
    await changing;
    for (const name of ['a', 'b']) await (await open(home, name)).close();
  });
});
