import type { ServerResponse } from 'node:http';

/** One HTTP answer; a streamed body is written as it comes. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | AsyncIterable<Buffer>;
}

/** Writes a reply; a streamed body ends early when the client has gone. */
export async function writeReply(response: ServerResponse, reply: Reply): Promise<void> {
  if (typeof reply.body === 'string' || Buffer.isBuffer(reply.body)) {
    const body = Buffer.isBuffer(reply.body) ? reply.body : Buffer.from(reply.body);
    response.writeHead(reply.status, { 'content-length': body.length, ...reply.headers });
    response.end(body);
    return;
  }
  response.writeHead(reply.status, reply.headers);
  for await (const chunk of reply.body) {
    if (response.destroyed) return;
    response.write(chunk);
  }
  response.end();
}

/** Writes the head and the first half of a reply, then cuts the connection. */
export async function cutReply(response: ServerResponse, reply: Reply): Promise<void> {
  const whole = await wholeBody(reply.body);
  response.writeHead(reply.status, { 'content-length': whole.length, ...reply.headers });
  response.write(whole.subarray(0, Math.floor(whole.length / 2)), () => response.destroy());
}

async function wholeBody(body: Reply['body']): Promise<Buffer> {
  if (typeof body === 'string') return Buffer.from(body);
  if (Buffer.isBuffer(body)) return body;
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}
