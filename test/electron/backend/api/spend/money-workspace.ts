import { join } from 'node:path';
import { type Backend, createBackend } from '../../../../../electron/backend/create-backend.ts';
import { openStore } from '../../../../../electron/backend/store/open.ts';
import type { Store } from '../../../../../electron/backend/store/store.ts';
import { jobEnd } from '../../../../helpers/demo-backend.ts';
import { silentLog } from '../../../../helpers/page-server.ts';
import { withFolder } from '../../../../helpers/with-folder.ts';
import { invocation, lines, NOW, writeLog } from '../../store/store-case.ts';

/** A small workspace with an open backend over it. */
export interface MoneyWorkspace {
  readonly backend: Backend;
  readonly api: Backend['api'];
  /** Imports a folder that holds these invocation log records, and waits until it is read. */
  readonly importCalls: (name: string, ...calls: readonly unknown[]) => Promise<void>;
}

/** Fills a new store, and asks a backend over it; `NOW` is its clock. */
export function withMoney(
  fill: (store: Store, folder: string) => Promise<void>,
  ask: (workspace: MoneyWorkspace) => Promise<void>,
): Promise<void> {
  return withFolder(async (folder) => {
    await fillMoney(folder, fill);
    await askMoney(folder, ask);
  });
}

/** Fills the store of the workspace in a folder, which no backend has open. */
export async function fillMoney(
  folder: string,
  fill: (store: Store, folder: string) => Promise<void>,
): Promise<void> {
  const store = await openStore({ folder: join(folder, 'workspace'), now: () => NOW });
  await fill(store, folder);
  await store.close();
}

/** Asks a backend over the workspace in a folder, and closes it. */
export async function askMoney(
  folder: string,
  ask: (workspace: MoneyWorkspace) => Promise<void>,
): Promise<void> {
  const host = { home: folder, version: '0.0.0-test', log: silentLog, now: () => NOW, env: {} };
  const backend = await createBackend({ workspace: join(folder, 'workspace'), ...host });
  const importCalls: MoneyWorkspace['importCalls'] = async (name, ...calls) => {
    await writeLog(join(folder, name, 'calls.json'), lines(...calls));
    const ended = jobEnd(backend);
    await backend.api['import.start']({ folder: join(folder, name) });
    await ended;
  };
  try {
    await ask({ backend, api: backend.api, importCalls });
  } finally {
    await backend.close();
  }
}

/** A call of a million input tokens that costs what `PRICE` says. */
export function million(id: string, timestamp: string, input = 1_000_000) {
  return invocation(id, {
    timestamp,
    region: 'us-east-1',
    modelId: 'amazon.nova-lite-v1:0',
    input: { inputContentType: 'application/json', inputTokenCount: input },
    output: { outputContentType: 'application/json', outputTokenCount: 0 },
  });
}

/** A price that a test enters for the calls above: one dollar for a million tokens, unless changed. */
export function inputPrice(usd = '1', modelId = 'amazon.nova-lite-v1:0') {
  return {
    kind: 'price',
    modelId,
    scope: null,
    tier: 'standard',
    context: 'short',
    regions: '*',
    unit: 'input-tokens',
    usd,
    per: 1_000_000,
    validFrom: '2026-01-01',
    validTo: null,
    note: 'Agreed.',
  } as const;
}
