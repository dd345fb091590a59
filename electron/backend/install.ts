import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { AppError } from '../../shared/model/app-error.ts';

/** Where this program is installed and what it is. */
export interface Install {
  readonly folder: string;
  readonly version: string;
  /** The built page. */
  readonly pageFolder: string;
  /** The bundled thread of the simulated account; null when this runs from the sources. */
  readonly demoThread: string | null;
}

const manifest = z.object({ name: z.string(), version: z.string() });

/**
 * Finds the program's own folder: the nearest one upwards whose package.json is Assay's. It is the
 * same from the sources, from the bundles and from inside a packaged app.
 * @throws AppError `internal` when the files are not together.
 */
export function findInstall(from: string = import.meta.url): Install {
  let folder = dirname(fileURLToPath(from));
  while (dirname(folder) !== folder) {
    const version = assayVersion(join(folder, 'package.json'));
    if (version !== null) return installIn(folder, version, fileURLToPath(from));
    folder = dirname(folder);
  }
  throw new AppError('internal', `Assay's package.json is missing near ${fileURLToPath(from)}.`);
}

function installIn(folder: string, version: string, running: string): Install {
  const hosts = join(folder, 'dist', 'hosts');
  return {
    folder,
    version,
    pageFolder: join(folder, 'dist', 'renderer'),
    demoThread: running.startsWith(hosts) ? join(hosts, 'demo-thread.js') : null,
  };
}

function assayVersion(path: string): string | null {
  if (!existsSync(path)) return null;
  const parsed = manifest.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  return parsed.success && parsed.data.name === 'assay' ? parsed.data.version : null;
}
