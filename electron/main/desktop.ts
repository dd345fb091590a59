import { join } from 'node:path';
import { app, BrowserWindow, Menu, session } from 'electron';
import { client } from '../../shared/api/dispatch.ts';
import type { Log } from '../backend/log.ts';
import { type BackendLink, startBackendProcess } from './backend-link.ts';
import type { BackendStart } from './backend-messages.ts';
import { carryContract } from './ipc.ts';
import { menuTemplate } from './menu.ts';
import { guardContents, guardSession, openExternal } from './page-guards.ts';
import { servePage } from './page-protocol.ts';
import { focusWindow, openWindow, type WindowOptions } from './window.ts';

/** What the desktop app is started with. */
export interface DesktopOptions extends BackendStart {
  /** The built page. */
  readonly pageFolder: string;
  readonly preload: string;
  /** The bundled entry of the backend process. */
  readonly backendFile: string;
  readonly log: Log;
}

/**
 * Runs the desktop app: guards first, then the page's protocol, the backend's process and one
 * window. Ends the backend before the app quits.
 * @throws AppError when the backend cannot be opened; nothing is shown then.
 */
export async function startDesktop(options: DesktopOptions): Promise<BackendLink> {
  app.enableSandbox();
  guardContents(app, options.log);
  await app.whenReady();
  guardSession(session.defaultSession, options.log);
  servePage(session.defaultSession.protocol, options.pageFolder);
  const { workspace, home } = options;
  const backend = await startBackendProcess(options.backendFile, { workspace, home });
  closeBeforeQuit(backend);
  carryContract(backend);
  setMenu(backend, options.log);
  const window = { ...options, stateFile: join(home, 'window.json') };
  keepWindow(window);
  await openWindow(window);
  return backend;
}

function setMenu(backend: BackendLink, log: Log): void {
  const template = menuTemplate({
    platform: process.platform,
    packaged: app.isPackaged,
    call: client(backend.send),
    openLink: (address) => openExternal(address, log),
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function keepWindow(options: WindowOptions): void {
  const show = () => {
    const window = BrowserWindow.getAllWindows()[0];
    if (window !== undefined) return focusWindow(window);
    openWindow(options).catch((thrown: unknown) => {
      options.log.error('The window could not be opened', { thrown });
    });
  };
  app.on('second-instance', show);
  app.on('activate', show);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
}

function closeBeforeQuit(backend: BackendLink): void {
  let closing = false;
  app.on('before-quit', (event) => {
    if (closing) return;
    closing = true;
    event.preventDefault();
    void backend.close().finally(() => app.quit());
  });
}
