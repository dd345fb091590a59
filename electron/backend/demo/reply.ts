import { ServerResponse } from 'node:http';
import type { WireResponse } from './wire-server.ts';

/** One HTTP answer; a streamed body is written as it comes. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | AsyncIterable<Buffer>;
}

/** Writes a reply; a streamed body ends early when the client has gone. */
export async function writeReply(response: WireResponse, reply: Reply): Promise<void> {
  if (isWhole(reply.body)) {
    const body = bytesOf(reply.body);
    response.writeHead(reply.status, { 'content-length': body.length, ...reply.headers });
    response.end(body);
    return;
  }
  response.writeHead(reply.status, reply.headers);
  for await (const chunk of reply.body) {
    if (streamOf(response).destroyed) return;
    write(response, chunk);
  }
  response.end();
}

/** Writes the head and the first half of a reply, then cuts the connection. */
export async function cutReply(response: WireResponse, reply: Reply): Promise<void> {
  const whole = await wholeBody(reply.body);
  response.writeHead(reply.status, { 'content-length': whole.length, ...reply.headers });
  write(response, whole.subarray(0, Math.floor(whole.length / 2)), () => abortReply(response));
}

/** Cuts the connection (or the HTTP/2 stream) of a response. */
export function abortReply(response: WireResponse): void {
  streamOf(response).destroy();
}

function streamOf(response: WireResponse) {
  return response instanceof ServerResponse ? response : response.stream;
}

function write(response: WireResponse, chunk: Buffer, done?: () => void): void {
  if (response instanceof ServerResponse) response.write(chunk, done);
  else response.write(chunk, done);
}

function isWhole(body: Reply['body']): body is string | Buffer {
  return typeof body === 'string' || Buffer.isBuffer(body);
}

function bytesOf(body: string | Buffer): Buffer {
  return typeof body === 'string' ? Buffer.from(body) : body;
}

async function wholeBody(body: Reply['body']): Promise<Buffer> {
  if (isWhole(body)) return bytesOf(body);
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}
