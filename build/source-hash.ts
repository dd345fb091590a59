import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a build depends on. */
const SOURCES = ['build', 'electron', 'renderer', 'shared', 'package.json', 'package-lock.json'];
const STAMP = 'dist/sources.sha256';

/** SHA-256 over the names and contents of everything that a build reads. */
export function sourceHash(root: string): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => filesOf(root, source))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Whether the bundles were built from the sources as they are now. */
export function isBuilt(root: string): boolean {
  const stamp = path.join(root, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceHash(root);
}

/** Remembers which sources a finished build was made from. */
export function stampBuild(root: string, hash: string): void {
  writeFileSync(path.join(root, STAMP), hash);
}

function filesOf(root: string, source: string): readonly string[] {
  const full = path.join(root, source);
  if (!existsSync(full)) return [];
  if (path.extname(source) === '.json') return [source];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
}
