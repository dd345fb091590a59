import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { BackendEvent } from '../../shared/api/answers.ts';
import type { Send } from '../../shared/api/contract.ts';
import { AppError } from '../../shared/model/app-error.ts';
import type { Log } from '../backend/log.ts';
import { PAGE_HEADERS } from '../backend/page-security.ts';
import { type EventStreams, eventStreams } from './event-stream.ts';
import { answerCall, sendError } from './http-api.ts';
import { isApiPath, requestGuard } from './request-guard.ts';
import { answerFile } from './static-files.ts';

/** What a page server needs: the contract, the events and the built page. */
export interface PageServerOptions {
  readonly send: Send;
  onEvent(listener: (event: BackendEvent) => void): () => void;
  /** The folder of the built page. */
  readonly pageFolder: string;
  readonly log: Log;
  /** 0 or absent: any free port. */
  readonly port?: number;
}

/** A running page server. */
export interface PageServer {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  /** The address to open; its fragment holds the token of this start and is never sent or logged. */
  readonly address: string;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const TOKEN_BYTES = 32;

/**
 * Serves the page and the contract on the loopback interface only.
 * @throws AppError `io-failed` when the port cannot be had.
 */
export async function startPageServer(options: PageServerOptions): Promise<PageServer> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const streams = eventStreams((listener) => options.onEvent(listener));
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 60_000 });
  const origin = `http://${LOOPBACK}:${await listen(server, options.port ?? 0)}`;
  const guard = requestGuard({ origin, token });
  server.on('request', (request, response) => {
    answer(request, response, { ...options, guard, streams }).catch((thrown: unknown) => {
      options.log.warn('A page request failed', { path: pathOf(request), thrown });
      if (response.headersSent) response.destroy();
      else sendError(response, 500, 'The page could not be read; see the log.', 'internal');
    });
  });
  return {
    origin,
    address: `${origin}/#token=${token}`,
    close: () => closeServer(server, streams),
  };
}

type Serving = PageServerOptions & {
  readonly guard: ReturnType<typeof requestGuard>;
  readonly streams: EventStreams;
};

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  serving: Serving,
): Promise<void> {
  for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
  const path = pathOf(request);
  const refusal = serving.guard({
    path,
    host: request.headers.host,
    origin: request.headers.origin,
    fetchSite: headerOf(request, 'sec-fetch-site'),
    token: headerOf(request, 'x-assay-token'),
  });
  if (refusal !== null) return sendError(response, refusal.status, refusal.reason);
  if (!isApiPath(path)) return answerFile(request, response, { folder: serving.pageFolder, path });
  if (path === '/api/events') return answerEvents(request, response, serving.streams);
  const method = path.slice('/api/'.length);
  return answerCall(request, response, { method, send: serving.send });
}

function answerEvents(
  request: IncomingMessage,
  response: ServerResponse,
  streams: EventStreams,
): void {
  if (request.method === 'GET') {
    streams.open(response);
  } else {
    response.setHeader('allow', 'GET');
    sendError(response, 405, 'Events are read with GET.');
  }
}

/** The path without its query; absolute-form targets and the like have none and match nothing. */
function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').replace(/[?#].*$/s, '');
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      reject(
        new AppError('io-failed', `Port ${port} of ${LOOPBACK} cannot be used: ${cause.message}.`, {
          cause,
        }),
      );
    });
    server.listen(port, LOOPBACK, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function closeServer(server: Server, streams: EventStreams): Promise<void> {
  streams.close();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
