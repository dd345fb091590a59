import { existsSync, readdirSync, statSync } from 'node:fs';
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

function line(name: string, size: number): string {
  return `${String(Math.ceil(size / KIB)).padStart(7)} KiB  ${name}`;
}
