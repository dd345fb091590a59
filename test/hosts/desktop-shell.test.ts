import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bundlePreload } from '../../build/bundle-hosts.ts';
import type { BackendLink } from '../../electron/main/backend-link.ts';
import type {} from '../../renderer/api.ts';
import { launchChromium } from '../helpers/chromium.ts';
import { createElectronHarness, type MenuItem } from '../helpers/electron-harness.ts';
import { silentLog } from '../helpers/page-server.ts';

const desk = vi.hoisted(() => ({ electron: {} as Record<string, unknown> }));
vi.mock('electron', () => desk.electron);

const root = resolve(import.meta.dirname, '../..');
const backendFile = join(root, 'test/helpers/fake-backend-process.ts');

let folder: string;
let browser: Browser;
let backend: BackendLink;
const harness = createElectronHarness({ browser: async () => browser });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-test-'));
  await mkdir(join(folder, 'page', 'assets'), { recursive: true });
  await writeFile(
    join(folder, 'page', 'index.html'),
    '<!doctype html><title>Assay</title><p id="where">page</p><script src="/assets/app.js"></script>',
  );
  await writeFile(
    join(folder, 'page', 'assets', 'app.js'),
    'window.events = []; window.stop = window.assay.onEvent((event) => window.events.push(event));',
  );
  await bundlePreload(root, folder);
  browser = await launchChromium();
  Object.assign(desk.electron, harness.electron);
  const { registerPageScheme } = await import('../../electron/main/page-protocol.ts');
  const { startDesktop } = await import('../../electron/main/desktop.ts');
  registerPageScheme();
  backend = await startDesktop({
    workspace: 'demo',
    home: folder,
    pageFolder: join(folder, 'page'),
    preload: join(folder, 'preload.cjs'),
    backendFile,
    log: silentLog,
  });
});

