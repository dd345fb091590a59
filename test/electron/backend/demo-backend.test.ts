import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createBackend } from '../../../electron/backend/create-backend.ts';
import { createLog } from '../../../electron/backend/log.ts';
import { inputOfConnection } from '../../../renderer/pages/settings/connection-input.ts';
import { withFolder } from '../../helpers/with-folder.ts';

const now = () => '2026-11-20T12:00:00Z';
const log = createLog({ now, sinks: [] });

test('connections of the demo answer a test with the credentials that scans use', async () => {
  await withFolder(async (home) => {
    const backend = await open(home);
    const { connections } = await backend.api['workspace.get']({});
    expect(connections.length).toBeGreaterThan(1);
    for (const connection of connections) {
      const identity = await backend.api['connection.test'](inputOfConnection(connection));
      expect(identity.accountId).toBe(connection.accountId);
    }
    await backend.close();
  });
});

test('the demo is not polled, whichever workspace was open before; another one is', async () => {
  await withFolder(async (home) => {
    const { api, close } = await open(home);
    const running = async () => (await api['polling.get']({})).running;
    expect(await running()).toBe(false);
    await api['workspace.open']({ folder: join(home, 'a') });
    expect(await running()).toBe(true);
    await api['workspace.open-demo']({});
    expect(await running()).toBe(false);
    await close();
  });
});

function open(home: string) {
  const version = '0.0.0-test';
  return createBackend({ workspace: 'demo', home, version, log, now, env: {}, polling: true });
}
