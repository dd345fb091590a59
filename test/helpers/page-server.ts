import { mkdir, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { createLog } from '../../electron/backend/log.ts';
import { type PageServer, startPageServer } from '../../electron/server/index.ts';
import { dispatcher } from '../../shared/api/dispatch.ts';
import { type FakeBackend, fakeBackend } from './fake-backend.ts';
import { projectRoot } from './source-tree.ts';
import { withFolder } from './with-folder.ts';

/** A log that goes nowhere. */
export const silentLog = createLog({ now: () => '2026-11-20T12:00:00Z', sinks: [] });

/** The built page. */
export const PAGE_FOLDER = join(projectRoot, 'dist/renderer');

/** An address of the page on a running server, with the token that it asks for. */
export function pageAddress({ address }: PageServer, path: string): string {
  const target = new URL(path, address);
  target.hash = new URL(address).hash;
  return target.href;
}

/** A real page server over a fake backend and a small built page. */
export interface ServerUnderTest {
  readonly server: PageServer;
  readonly backend: FakeBackend;
  readonly token: string;
  readonly folder: string;
}

/** Starts the server on a small page, runs the test, closes it. */
export function withPageServer<T>(run: (under: ServerUnderTest) => Promise<T>): Promise<T> {
  return withFolder(async (folder) => {
    const page = join(folder, 'page');
    await mkdir(join(page, 'assets'), { recursive: true });
    await writeFile(join(page, 'index.html'), '<!doctype html><title>Assay</title>');
    await writeFile(join(page, 'assets', 'app-1a2b.js'), 'export {};');
    await writeFile(join(page, 'notes.txt'), 'not a page file');
    await writeFile(join(folder, 'secret.json'), '{"secret":true}');
    const backend = fakeBackend();
    const server = await startPageServer({
      send: dispatcher(backend.api),
      onEvent: backend.onEvent,
      pageFolder: page,
      log: silentLog,
    });
    try {
      const token = new URL(server.address).hash.replace('#token=', '');
      return await run({ server, backend, token, folder });
    } finally {
      await server.close();
    }
  });
}

/** One raw HTTP request: any header, any target, nothing normalised on the way. */
export interface RawRequest {
  readonly method?: string;
  readonly target: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What came back. */
export interface RawResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends a raw request to a server; `Host` is the server's own unless given. */
export function rawRequest(origin: string, raw: RawRequest): Promise<RawResponse> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        hostname,
        port,
        path: raw.target,
        method: raw.method ?? 'GET',
        headers: { ...raw.headers },
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(raw.body);
  });
}