afterAll(async () => {
  await backend?.close();
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

const contents = () => {
  const window = harness.windows[0];
  if (window === undefined) throw new Error('no window');
  return window.webContents;
};
const page = () => contents().page();
const flat = (items: readonly MenuItem[]): readonly MenuItem[] =>
  items.flatMap((item) => [item, ...flat(item.submenu ?? [])]);

describe('the window', () => {
  it('is sandboxed, isolated and without Node, whatever the defaults are', () => {
    expect(harness.recorded.get('enableSandbox')).toBe(true);
    expect(harness.windows).toHaveLength(1);
    expect(harness.windows[0]?.options.webPreferences).toMatchObject({
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
    });
    expect(harness.windows[0]?.visible()).toBe(true);
  });

  it('shows the page over its own secure scheme with a strict policy', async () => {
    expect(contents().getURL()).toBe('assay://app/');
    expect(await page().textContent('#where')).toBe('page');
    const answer = await harness.session.answer(new Request('assay://app/spend?from=2026-11-01'));
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('content-security-policy')).not.toContain('unsafe');
    expect(harness.recorded.get('registerSchemesAsPrivileged')).toMatchObject([
      { scheme: 'assay', privileges: { standard: true, secure: true } },
    ]);
  });

  it('gives the page two functions and nothing else', async () => {
    const seen = await page().evaluate(() => ({
      names: Object.keys(window.assay ?? {}).sort(),
      leaks: ['require', 'process', 'module', 'ipcRenderer', 'electron'].filter(
        (name) => name in window,
      ),
    }));
    expect(seen).toEqual({ names: ['onEvent', 'send'], leaks: [] });
  });

  it('is remembered when it closes', async () => {
    const window = harness.windows[0] as unknown as { emit(name: string): void };
    window.emit('close');
    await vi.waitFor(async () => {
      const state = JSON.parse(await readFile(join(folder, 'window.json'), 'utf8'));
      expect(state).toMatchObject({ width: 1300, height: 800, position: { x: 10, y: 20 } });
    });
  });
});

describe('the contract in the page', () => {
  it('carries calls and errors', async () => {
    const answers = await page().evaluate(async () => [
      await window.assay?.send('settings.get', {}),
      await window.assay?.send('settings.get', { extra: 1 }),
      await window.assay?.send('settings.update', { keepBodies: false }),
      await window.assay?.send('__proto__', {}),
    ]);
    expect(answers).toMatchObject([
      { ok: true },
      { ok: false, error: { code: 'invalid-input' } },
      { ok: false, error: { code: 'conflict' } },
      { ok: false, error: { code: 'invalid-input' } },
    ]);
  });

  it('carries events in their order, until the page stops listening', async () => {
    const states = () =>
      page().evaluate(() =>
        (window as unknown as { events: { job: { state: string } }[] }).events.map(
          (event) => event.job.state,
        ),
      );
    await page().evaluate(() => window.assay?.send('scan.start', {}));
    await vi.waitFor(async () => expect(await states()).toEqual(['running', 'running', 'done']));
    await page().evaluate(() => (window as unknown as { stop(): void }).stop());
    await page().evaluate(() => window.assay?.send('scan.start', {}));
    expect(await states()).toHaveLength(3);
  });

  it.each([
    ['no frame', null],
    ['a frame inside the page', { url: 'assay://app/', parent: {} }],
    ['a web page', { url: 'https://evil.example/', parent: null }],
    ['another host of the scheme', { url: 'assay://evil/', parent: null }],
    ['a file', { url: 'file:///tmp/index.html', parent: null }],
    ['a look-alike', { url: 'https://x/?assay://app/', parent: null }],
  ])('refuses calls from %s', async (_, sender) => {
    const answer = await harness.invokeAs(sender, 'assay:send', 'settings.get', {});
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });

  it('refuses a method that is no text', async () => {
    const sender = { url: 'assay://app/', parent: null };
    const answer = await harness.invokeAs(sender, 'assay:send', { toString: 'x' }, {});
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });
});

describe('the page is refused', () => {
  it.each(['https://evil.example/', 'http://127.0.0.1:1/', 'file:///etc/passwd'])(
    'to navigate to %s',
    async (address) => {
      await page().evaluate((target) => window.location.assign(target), address);
      await page().evaluate(() => window.assay?.send('settings.get', {}));
      expect(contents().getURL()).toBe('assay://app/');
      expect(contents().leaked).toEqual([]);
    },
  );

  it('to open windows; allowed links go to the system browser, others nowhere', async () => {
    const guide = 'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails.html';
    await page().evaluate(
      (links) => {
        for (const link of links) window.open(link, '_blank', 'noopener');
      },
      [guide, 'https://evil.example/docs.aws.amazon.com', 'http://docs.aws.amazon.com/'],
    );
    await vi.waitFor(() => expect(harness.shell.opened).toContain(guide));
    await vi.waitFor(() => expect(page().context().pages()).toHaveLength(1));
    expect(harness.shell.opened).toEqual([guide]);
    expect(contents().granted).toEqual([]);
  });

  it('to fetch, load or send anything outside of the app', async () => {
    const outcome = await page().evaluate(() =>
      fetch('https://evil.example/').then(
        () => 'answered',
        () => 'refused',
      ),
    );
    expect(outcome).toBe('refused');
    expect(contents().leaked).toEqual([]);
    for (const address of ['https://evil.example/', 'ws://evil.example/', 'file:///etc/passwd']) {
      expect(harness.session.allows(address), address).toBe(false);
    }
    expect(harness.session.allows('assay://app/assets/app.js')).toBe(true);
  });

  it('to run inline scripts or eval', async () => {
    const ran = await page().evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.inlineRan = true';
      document.body.append(script);
      return 'inlineRan' in window;
    });
    expect(ran).toBe(false);
  });

  it.each([
    'geolocation',
    'media',
    'notifications',
    'openExternal',
    'clipboard-read',
    'fullscreen',
  ])('the permission %s', (permission) => {
    expect(harness.session.grants('assay://app/', permission)).toEqual({
      asked: false,
      checked: false,
    });
  });

  it('webviews, devices and downloads that it did not make', () => {
    let prevented = 0;
    const event = { preventDefault: () => (prevented += 1) };
    contents().emit('will-attach-webview', event);
    harness.session.emit('will-download', event, { getURL: () => 'https://evil.example/x' });
    harness.session.emit('will-download', event, { getURL: () => 'blob:assay://app/1' });
    expect(prevented).toBe(2);
    expect(harness.session.device?.()).toBe(false);
  });

  it.each(['assay://evil/', 'assay://app/..%2f..%2fwindow.json', 'assay://app/assets/none.js'])(
    'the file %s',
    async (address) => {
      const answer = await harness.session.answer(new Request(address));
      expect(answer.status).not.toBe(200);
      expect(await answer.text()).toBe('');
    },
  );

  it('but may copy text', () => {
    const grants = (address: string) =>
      harness.session.grants(address, 'clipboard-sanitized-write');
    expect(grants('assay://app/')).toEqual({ asked: true, checked: true });
    expect(grants('https://evil.example/')).toEqual({ asked: false, checked: false });
  });
});

describe('the menu', () => {
  it('imports a folder that the system dialog chose, and says why it cannot', async () => {
    harness.dialog.answers.push('/logs', '');
    const item = (label: string) => flat(harness.menu()).find((entry) => entry.label === label);
    await item('Import Folder of Logs…')?.click?.();
    expect(harness.dialog.errors).toEqual([]);
    await item('Open Workspace…')?.click?.();
    expect(harness.dialog.errors).toMatchObject([{ title: 'Open Workspace' }]);
  });

  it('opens the guide in the system browser', () => {
    const item = flat(harness.menu()).find((entry) => entry.label?.includes('User Guide'));
    item?.click?.();
    expect(harness.shell.opened.at(-1)).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  });
});

describe('the backend process', () => {
  it('answers with a reason once it has stopped', async () => {
    const call = () => page().evaluate(() => window.assay?.send('settings.get', {}));
    const cancelled = page().evaluate(() => window.assay?.send('job.cancel', { jobId: 'j' }));
    expect(await cancelled).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(await call()).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('stopped unexpectedly') },
    });
  });

  it('brings its own reason when it cannot open', async () => {
    const { startBackendProcess } = await import('../../electron/main/backend-link.ts');
    const starting = startBackendProcess(backendFile, { workspace: 'locked', home: folder });
    await expect(starting).rejects.toMatchObject({
      code: 'workspace-locked',
      message: 'Another Assay has this workspace open.',
    });
  });

  it('is ended before the app quits', async () => {
    (harness.electron.app as { quit(): void }).quit();
    expect(await harness.ended).toBe(0);
  });
});
