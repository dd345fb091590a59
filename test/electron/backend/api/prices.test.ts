import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { type Backend, createBackend } from '../../../../electron/backend/create-backend.ts';
import { createLog } from '../../../../electron/backend/log.ts';
import type { PriceOverride } from '../../../../shared/model/price-override.ts';
import { withFolder } from '../../../helpers/with-folder.ts';

vi.setConfig({ testTimeout: 60_000 });

const now = () => '2026-11-20T12:00:00Z';
const ROW = {
  modelId: 'Claude Sonnet 5.5',
  region: 'us-east-1',
  unit: 'input-tokens',
  quantity: '1000000',
} as const;
const DISCOUNT = {
  kind: 'discount',
  models: ['us.anthropic.claude-sonnet-5-5'],
  percentOff: '10',
  validFrom: '2026-11-01',
  validTo: null,
  note: 'Private pricing',
} as const satisfies PriceOverride;

async function within<T>(folder: string, use: (backend: Backend) => Promise<T>): Promise<T> {
  const backend = await createBackend({
    workspace: join(folder, 'workspace'),
    home: folder,
    version: '0',
    env: {},
    now,
    log: createLog({ now, sinks: [] }),
  });
  try {
    return await use(backend);
  } finally {
    await backend.close();
  }
}

test('prices of one’s own hold at once, for all methods, and after the workspace was closed', async () => {
  await withFolder(async (folder) => {
    await within(folder, async ({ api }) => {
      expect(await api['prices.quote']({ rows: [ROW] })).toMatchObject([{ usd: '2.2' }]);
      const changed = await api['settings.update']({ priceOverrides: [DISCOUNT] });
      expect(changed.priceOverrides).toEqual([DISCOUNT]);
      expect(await api['prices.quote']({ rows: [ROW] })).toMatchObject([
        { usd: '1.98', discount: { percentOff: '10', note: 'Private pricing' } },
      ]);
    });
    await within(folder, async ({ api }) => {
      expect(
        await api['prices.quote']({ rows: [{ ...ROW, day: '2026-10-31' }, ROW] }),
      ).toMatchObject([{ usd: '2.2' }, { usd: '1.98' }]);
      expect(await api['prices.conflicts']({})).toEqual([]);
    });
  });
});

test('the lines of a model are listed under any of its spellings', async () => {
  await withFolder((folder) =>
    within(folder, async ({ api }) => {
      const listed = await api['prices.list']({ modelId: 'anthropic.claude-sonnet-5-5' });
      expect(listed.length).toBeGreaterThan(10);
      for (const modelId of ['Claude Sonnet 5.5', 'global.anthropic.claude-sonnet-5-5-v1:0']) {
        expect(await api['prices.list']({ modelId })).toEqual(listed);
      }
      expect(await api['prices.list']({ modelId: 'Claude' })).toEqual([]);
      expect((await api['prices.list']({})).length).toBeGreaterThan(2_000);
    }),
  );
});
