import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron } from 'playwright-core';
import { describe, it } from 'vitest';
import { electronBinary } from '../../build/electron-binary.ts';
import { desktopSteps, SCANNING, scanSteps } from '../helpers/desktop-steps.ts';

const root = resolve(import.meta.dirname, '../..');
const binary = electronBinary(root, process.env);

describe('the desktop app in Electron', () => {
  it('opens the demo workspace, lets itself be used and scans', SCANNING, async (context) => {
    if (binary === null) return context.skip("Electron's binary is not installed on this machine");
    const home = await mkdtemp(join(tmpdir(), 'assay-test-'));
    const app = await _electron.launch({
      executablePath: binary,
      args: ['--no-sandbox', root],
      env: { ...environment(), ASSAY_HOME: home },
    });
    try {
      const page = await app.firstWindow();
      await desktopSteps(page);
      await scanSteps(page);
    } finally {
      await app.close();
      await rm(home, { recursive: true, force: true });
    }
  });
});

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
