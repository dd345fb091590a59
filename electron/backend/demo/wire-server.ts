import {
  createServer as createHttpServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import {
  createServer as createHttp2Server,
  type Http2ServerRequest,
  type Http2ServerResponse,
} from 'node:http2';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** A request and its response, whichever HTTP version they came by. */
export type WireMessage = IncomingMessage | Http2ServerRequest;
export type WireResponse = ServerResponse | Http2ServerResponse;

/** A listening server. */
export interface WireServer {
  readonly port: number;
  close(): Promise<void>;
}

const HTTP2_PREFACE = 'PRI';
const IDLE_MS = 30_000;

/**
 * Listens on 127.0.0.1 for HTTP/1.1 and, on the same port, for HTTP/2 with prior knowledge, which
 * the JavaScript SDK speaks to bedrock-runtime; the first bytes of a connection tell which it is.
 */
export async function listenOnWire(
  port: number,
  handle: (message: WireMessage, response: WireResponse) => void,
): Promise<WireServer> {
  const http1 = createHttpServer({ keepAliveTimeout: IDLE_MS }, handle);
  const http2 = createHttp2Server(handle);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.once('data', (first: Buffer) => {
      const speaksHttp2 = first.toString('latin1', 0, HTTP2_PREFACE.length) === HTTP2_PREFACE;
      socket.pause();
      socket.unshift(first);
      (speaksHttp2 ? http2 : http1).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
  return { port: await listen(server, port), close: () => close(server, sockets) };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(boundPort(server.address()) ?? port));
  });
}

function boundPort(address: AddressInfo | string | null): number | undefined {
  return typeof address === 'object' ? address?.port : undefined;
}

function close(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of sockets) socket.destroy();
  });
}
