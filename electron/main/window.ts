import { app, BrowserWindow, screen } from 'electron';
import type { Log } from '../backend/log.ts';
import { PAGE_ADDRESS } from './page-protocol.ts';
import { MIN_SIZE, readWindowState, writeWindowState } from './window-state.ts';

/** What the window needs to know. */
export interface WindowOptions {
  /** The bundled preload. */
  readonly preload: string;
  /** Where position and size are remembered. */
  readonly stateFile: string;
  readonly log: Log;
}

/** Opens the one window on the page: sandboxed, isolated, without Node, shown once it is painted. */
export async function openWindow(options: WindowOptions): Promise<BrowserWindow> {
  const displays = screen.getAllDisplays().map((display) => display.workArea);
  const state = await readWindowState(options.stateFile, displays, options.log);
  const window = new BrowserWindow({
    title: 'Assay',
    width: state.width,
    height: state.height,
    ...(state.position ?? {}),
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    show: false,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      // The spell checker would fetch dictionaries from the network.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => remember(window, options));
  await window.loadURL(PAGE_ADDRESS);
  return window;
}

/** Brings the window to the front, from wherever it is. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function remember(window: BrowserWindow, options: WindowOptions): void {
  const seen = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
  writeWindowState(options.stateFile, seen).catch((thrown: unknown) => {
    options.log.warn('The window position could not be remembered', { thrown });
  });
}
