import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchChromium } from '../helpers/chromium.ts';
import { desktopSteps, SCANNING, scanSteps } from '../helpers/desktop-steps.ts';
import { createElectronHarness } from '../helpers/electron-harness.ts';

const desk = vi.hoisted(() => ({ electron: {} as Record<string, unknown> }));
vi.mock('electron', () => desk.electron);

const main = resolve(import.meta.dirname, '../../dist/hosts/main.js');

describe('the bundled desktop app, over Chromium', () => {
  let home: string;
  let browser: Browser;
  const harness = createElectronHarness({ browser: async () => browser });

  beforeAll(async () => {
    if (!existsSync(main)) throw new Error('The app is not built: run `npm run build` first.');
    home = await mkdtemp(join(tmpdir(), 'assay-test-'));
    vi.stubEnv('ASSAY_HOME', home);
    browser = await launchChromium();
    Object.assign(desk.electron, harness.electron);
    await import(/* @vite-ignore */ main);
    await vi.waitFor(() => expect(harness.windows[0]?.visible()).toBe(true), { timeout: 60_000 });
  });

  afterAll(async () => {
    vi.unstubAllEnvs();
    await browser?.close();
    await rm(home, { recursive: true, force: true });
  });

  const contents = () => {
    const window = harness.windows[0];
    if (window === undefined) throw new Error(JSON.stringify(harness.dialog.errors));
    return window.webContents;
  };

  it('opens the demo workspace and lets itself be used', async () => {
    const violations: string[] = [];
    contents()
      .page()
      .on('console', (message) => {
        if (message.text().includes('Content Security Policy')) violations.push(message.text());
      });
    await desktopSteps(contents().page());
    expect(violations).toEqual([]);
    expect(contents().leaked).toEqual([]);
    expect(contents().getURL()).toMatch(/^assay:\/\/app\//);
  });

  it('scans the simulated account by itself and shows the figures', SCANNING, async () => {
    await scanSteps(contents().page());
  });

  it('ends its backend before it quits', async () => {
    (harness.electron.app as { quit(): void }).quit();
    expect(await harness.ended).toBe(0);
  });
});

describe('a second start', () => {
  it('opens nothing and leaves at once', async () => {
    const second = createElectronHarness({
      browser: () => Promise.reject(new Error('no window may open')),
      firstInstance: false,
    });
    Object.assign(desk.electron, second.electron);
    vi.resetModules();
    await import(/* @vite-ignore */ main);
    expect(await second.ended).toBe(0);
    expect(second.windows).toEqual([]);
  });
});
