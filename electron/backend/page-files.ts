import { realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** A file of the built page. `immutable` ones carry a content hash in their name. */
export interface PageFile {
  readonly path: string;
  readonly contentType: string;
  readonly immutable: boolean;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};
const ASSETS = '/assets/';

/**
 * The file that answers a URL path: the file itself, or `index.html` for the page's own routes.
 * Null for anything outside the folder (encoded, absolute or through a symbolic link), for unknown
 * file types, and for assets that do not exist.
 */
export async function findPageFile(folder: string, urlPath: string): Promise<PageFile | null> {
  const path = decodePath(urlPath);
  if (path === null) return null;
  const found = path === '/' ? null : await fileInside(folder, path);
  if (found !== null) return describe(found, path.startsWith(ASSETS));
  if (path.startsWith(ASSETS)) return null;
  const index = await fileInside(folder, '/index.html');
  return index === null ? null : describe(index, false);
}

function decodePath(urlPath: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (!path.startsWith('/') || /[\\:]|\p{Cc}/u.test(path)) return null;
  return path.split('/').some((segment) => segment === '..' || segment === '.') ? null : path;
}

async function fileInside(folder: string, path: string): Promise<string | null> {
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
    if (!file.startsWith(root + sep)) return null;
    return (await stat(file)).isFile() ? file : null;
  } catch {
    // Absent, unreadable or a loop of links: in each case there is no such page file.
    return null;
  }
}

function describe(path: string, immutable: boolean): PageFile | null {
  const contentType = CONTENT_TYPES[extname(path)];
  return contentType === undefined ? null : { path, contentType, immutable };
}
