import { performance } from 'node:perf_hooks';
import type { ApiContext } from '../../electron/backend/api/context.ts';
import { createPriceBooks } from '../../electron/backend/api/price-books.ts';
import { reconcileApi } from '../../electron/backend/api/reconcile-api.ts';
import { getSpend } from '../../electron/backend/api/spend/get-spend.ts';
import { usageApi } from '../../electron/backend/api/usage-api.ts';
import { createLog } from '../../electron/backend/log.ts';
import type { Store } from '../../electron/backend/store/store.ts';
import { openWorkspace } from '../../electron/backend/workspace/open-workspace.ts';
import { openRegistry } from '../../electron/backend/workspace/registry.ts';
import {
  newWorkspaceFile,
  openWorkspaceFile,
} from '../../electron/backend/workspace/workspace-file.ts';
import type { TeamRule } from '../../shared/model/team-rules.ts';
import { bundledPrices } from '../../shared/prices/bundled-prices.ts';
import { createPriceBook } from '../../shared/prices/price-book.ts';
import { USAGE_MONTH, USAGE_NOW, USAGE_YEAR } from './fill-usage.ts';

/** Answers of the contract, asked of a filled workspace as the page does. */
export interface SpendQuestions {
  readonly ask: Readonly<Record<string, () => Promise<readonly unknown[]>>>;
  /** Milliseconds for which the store was asked since the last call. */
  queryMs(): number;
  close(): Promise<void>;
}

/** Roles of some tens of teams, and what is left by account. */
const RULES: readonly TeamRule[] = [
  ...Array.from({ length: 30 }, (_, index) => ({
    by: 'principal' as const,
    pattern: `service-role-${index + 10}*`,
    team: `team-${index % 12}`,
  })),
  { by: 'account', accountId: '111122223301', team: 'team-12' },
];

/** Writes the rules of teams into a workspace that is not open. */
export async function writeTeamRules(folder: string): Promise<void> {
  const now = () => USAGE_NOW;
  const file = await openWorkspaceFile(`${folder}/workspace.json`, newWorkspaceFile('bench'), now);
  await file.update((old) => ({ ...old, settings: { ...old.settings, teamRules: RULES } }));
}

/** Opens a workspace for reading: what is not summed yet stays so. */
export async function openSpendQuestions(folder: string): Promise<SpendQuestions> {
  const host = {
    home: folder,
    env: {},
    log: createLog({ now: () => USAGE_NOW, sinks: [] }),
    now: () => USAGE_NOW,
    readOnly: true,
    demoThread: null,
    emit: () => undefined,
  };
  const open = await openWorkspace(folder, host);
  const { store, queryMs } = timed(open.store);
  const workspace = { ...open, store };
  const context: ApiContext = {
    host,
    version: '0.0.0-bench',
    registry: openRegistry(folder, host.now),
    prices: createPriceBooks(createPriceBook([bundledPrices()])),
    workspace: () => workspace,
    switchTo: () => Promise.reject(new Error('A bench has one workspace.')),
  };
  return { ask: questionsOf(context), queryMs, close: () => open.close() };
}

function questionsOf(context: ApiContext): SpendQuestions['ask'] {
  const page = { offset: 0, limit: 100 };
  const months = { granularity: 'month', groupBy: 'team' } as const;
  const principals = {
    ...USAGE_MONTH,
    groupBy: 'principal',
    granularity: 'month',
    top: 10,
  } as const;
  const reconciliation = async (period: typeof USAGE_MONTH | typeof USAGE_YEAR) => {
    const { headline, causes, rows } = await reconcileApi(context)['spend.reconcile']({
      ...period,
      ...page,
    });
    return [headline, ...causes, ...rows];
  };
  return {
    'month by model and day, priced': async () =>
      cellsOf(await getSpend(context, { ...USAGE_MONTH, groupBy: 'model', granularity: 'day' })),
    'month, top principals, priced': async () => cellsOf(await getSpend(context, principals)),
    'year by team and month, priced': async () =>
      cellsOf(await getSpend(context, { ...USAGE_YEAR, ...months })),
    'reconciliation of a month': () => reconciliation(USAGE_MONTH),
    'reconciliation of a year': () => reconciliation(USAGE_YEAR),
    'calls and cost of the principals of a month': async () =>
      (await usageApi(context)['principals.list']({ ...USAGE_MONTH, ...page })).rows,
  };
}

function cellsOf({ usd, cells }: Awaited<ReturnType<typeof getSpend>>): readonly unknown[] {
  return [usd, ...cells];
}

/** The store, with the time for which one question or more were being answered. */
function timed(store: Store): { readonly store: Store; queryMs(): number } {
  let running = 0;
  let since = 0;
  let sum = 0;
  const ask: Store['ask'] = async (name, params) => {
    if (running++ === 0) since = performance.now();
    try {
      return await store.ask(name, params);
    } finally {
      if (--running === 0) sum += performance.now() - since;
    }
  };
  const queryMs = () => {
    const ms = sum;
    sum = 0;
    return ms;
  };
  return { store: { ...store, ask }, queryMs };
}
