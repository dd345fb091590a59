import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Send } from '../../shared/api/contract.ts';
import type { Result } from '../../shared/api/result.ts';
import type { ErrorCode } from '../../shared/model/app-error.ts';

/** The largest request body in bytes: the longest prompt of the contract, four bytes a character. */
export const MAX_BODY_BYTES = 9_000_000;

const JSON_TYPE = /^application\/json\s*(;|$)/i;

/** Answers `POST /api/<method>`: the body is the argument, the answer is the `Result` as JSON. */
export async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  call: { readonly method: string; readonly send: Send },
): Promise<void> {
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST');
    return sendError(response, 405, 'Methods of the API are called with POST.');
  }
  if (!JSON_TYPE.test(request.headers['content-type'] ?? '')) {
    return sendError(response, 415, 'The argument must be application/json.');
  }
  const body = await readBody(request);
  if (body === null) {
    response.setHeader('connection', 'close');
    return sendError(response, 413, `The argument exceeds ${MAX_BODY_BYTES} bytes.`);
  }
  const input = parseJson(body);
  if (input === undefined) return sendError(response, 400, 'The argument is not JSON.');
  sendResult(response, 200, await call.send(call.method, input));
}

/** Writes a refusal in the contract's envelope, so that every caller can read it. */
export function sendError(
  response: ServerResponse,
  status: number,
  message: string,
  code: ErrorCode = 'invalid-input',
): void {
  sendResult(response, status, { ok: false, error: { code, message } });
}

function sendResult(response: ServerResponse, status: number, result: Result<unknown>): void {
  const body = Buffer.from(JSON.stringify(result));
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
    'cache-control': 'no-store',
  });
  response.end(body);
}

/** The whole body, or null as soon as it is too large. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** JSON has no `undefined`, so it stands for text that is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
