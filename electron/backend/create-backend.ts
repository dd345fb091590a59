import process from 'node:process';
import type { BackendEvent } from '../../shared/api/answers.ts';
import type { Api } from '../../shared/api/contract.ts';
import type { Instant } from '../../shared/model/period.ts';
import { bundledPrices } from '../../shared/prices/bundled-prices.ts';
import { createPriceBook } from '../../shared/prices/price-book.ts';
import { createApi } from './api/create-api.ts';
import { createPriceBooks } from './api/price-books.ts';
import type { Environment } from './aws/shared-config.ts';
import { systemNow } from './clock.ts';
import type { Log } from './log.ts';
import { startPolling } from './polling/polling.ts';
import { createPromptLab } from './prompts/prompt-lab.ts';
import {
  type OpenWorkspace,
  openDemoWorkspace,
  openWorkspace,
  type WorkspaceHost,
} from './workspace/open-workspace.ts';
import { openRegistry, type Registry } from './workspace/registry.ts';

/** What a host decides. */
export interface BackendOptions {
  /** A workspace folder (made when absent), or `demo` for the simulated organisation. */
  readonly workspace: string;
  /** Assay's own folder for demo workspaces and the list of known ones. */
  readonly home: string;
  readonly version: string;
  readonly log: Log;
  readonly now?: () => Instant;
  /** Environment for AWS profiles and endpoints; the process's by default. */
  readonly env?: Environment;
  /** The bundled thread that simulates the demo's AWS; absent runs it beside the backend. */
  readonly demoThread?: string | null;
  /** Opens without writing: for `assay query` and reports beside a running program. */
  readonly readOnly?: boolean;
  /** Reads sources again and again while a workspace is open; for hosts that stay. */
  readonly polling?: boolean;
}

/** Assay without a face: the API, its events, and the end. */
export interface Backend {
  readonly api: Api;
  onEvent(listener: (event: BackendEvent) => void): () => void;
  close(): Promise<void>;
}

/** The word for the simulated organisation in place of a folder. */
export const DEMO_WORKSPACE = 'demo';

/**
 * Wires everything, once: opens the workspace and answers the contract over it.
 * @throws AppError when the workspace cannot be opened.
 */
export async function createBackend(options: BackendOptions): Promise<Backend> {
  const listeners = new Set<(event: BackendEvent) => void>();
  const emit = (event: BackendEvent) => {
    for (const listener of listeners) listener(event);
  };
  const host = hostOf(options, emit);
  const registry = openRegistry(options.home, host.now);
  const open = await openFirst(options.workspace, host);
  const current = currentWorkspace(open, { host, registry });
  const clock = () => performance.now();
  const lab = createPromptLab({ now: host.now, clock, emit });
  const { version } = options;
  const { workspace, switchTo } = current;
  const prices = createPriceBooks(
    createPriceBook([bundledPrices()]),
    () => workspace().file.current().settings.priceOverrides,
  );
  const context = { host, version, registry, prices, workspace, switchTo };
  const onEvent: Backend['onEvent'] = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const polls = options.polling === true && !host.readOnly;
  const polling = polls ? startPolling(context, onEvent) : null;
  const api = createApi(context, { lab, sourceTimes: () => polling?.states() ?? null });
  await current.remember();
  return {
    api,
    onEvent,
    async close() {
      polling?.close();
      await lab.close();
      await current.close();
      listeners.clear();
    },
  };
}

function hostOf(options: BackendOptions, emit: (event: BackendEvent) => void): WorkspaceHost {
  return {
    home: options.home,
    env: options.env ?? process.env,
    log: options.log,
    now: options.now ?? systemNow,
    readOnly: options.readOnly ?? false,
    demoThread: options.demoThread ?? null,
    emit,
  };
}

function openFirst(workspace: string, host: WorkspaceHost): Promise<OpenWorkspace> {
  return workspace === DEMO_WORKSPACE ? openDemoWorkspace(host) : openWorkspace(workspace, host);
}

/** Holds the open workspace and changes it for another, one change at a time. */
function currentWorkspace(
  first: OpenWorkspace,
  { host, registry }: { readonly host: WorkspaceHost; readonly registry: Registry },
) {
  let open = first;
  let last: Promise<unknown> = Promise.resolve();
  const remember = async () => {
    if (!host.readOnly && open.demo === null) await registry.remember(open.folder);
  };
  const change = async (opening: () => Promise<OpenWorkspace>) => {
    const next = await opening();
    const left = open;
    open = next;
    await left.close();
    await remember();
    host.emit({ type: 'workspace' });
    return next;
  };
  return {
    workspace: () => open,
    remember,
    switchTo(opening: () => Promise<OpenWorkspace>) {
      const next = last.then(() => change(opening));
      last = next.catch(() => undefined);
      return next;
    },
    /** Closes the open workspace once a change that has begun is through. */
    async close() {
      await last;
      await open.close();
    },
  };
}
