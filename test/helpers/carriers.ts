import { EventEmitter } from 'node:events';
import type { BackendPort } from '../../electron/main/serve-backend.ts';
import { startPageServer } from '../../electron/server/index.ts';
import type { BackendEvent } from '../../shared/api/answers.ts';
import type { Send } from '../../shared/api/contract.ts';
import { dispatcher } from '../../shared/api/dispatch.ts';
import type { FakeBackend } from './fake-backend.ts';
import { silentLog } from './page-server.ts';

/** A carrier of the contract between a caller and a backend, as the suite drives it. */
export interface Carried {
  readonly send: Send;
  onEvent(listener: (event: BackendEvent) => void): () => void;
  /** Resolves once a listener is really heard at the other end. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** Makes a carrier over a backend. */
export type Carrier = (backend: FakeBackend) => Promise<Carried>;

/** In process: the command line's. */
export const inProcess: Carrier = async (backend) => ({
  send: dispatcher(backend.api),
  onEvent: backend.onEvent,
  ready: async () => {},
  close: async () => {},
});

/** HTTP: the real server, a real socket, `fetch`. */
export const http: Carrier = async (backend) => {
  const server = await startPageServer({
    send: dispatcher(backend.api),
    onEvent: backend.onEvent,
    pageFolder: '/nonexistent',
    log: silentLog,
  });
  const headers = { 'x-assay-token': new URL(server.address).hash.replace('#token=', '') };
  const streams: Promise<Response>[] = [];
  return {
    send: async (method, input) => {
      const response = await fetch(`${server.origin}/api/${method}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
      return (await response.json()) as Awaited<ReturnType<Send>>;
    },
    onEvent(listener) {
      const stop = new AbortController();
      const stream = fetch(`${server.origin}/api/events`, { headers, signal: stop.signal });
      streams.push(stream);
      void stream.then((response) => readLines(response, listener)).catch(() => undefined);
      return () => stop.abort();
    },
    ready: async () => {
      await Promise.all(streams);
    },
    close: () => server.close(),
  };
};

const wires = fakeElectron();

/** Stands in for `electron` where the IPC carrier is used: `vi.mock('electron', ...)`. */
export const carrierElectron = wires.electron;

/**
 * IPC, the desktop's whole chain: preload, ipcMain, the link to the backend's process and its port;
 * the same modules as in the app, with structured clones where Electron copies.
 */
export const ipc: Carrier = async (backend) => {
  const { serveBackend } = await import('../../electron/main/serve-backend.ts');
  const { startBackendProcess } = await import('../../electron/main/backend-link.ts');
  const { carryContract } = await import('../../electron/main/ipc.ts');
  await import('../../electron/preload/index.ts');
  wires.onFork((port) => serveBackend(port, async () => backend));
  const link = await startBackendProcess('backend', { workspace: 'demo', home: '/' });
  carryContract(link);
  const bridge = wires.exposed() as Pick<Carried, 'send' | 'onEvent'>;
  return { ...bridge, ready: async () => {}, close: () => link.close() };
};

type ServePort = (port: BackendPort) => Promise<void>;

function fakeElectron() {
  const renderer = new EventEmitter();
  const handlers = new Map<string, (event: unknown, ...args: unknown[]) => unknown>();
  const sender = { senderFrame: { url: 'assay://app/', parent: null } };
  let exposed: unknown;
  let serve: ServePort = async () => {};
  const window = {
    webContents: {
      send: (channel: string, value: unknown) => renderer.emit(channel, {}, structuredClone(value)),
    },
  };
  const fork = () => {
    const parent = new EventEmitter();
    const child = new EventEmitter();
    const kill = () => parent.emit('exit', 0);
    void serve({
      post: (message) => void parent.emit('message', structuredClone(message)),
      onMessage: (listener) => child.on('message', listener),
    });
    const postMessage = (message: unknown) => child.emit('message', structuredClone(message));
    return Object.assign(parent, { postMessage, kill });
  };
  return {
    onFork: (next: ServePort) => {
      serve = next;
    },
    exposed: () => exposed,
    electron: {
      BrowserWindow: { getAllWindows: () => [window] },
      ipcMain: {
        handle: (channel: string, handler: (event: unknown, ...args: unknown[]) => unknown) =>
          handlers.set(channel, handler),
      },
      utilityProcess: { fork },
      contextBridge: {
        exposeInMainWorld: (_: string, value: unknown) => {
          exposed = value;
        },
      },
      ipcRenderer: Object.assign(renderer, {
        invoke: async (channel: string, ...args: unknown[]) =>
          structuredClone(await handlers.get(channel)?.(sender, ...structuredClone(args))),
      }),
    },
  };
}

async function readLines(
  response: Response,
  listener: (event: BackendEvent) => void,
): Promise<void> {
  let rest = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') listener(JSON.parse(line) as BackendEvent);
  }
}
