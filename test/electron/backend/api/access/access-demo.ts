import { accessApi } from '../../../../../electron/backend/api/access/access-api.ts';
import {
  type AccessBase,
  type AccessBases,
  accessBases,
} from '../../../../../electron/backend/api/access/access-base.ts';
import type { ApiContext } from '../../../../../electron/backend/api/context.ts';
import { createPriceBooks } from '../../../../../electron/backend/api/price-books.ts';
import type { World } from '../../../../../electron/backend/demo/world/world.ts';
import {
  type OpenWorkspace,
  openDemoWorkspace,
} from '../../../../../electron/backend/workspace/open-workspace.ts';
import type { Operation, Route } from '../../../../../shared/access/catalogue/route.ts';
import { actionOf } from '../../../../../shared/access/catalogue/route.ts';
import { decide } from '../../../../../shared/access/evaluate/decide.ts';
import {
  type AccessPrincipal,
  type ContextChoice,
  OPEN_CONTEXT,
} from '../../../../../shared/access/world/access-world.ts';
import { requestOf } from '../../../../../shared/access/world/request-of.ts';
import type { Instant } from '../../../../../shared/model/period.ts';
import { bundledPrices } from '../../../../../shared/prices/bundled-prices.ts';
import { createPriceBook } from '../../../../../shared/prices/price-book.ts';
import { copyOfDemo } from '../../../../helpers/demo-backend.ts';
import { silentLog } from '../../../../helpers/page-server.ts';
import { worldAt } from '../../../../helpers/world-at.ts';

/** The methods of Access over the scanned demo, with what a test recomputes them from. */
export interface AccessDemo {
  readonly api: ReturnType<typeof accessApi>;
  readonly bases: AccessBases;
  readonly base: AccessBase;
  readonly context: ApiContext;
  readonly open: OpenWorkspace;
  readonly world: World;
  readonly now: Instant;
  /** Rows of one SELECT over the views. */
  rows(sql: string): Promise<readonly (readonly unknown[])[]>;
  close(): Promise<void>;
}

/** Nothing is fixed, in no Region. */
export const ASKED = { operation: 'invoke', region: null, context: open() } as const;

function open(): { keys: Record<string, string[]>; assumeUnreadAllows: boolean } {
  return { keys: {}, assumeUnreadAllows: false };
}

/** Opens the scanned demo without a scan of its own, and without its AWS. */
export async function accessDemo(): Promise<AccessDemo> {
  const { home, now, remove } = await copyOfDemo();
  const host = {
    ...{ home, env: {}, log: silentLog, now: () => now, readOnly: true, demoThread: null },
    emit: () => undefined,
  };
  const workspace = await openDemoWorkspace(host);
  const prices = createPriceBooks(
    createPriceBook([bundledPrices()]),
    () => workspace.file.current().settings.priceOverrides,
  );
  const context: ApiContext = {
    ...{ host, version: '0', prices, workspace: () => workspace },
    registry: { list: async () => [], remember: async () => undefined },
    switchTo: (opening) => opening(),
  };
  const bases = accessBases(context);
  return {
    ...{ api: accessApi(context, bases), bases, context, open: workspace, now },
    base: await bases(),
    world: worldAt(now),
    rows: async (sql) => (await workspace.store.query(sql, 50_000)).rows,
    async close() {
      await workspace.close();
      await remove();
    },
  };
}

/** A call put to `decide` part by part, with nothing compiled. */
export function naively(
  { world, at }: Pick<AccessBase, 'world' | 'at'>,
  principal: AccessPrincipal,
  asked: { readonly route: Route; readonly operation: Operation; readonly choice?: ContextChoice },
): 'allowed' | 'conditional' | 'unknown' | 'denied' {
  const { route, operation, choice = OPEN_CONTEXT } = asked;
  const action = actionOf(route.plane, operation);
  const words = route.parts.map((part) => {
    const { request, policies } = requestOf({ world, principal, part, action, choice, at });
    return decide(request, policies).decision;
  });
  return (
    (['denied', 'unknown', 'conditional'] as const).find((word) => words.includes(word)) ??
    'allowed'
  );
}

/** The letter of a cell by `decide` alone. */
export function letterOf(
  base: Pick<AccessBase, 'world' | 'catalogue' | 'at'>,
  principal: AccessPrincipal,
  modelId: string,
): string {
  const routes = base.catalogue
    .routesIn(principal.accountId)
    .filter((route) => route.modelId === modelId);
  if (routes.length === 0) return '-';
  const words = routes.map((route) => naively(base, principal, { route, operation: 'invoke' }));
  const order = ['allowed', 'conditional', 'unknown', 'denied'] as const;
  return 'ACUD'[order.findIndex((word) => words.includes(word))] ?? '?';
}

/** A principal of the world by its name and account. */
export function principalOf(
  { world }: Pick<AccessBase, 'world'>,
  name: string,
  accountId?: string,
): AccessPrincipal {
  const found = world.principals.find(
    (one) => one.name === name && (accountId === undefined || one.accountId === accountId),
  );
  if (found === undefined) throw new Error(`${name} is not in the world`);
  return found;
}
