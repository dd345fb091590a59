import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Frame, Page, Request, Route } from 'playwright-core';
import type { HarnessSession } from './electron-harness-session.ts';

const PAGE = 'assay://app';
const STAND_IN = 'https://app.assay.test';

/** What a page needs of the desktop around it. */
export interface PageOptions {
  readonly browser: () => Promise<Browser>;
  readonly session: HarnessSession;
  /** The bundled preload. */
  readonly preload: string;
  invoke(senderFrame: unknown, channel: string, args: readonly unknown[]): Promise<unknown>;
}

/** `webContents` over a Chromium page. */
export interface HarnessContents extends EventEmitter {
  /** The page under it, for a test to look at and click; only after it was loaded. */
  page(): Page;
  load(address: string): Promise<void>;
  send(channel: string, ...args: unknown[]): void;
  getURL(): string;
  dispose(): Promise<void>;
  /** Requests that the shell did not refuse and that left the app. */
  readonly leaked: readonly string[];
  /** Windows that the shell would have let the page open. */
  readonly granted: readonly string[];
}

type WindowOpenHandler = (details: { readonly url: string }) => { readonly action: string };

/** Makes the contents of one window; the browser is launched when it is first loaded. */
export function openPage(options: PageOptions): HarnessContents {
  const emitter = new EventEmitter();
  const leaked: string[] = [];
  const granted: string[] = [];
  let opened: { readonly context: BrowserContext; readonly page: Page } | null = null;
  let windowOpen: WindowOpenHandler = () => ({ action: 'allow' });
  let loading = '';
  let refusedWindows = false;

  const answer = async (route: Route): Promise<void> => {
    const request = route.request();
    const address = toPage(request.url());
    if (request.isNavigationRequest() && address !== loading && !mayNavigate(request, address)) {
      await route.abort('aborted');
      return closeRefused();
    }
    if (address.startsWith(`${PAGE}/`)) return fulfil(route, address);
    if (options.session.allows(address)) leaked.push(address);
    return route.abort('blockedbyclient');
  };
  const mayNavigate = (request: Request, address: string): boolean => {
    const frame = frameOf(request);
    if (frame === null || frame.page() !== opened?.page) {
      if (windowOpen({ url: address }).action === 'deny') refusedWindows = true;
      else granted.push(address);
      return false;
    }
    const name = frame.parentFrame() === null ? 'will-navigate' : 'will-frame-navigate';
    return allowed(emitter, name, address);
  };
  const closeRefused = async (): Promise<void> => {
    if (!refusedWindows || opened === null) return;
    const { context, page } = opened;
    await Promise.all(context.pages().map((other) => (other === page ? null : other.close())));
  };
  const fulfil = async (route: Route, address: string): Promise<void> => {
    const method = route.request().method();
    const response = await options.session.answer(new globalThis.Request(address, { method }));
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  };
  const open = async () => {
    const browser = await options.browser();
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await context.exposeBinding('harnessInvoke', ({ frame }, channel: string, args: unknown[]) =>
      options.invoke({ url: toPage(frame.url()), parent: frame.parentFrame() }, channel, args),
    );
    await context.addInitScript({ content: preloadScript(options.preload) });
    // A request may still be on its way while the window goes away.
    await context.route(/^https?:/, (route) =>
      answer(route).catch((thrown: unknown) => {
        if (opened !== null && !opened.page.isClosed()) throw thrown;
      }),
    );
    const page = await context.newPage();
    context.on('page', () => void closeRefused());
    return { context, page };
  };

  return Object.assign(emitter, {
    leaked,
    granted,
    page: () => {
      if (opened === null) throw new Error('the window is not loaded yet');
      return opened.page;
    },
    async load(address: string) {
      opened ??= await open();
      loading = address;
      await opened.page.goto(address.replace(PAGE, STAND_IN));
    },
    send(channel: string, ...args: unknown[]) {
      // A page that is just going away hears nothing any more.
      opened?.page
        .evaluate(
          ([name, values]) =>
            window.dispatchEvent(new CustomEvent(`harness:${String(name)}`, { detail: values })),
          [channel, args] as const,
        )
        .catch(() => undefined);
    },
    getURL: () => toPage(opened?.page.url() ?? ''),
    setWindowOpenHandler: (handler: WindowOpenHandler) => {
      windowOpen = handler;
    },
    dispose: async () => opened?.context.close(),
  });
}

/** Null for a window that is only just being opened. */
function frameOf(request: Request): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}

function allowed(emitter: EventEmitter, name: string, url: string): boolean {
  let prevented = false;
  emitter.emit(name, { url, preventDefault: () => (prevented = true) });
  return !prevented;
}

function toPage(address: string): string {
  return address.startsWith(STAND_IN) ? address.replace(STAND_IN, PAGE) : address;
}

/** The preload in the top frame, with the two modules of `electron` that a sandboxed one may use. */
function preloadScript(file: string): string {
  return `(() => {
    const invoke = window.harnessInvoke;
    delete window.harnessInvoke;
    if (window.top !== window) return;
    const heard = new Map();
    const electron = {
      contextBridge: {
        exposeInMainWorld: (name, value) =>
          Object.defineProperty(window, name, { value: Object.freeze(value) }),
      },
      ipcRenderer: {
        invoke: (channel, ...args) => invoke(channel, args),
        on: (channel, listener) => {
          const listen = (event) => listener({}, ...event.detail);
          heard.set(listener, listen);
          window.addEventListener('harness:' + channel, listen);
        },
        removeListener: (channel, listener) =>
          window.removeEventListener('harness:' + channel, heard.get(listener)),
      },
    };
    const require = (name) => {
      if (name !== 'electron') throw new Error('a sandboxed preload cannot load ' + name);
      return electron;
    };
    const module = { exports: {} };
    ((exports) => { ${readFileSync(file, 'utf8')} })(module.exports);
  })();`;
}
