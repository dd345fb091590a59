import { EventEmitter } from 'node:events';
import type { Browser } from 'playwright-core';
import { HarnessSession } from './electron-harness-session.ts';
import { harnessDialog, harnessShell } from './electron-harness-system.ts';
import { forkUtility } from './electron-harness-utility.ts';
import { type HarnessContents, openPage } from './electron-harness-window.ts';

type Handler = (event: { readonly senderFrame: unknown }, ...args: unknown[]) => unknown;

/** Options of a window as the shell asked for them. */
export interface WindowOptions {
  readonly webPreferences: Readonly<Record<string, unknown>> & { readonly preload: string };
  readonly [name: string]: unknown;
}

/** A menu as a template, so that a test can click its items. */
export interface MenuItem {
  readonly label?: string;
  readonly role?: string;
  readonly submenu?: readonly MenuItem[];
  click?(): unknown;
}

/** What a test sees and steers of the simulated desktop. */
export interface ElectronHarness {
  /** Stands in for `import ... from 'electron'` in the main process. */
  readonly electron: Readonly<Record<string, unknown>>;
  readonly session: HarnessSession;
  readonly shell: ReturnType<typeof harnessShell>;
  readonly dialog: ReturnType<typeof harnessDialog>;
  readonly windows: readonly HarnessWindow[];
  /** Calls recorded by name: `enableSandbox`, `registerSchemesAsPrivileged`, `setApplicationMenu`. */
  readonly recorded: ReadonlyMap<string, unknown>;
  readonly app: EventEmitter;
  menu(): readonly MenuItem[];
  /** Calls an ipcMain handler as a frame that a test makes up. */
  invokeAs(senderFrame: unknown, channel: string, ...args: unknown[]): Promise<unknown>;
  /** Resolves when the app has quit. */
  readonly ended: Promise<number>;
}

export interface HarnessWindow {
  readonly options: WindowOptions;
  readonly webContents: HarnessContents;
  readonly visible: () => boolean;
}

/** What a harness is made of. */
export interface HarnessOptions {
  readonly browser: () => Promise<Browser>;
  /** False answers as a second instance of the app would hear it. */
  readonly firstInstance?: boolean;
}

/**
 * Implements the few Electron APIs that the shell uses on top of real Chromium pages. The page
 * stands at `https://app.assay.test` because Chromium alone does not know the shell's own scheme;
 * addresses are translated both ways, and every request goes through the shell's protocol handler.
 * The preload runs in the page before its scripts; what the sandbox and the isolated world add in
 * Electron itself is asserted from the window's options.
 */
export function createElectronHarness(options: HarnessOptions): ElectronHarness {
  const recorded = new Map<string, unknown>();
  const handlers = new Map<string, Handler>();
  const windows: (HarnessWindow & { readonly emitter: EventEmitter })[] = [];
  const session = new HarnessSession();
  const shell = harnessShell();
  const dialog = harnessDialog();
  const app = new EventEmitter();
  let end: (code: number) => void = () => {};
  const ended = new Promise<number>((resolve) => {
    end = resolve;
  });
  const invoke = async (senderFrame: unknown, channel: string, args: readonly unknown[]) => {
    const handler = handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return structuredClone(await handler({ senderFrame }, ...args));
  };
  const quit = () => {
    let prevented = false;
    app.emit('before-quit', { preventDefault: () => (prevented = true) });
    if (prevented) return;
    void Promise.all(windows.map(({ webContents }) => webContents.dispose())).then(() => end(0));
  };

  class BrowserWindow extends EventEmitter implements HarnessWindow {
    readonly options: WindowOptions;
    readonly webContents: HarnessContents;
    readonly emitter = this;
    private shown = false;
    constructor(windowOptions: WindowOptions) {
      super();
      this.options = windowOptions;
      const preload = windowOptions.webPreferences.preload;
      this.webContents = openPage({ browser: options.browser, session, preload, invoke });
      windows.push(this);
      app.emit('web-contents-created', {}, this.webContents);
    }
    static getAllWindows(): readonly HarnessWindow[] {
      return windows;
    }
    async loadURL(address: string): Promise<void> {
      await this.webContents.load(address);
      this.emit('ready-to-show');
    }
    readonly visible = () => this.shown;
    show(): void {
      this.shown = true;
    }
    focus(): void {
      recorded.set('focus', true);
    }
    isMinimized(): boolean {
      return false;
    }
    isMaximized(): boolean {
      return false;
    }
    getNormalBounds() {
      return { x: 10, y: 20, width: 1300, height: 800 };
    }
  }

  const electron = {
    app: Object.assign(app, {
      isPackaged: false,
      enableSandbox: () => recorded.set('enableSandbox', true),
      whenReady: () => Promise.resolve(),
      requestSingleInstanceLock: () => options.firstInstance ?? true,
      quit,
      exit: (code: number) => end(code),
    }),
    BrowserWindow,
    dialog,
    ipcMain: {
      handle: (channel: string, handler: Handler) => handlers.set(channel, handler),
    },
    Menu: {
      buildFromTemplate: (template: unknown) => template,
      setApplicationMenu: (menu: unknown) => recorded.set('setApplicationMenu', menu),
    },
    protocol: {
      registerSchemesAsPrivileged: (schemes: unknown) =>
        recorded.set('registerSchemesAsPrivileged', schemes),
    },
    screen: {
      getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
    },
    session: { defaultSession: session },
    shell,
    utilityProcess: { fork: forkUtility },
  };

  return {
    electron,
    session,
    shell,
    dialog,
    windows,
    recorded,
    app,
    menu: () => (recorded.get('setApplicationMenu') ?? []) as readonly MenuItem[],
    invokeAs: (senderFrame, channel, ...args) => invoke(senderFrame, channel, args),
    ended,
  };
}
