import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { createBackend } from '../../../../electron/backend/create-backend.ts';
import { startSimulatedAccount } from '../../../../electron/backend/demo/simulated-account.ts';
import { jobEnd } from '../../../helpers/demo-backend.ts';
import { silentLog } from '../../../helpers/page-server.ts';
import { withFolder } from '../../../helpers/with-folder.ts';
import { worldAt } from '../../../helpers/world-at.ts';

const NOW = '2026-11-20T12:00:00Z';

afterEach(() => vi.unstubAllEnvs());

test('with everything denied but sts, every rule is unknown and names what to grant', () =>
  withFolder(async (home) => {
    const world = worldAt(NOW);
    const account = await startSimulatedAccount({ world });
    account.faults.denyAll();
    vi.stubEnv('AWS_ACCESS_KEY_ID', world.rootKey.accessKeyId);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', world.rootKey.secretAccessKey);
    const workspace = join(home, 'workspace');
    const backend = await createBackend({
      workspace,
      home,
      version: '0.0.0',
      log: silentLog,
      now: () => NOW,
      env: {},
    });
    try {
      await backend.api['connection.add']({
        label: 'denied',
        regions: ['us-east-1'],
        endpointUrl: account.endpoint,
      });
      const ended = jobEnd(backend);
      await backend.api['scan.start']({});
      expect(await ended).toMatchObject({ state: 'partial', error: null });
      const { rules, findings } = await backend.api['findings.list']({});
      expect(rules.length).toBeGreaterThan(4);
      for (const rule of rules) {
        const own = findings.filter(({ ruleId }) => ruleId === rule.id);
        expect(
          own.map(({ status }) => status),
          rule.id,
        ).toEqual(['unknown']);
        const actions = own.flatMap(({ missing }) => missing.map(({ action }) => action));
        expect(actions.length, rule.id).toBeGreaterThan(0);
        expect(actions, rule.id).not.toContain(null);
      }
      const filter = { states: ['collected' as const, 'partial' as const] };
      const read = await backend.api['coverage.list']({ filter, offset: 0, limit: 50 });
      expect(read).toEqual({ rows: [], total: 0 });
    } finally {
      await backend.close();
      await account.close();
    }
  }));
