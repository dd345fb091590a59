import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Electron's executable if it is on this machine, else null. Looks at files only: importing the
 * `electron` package would start a download where the binary is missing.
 */
export function electronBinary(
  root: string,
  env: Readonly<Record<string, string | undefined>>,
): string | null {
  const folder = path.join(root, 'node_modules', 'electron');
  const pathFile = path.join(folder, 'path.txt');
  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override !== undefined && override !== '') {
    const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
    return ifThere(path.join(override, name));
  }
  return existsSync(pathFile)
    ? ifThere(path.join(folder, 'dist', readFileSync(pathFile, 'utf8')))
    : null;
}

function ifThere(file: string): string | null {
  return existsSync(file) ? file : null;
}
