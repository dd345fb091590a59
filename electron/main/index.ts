import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { app, dialog } from 'electron';
import { client } from '../../shared/api/dispatch.ts';
import { toApiError } from '../../shared/api/result.ts';
import { homeFolder } from '../backend/home-folder.ts';
import { findInstall } from '../backend/install.ts';
import { openLog } from '../backend/open-log.ts';
import { welcome } from '../backend/terminal/welcome.ts';
import { startDesktop } from './desktop.ts';
import { registerPageScheme } from './page-protocol.ts';

registerPageScheme();

if (app.requestSingleInstanceLock()) {
  run().catch((thrown: unknown) => {
    dialog.showErrorBox('Assay cannot start', toApiError(thrown).message);
    app.exit(1);
  });
} else {
  app.quit();
}

async function run(): Promise<void> {
  const install = findInstall();
  const home = homeFolder();
  const terminal = { write: (text: string) => process.stderr.write(text), live: false };
  const backend = await startDesktop({
    home,
    workspace: chosenWorkspace(),
    pageFolder: install.pageFolder,
    preload: join(import.meta.dirname, 'preload.cjs'),
    backendFile: join(import.meta.dirname, 'backend-process.js'),
    log: openLog({ home, terminal: terminal.write }),
  });
  await welcome({ call: client(backend.send), onEvent: backend.onEvent, terminal });
}

function chosenWorkspace(): string {
  const { values } = parseArgs({ options: { workspace: { type: 'string' } }, strict: false });
  return typeof values.workspace === 'string' ? values.workspace : 'demo';
}
