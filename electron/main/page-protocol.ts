import { readFile } from 'node:fs/promises';
import { type Protocol, protocol } from 'electron';
import { findPageFile } from '../backend/page-files.ts';
import { PAGE_HEADERS } from '../backend/page-security.ts';

const SCHEME = 'assay';
const HOST = 'app';

/** Where the page lives on the desktop; there is no file:// and no web address. */
export const PAGE_ADDRESS = `${SCHEME}://${HOST}/`;

/** Makes the scheme a secure one with an origin of its own; must run before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Whether an address belongs to the page. */
export function isPageAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === `${SCHEME}:` && url.host === HOST;
}

/** Serves the built page, with the same headers as the web server. */
export function servePage(target: Protocol, folder: string): void {
  target.handle(SCHEME, (request) => answer(folder, request));
}

async function answer(folder: string, request: Request): Promise<Response> {
  if (!isPageAddress(request.url)) return refuse(403);
  if (request.method !== 'GET') return refuse(405);
  const file = await findPageFile(folder, new URL(request.url).pathname);
  if (file === null) return refuse(404);
  const headers = { ...PAGE_HEADERS, 'content-type': file.contentType };
  return new Response(new Uint8Array(await readFile(file.path)), { status: 200, headers });
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: PAGE_HEADERS });
}
