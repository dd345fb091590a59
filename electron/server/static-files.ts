import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { findPageFile } from '../backend/page-files.ts';
import { sendError } from './http-api.ts';

/** Answers GET and HEAD for the page's files and routes out of one folder. */
export async function answerFile(
  request: IncomingMessage,
  response: ServerResponse,
  target: { readonly folder: string; readonly path: string },
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    return sendError(response, 405, 'The page is read with GET.');
  }
  const file = await findPageFile(target.folder, target.path);
  if (file === null) return sendError(response, 404, 'There is no such page.', 'not-found');
  const { size } = await stat(file.path);
  response.writeHead(200, {
    'content-type': file.contentType,
    'content-length': size,
    'cache-control': file.immutable ? 'private, max-age=31536000, immutable' : 'no-cache',
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(file.path), response);
}
