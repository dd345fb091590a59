import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { openStore } from '../../../../electron/backend/store/open.ts';
import type { LogFile } from '../../../../electron/backend/store/store.ts';
import { AppError } from '../../../../shared/model/app-error.ts';

/**
 * A process of its own around a store: `import` ingests the listed files and ends, `hold` opens the
 * workspace and waits to be killed, `open` opens and ends. Errors go out as `code: message`.
 */
async function main(): Promise<void> {
  const [what, folder = '', list = ''] = process.argv.slice(2);
  const store = await openStore({ folder, readOnly: what === 'read' });
  console.log('opened');
  if (what === 'hold') await new Promise((resolve) => process.stdin.once('end', resolve).resume());
  if (what === 'import') {
    const paths = (await readFile(list, 'utf8')).split('\n').filter((path) => existsSync(path));
    const summary = await store.ingest(paths.map(toLogFile), {
      onProgress: (done) => console.log(`done ${done}`),
    });
    console.log(JSON.stringify(summary));
  }
  await store.close();
}

function toLogFile(path: string): LogFile {
  return { path, key: path, etag: '1', size: statSync(path).size, origin: 'folder' };
}

try {
  await main();
} catch (thrown) {
  console.log(thrown instanceof AppError ? `${thrown.code}: ${thrown.message}` : String(thrown));
  process.exitCode = 3;
}
