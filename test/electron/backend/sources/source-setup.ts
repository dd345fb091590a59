import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createMeteredCalls,
  type MeteredCalls,
} from '../../../../electron/backend/aws/metered-calls.ts';
import type { World } from '../../../../electron/backend/demo/world/world.ts';
import type { SourceTarget, SourceTools } from '../../../../electron/backend/sources/source.ts';
import { openStore } from '../../../../electron/backend/store/open.ts';
import type { Store } from '../../../../electron/backend/store/store.ts';
import {
  createSmallWorld,
  readerArn,
  SMALL_ACCOUNT,
  SMALL_NOW,
} from '../../../helpers/small-world/small-world.ts';
import { type Simulated, startSimulated } from '../scan/simulated.ts';

export const REGION = 'us-east-1';

/** A source's surroundings over a small world: real store, real clients, simulated account. */
export interface SourceSetup {
  readonly simulated: Simulated;
  readonly store: Store;
  readonly target: SourceTarget;
  readonly meter: MeteredCalls;
  tools(change?: Partial<SourceTools>): SourceTools;
  /** The only value of a SELECT. */
  value(sql: string): Promise<unknown>;
  close(): Promise<void>;
}

/** Sets up a source test; parts of the small world may be replaced. */
export async function openSourceSetup(parts: Partial<World> = {}): Promise<SourceSetup> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-source-'));
  const simulated = await startSimulated(createSmallWorld(parts));
  const store = await openStore({ folder, now: () => SMALL_NOW });
  const connection = {
    ...simulated.connectionOf(SMALL_ACCOUNT),
    roleArn: readerArn(SMALL_ACCOUNT),
  };
  const clients = simulated.connect(connection);
  const clock = () => SMALL_NOW;
  const meter = createMeteredCalls({ scanId: 'scan', capUsd: '5', spentUsd: [], clock });
  return {
    simulated,
    store,
    meter,
    target: { clients, accountId: SMALL_ACCOUNT, region: REGION },
    tools: (change) => ({
      store,
      meter,
      spoolFolder: join(folder, 'spool'),
      signal: new AbortController().signal,
      clock,
      ...change,
    }),
    value: async (sql) => (await store.query(sql, 1)).rows[0]?.[0],
    close: async () => {
      await store.close();
      await simulated.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
