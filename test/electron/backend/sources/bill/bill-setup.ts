import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CostExplorer, GetCostAndUsageCommandInput } from '@aws-sdk/client-cost-explorer';
import type { Clients } from '../../../../../electron/backend/aws/clients.ts';
import { createMeteredCalls } from '../../../../../electron/backend/aws/metered-calls.ts';
import { ACCOUNT } from '../../../../../electron/backend/demo/world/organization.ts';
import type { BillPayer } from '../../../../../electron/backend/sources/bill/payers.ts';
import type { SourceTools } from '../../../../../electron/backend/sources/source.ts';
import { openStore } from '../../../../../electron/backend/store/open.ts';
import type { Store } from '../../../../../electron/backend/store/store.ts';
import { NOW, type Simulated, startSimulated } from '../../scan/simulated.ts';

/** A store and tools over the simulated organisation, whose bill is read. */
export interface BillSetup {
  readonly simulated: Simulated;
  readonly store: Store;
  /** Inputs of GetCostAndUsage so far. */
  readonly asked: GetCostAndUsageCommandInput[];
  payer(accountId?: string, more?: Partial<BillPayer>): BillPayer;
  clients(accountId: string): Clients;
  tools(change?: { readonly now?: string; readonly capUsd?: string }): SourceTools;
  rows(sql: string): Promise<readonly (readonly unknown[])[]>;
  /** Empties nothing but forgets which questions were asked. */
  close(): Promise<void>;
}

/** Sets up a test of bill sources. */
export async function openBillSetup(simulated?: Simulated): Promise<BillSetup> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-bill-'));
  const own = simulated ?? (await startSimulated());
  const store = await openStore({ folder, now: () => NOW });
  const asked: GetCostAndUsageCommandInput[] = [];
  const clients = (accountId: string) => recording(own.connect(own.connectionOf(accountId)), asked);
  return {
    simulated: own,
    store,
    asked,
    clients,
    payer: (accountId = ACCOUNT.management, more = {}) => ({
      accountId,
      clients: clients(accountId),
      members: [],
      tagKeys: [],
      ...more,
    }),
    tools: ({ now = NOW, capUsd = '5' } = {}) => {
      const clock = () => now;
      return {
        store,
        meter: createMeteredCalls({ scanId: 'scan', capUsd, spentUsd: [], clock }),
        spoolFolder: join(folder, 'spool'),
        signal: new AbortController().signal,
        clock,
      };
    },
    rows: async (sql) => (await store.query(sql, 5_000)).rows,
    close: async () => {
      await store.close();
      if (simulated === undefined) await own.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The same clients, whose questions to Cost Explorer are written down. */
function recording(clients: Clients, asked: GetCostAndUsageCommandInput[]): Clients {
  return {
    ...clients,
    costExplorer: async (region) => {
      const client = await clients.costExplorer(region);
      const getCostAndUsage: CostExplorer['getCostAndUsage'] = (
        input: GetCostAndUsageCommandInput,
        ...rest: []
      ) => {
        asked.push(input);
        return client.getCostAndUsage(input, ...rest);
      };
      return Object.assign(Object.create(client), { getCostAndUsage });
    },
  };
}
