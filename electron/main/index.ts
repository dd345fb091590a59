import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { app, dialog } from 'electron';
import { client } from '../../shared/api/dispatch.ts';
import { toApiError } from '../../shared/api/result.ts';
import { homeFolder } from '../backend/home-folder.ts';
import { findInstall } from '../backend/install.ts';
import type { Log } from '../backend/log.ts';
import { openLog } from '../backend/open-log.ts';
import { welcome } from '../backend/terminal/welcome.ts';
import type { BackendLink } from './backend-link.ts';
import { startDesktop } from './desktop.ts';
import { registerPageScheme } from './page-protocol.ts';

registerPageScheme();

// Not awaited: Electron becomes ready only after this module has run to its end.
if (app.requestSingleInstanceLock()) void run();
else app.quit();

async function run(): Promise<void> {
  const home = homeFolder();
  const write = (text: string) => {
    process.stderr.write(text);
  };
  const log = openLog({ home, terminal: write });
  try {
    const backend = await open(home, log);
    welcome({
      call: client(backend.send),
      onEvent: backend.onEvent,
      terminal: { write, live: false },
    }).catch((thrown: unknown) => log.warn('The welcome was cut short', { thrown }));
  } catch (thrown) {
    log.info('Assay cannot start', { thrown });
    dialog.showErrorBox('Assay cannot start', toApiError(thrown).message);
    app.exit(1);
  }
}

function open(home: string, log: Log): Promise<BackendLink> {
  return startDesktop({
    home,
    log,
    workspace: chosenWorkspace(),
    pageFolder: findInstall().pageFolder,
    preload: join(import.meta.dirname, 'preload.cjs'),
    backendFile: join(import.meta.dirname, 'backend-process.js'),
  });
}

function chosenWorkspace(): string {
  const { values } = parseArgs({ options: { workspace: { type: 'string' } }, strict: false });
  return typeof values.workspace === 'string' ? values.workspace : 'demo';
}
