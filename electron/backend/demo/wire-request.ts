import type { WireMessage } from './wire-server.ts';

const BODY_LIMIT = 25_000_000;

/** One HTTP request with its whole body (25 MB at most, Bedrock's own limit). */
export interface WireRequest {
  readonly method: string;
  /** The path as sent, still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/**
 * Reads a request to its end.
 * @throws RangeError when the body is over 25 MB.
 */
export async function readRequest(message: WireMessage): Promise<WireRequest> {
  const target = message.url ?? '/';
  const mark = target.indexOf('?');
  return {
    method: message.method ?? 'GET',
    path: mark === -1 ? target : target.slice(0, mark),
    query: new URLSearchParams(mark === -1 ? '' : target.slice(mark + 1)),
    headers: flatHeaders(message),
    body: await readBody(message),
  };
}

/** HTTP/2 names the host `:authority`. */
function flatHeaders(message: WireMessage): Record<string, string | undefined> {
  const flat = Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : value,
    ]),
  );
  return { ...flat, host: flat.host ?? flat[':authority'] };
}

async function readBody(message: WireMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > BODY_LIMIT) throw new RangeError('the request body is over 25 MB');
    chunks.push(bytes);
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
}
