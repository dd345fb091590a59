import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const KIB = 1024;

/** Lines that say how large a built folder is: each file over 50 KiB, the rest as one line. */
export function bundleSizes(root: string, folder: string): readonly string[] {
  const full = path.join(root, folder);
  if (!existsSync(full)) return [];
  const files = readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ name: path.relative(root, file), size: statSync(file).size }))
    .sort((left, right) => right.size - left.size);
  const large = files.filter((file) => file.size > 50 * KIB);
  const rest = files.slice(large.length);
  const lines = large.map((file) => line(file.name, file.size));
  const all = files.reduce((sum, file) => sum + file.size, 0);
  const restSize = rest.reduce((sum, file) => sum + file.size, 0);
  return [...lines, line(`${rest.length} smaller files`, restSize), line(`${folder} in all`, all)];
}

/**
 * One line on the backend: what its process can load in all, and what of that it loads to start,
 * before any AWS client or page is asked for.
 */
export function backendSize(root: string, folder: string): string {
  const entry = path.join(root, folder, 'backend-process.js');
  const all = sum(loadable(entry, /(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g));
  const atStart = sum(loadable(entry, /(?:from|^import)\s*["'](\.[^"']+)["']/gm));
  return `Backend: ${all} KiB in all, of which ${atStart} KiB at start`;
}

/** A bundle with everything that it imports, and what that imports. */
function loadable(entry: string, imports: RegExp): ReadonlySet<string> {
  const found = new Set([entry]);
  for (const file of found) {
    const text = readFileSync(file, 'utf8');
    for (const [, specifier = ''] of text.matchAll(imports)) {
      found.add(path.resolve(path.dirname(file), specifier));
    }
  }
  return found;
}

function sum(files: ReadonlySet<string>): number {
  return Math.ceil([...files].reduce((total, file) => total + statSync(file).size, 0) / KIB);
}

function line(name: string, size: number): string {
  return `${String(Math.ceil(size / KIB)).padStart(7)} KiB  ${name}`;
}
