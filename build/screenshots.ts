import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright-core';
import { launchBrowser, SIZES, scrollsSideways, settled } from '../test/helpers/browser.ts';

/** A page to take pictures of, with what to do before. */
interface Shot {
  readonly name: string;
  readonly path: string;
  prepare?(page: Page): Promise<void>;
}

/** A what-if with dollars on both sides and approvals that it breaks. */
const WHAT_IF = JSON.stringify([
  {
    select: { models: ['anthropic.claude-opus-4-8'] },
    percent: 40,
    to: { kind: 'model', modelId: 'anthropic.claude-sonnet-5-5' },
  },
  { select: { regions: ['eu-west-1'] }, percent: 100, to: { kind: 'scope', scope: 'global' } },
]);

const SHOTS: readonly Shot[] = [
  { name: 'overview', path: '/' },
  { name: 'spend', path: '/spend' },
  { name: 'spend-reconciliation', path: '/spend?tab=reconciliation' },
  { name: 'spend-forecast', path: '/spend?tab=forecast' },
  { name: 'spend-chargeback', path: '/spend?tab=chargeback' },
  { name: 'spend-what-if', path: `/spend?tab=what-if&steps=${encodeURIComponent(WHAT_IF)}` },
  { name: 'spend-cache', path: '/spend?tab=cache' },
  { name: 'models', path: '/models' },
  { name: 'access', path: '/access' },
  { name: 'access-cell', path: '/access', prepare: explainCell },
  { name: 'access-unused', path: '/access?tab=unused' },
  { name: 'access-lint', path: '/access?tab=lint' },
  { name: 'knowledge-agents', path: '/knowledge-agents?view=agents' },
  { name: 'audit', path: '/audit' },
  { name: 'findings', path: '/findings' },
  { name: 'prompt-lab', path: '/prompt-lab', prepare: runPrompt },
  { name: 'settings', path: '/settings' },
  { name: 'settings-sources', path: '/settings?tab=sources' },
  { name: 'settings-coverage', path: '/settings?tab=coverage' },
];

/** `npm run screenshots`: every page of the demo account, at two sizes, light and dark. */
const folder = path.resolve(process.argv[2] ?? 'docs/screenshots');
const home = mkdtempSync(path.join(tmpdir(), 'assay-shots-'));
const serving = spawn(
  process.execPath,
  ['dist/hosts/cli.js', 'serve', '--workspace', 'demo', '--no-open'],
  {
    env: { ...process.env, ASSAY_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  },
);
try {
  mkdirSync(folder, { recursive: true });
  const output = collect(serving);
  const address = await output(/http:\/\/127\.0\.0\.1:\d+\/#token=\S+/);
  await output(/Coverage .*/);
  await takeAll(address);
} finally {
  serving.kill('SIGINT');
  rmSync(home, { recursive: true, force: true });
}

/** Waits for a line of a process's output; answers what matched. */
function collect(child: ChildProcess): (pattern: RegExp) => Promise<string> {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
    });
  }
  return async (pattern) => {
    for (;;) {
      const found = pattern.exec(text)?.[0];
      if (found !== undefined) return found;
      if (child.exitCode !== null) throw new Error(`The page server ended:\n${text}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
}

async function takeAll(address: string): Promise<void> {
  const browser = await launchBrowser();
  try {
    for (const shot of SHOTS) {
      for (const size of ['laptop', 'desktop'] as const) {
        for (const theme of ['light', 'dark'] as const) {
          const target = new URL(shot.path, address);
          target.hash = new URL(address).hash;
          const opened = performance.now();
          const { page, context, problems } = await browser.open(target.href, { size, theme });
          await settled(page);
          const usable = Math.round(performance.now() - opened);
          await shot.prepare?.(page);
          const file = `${shot.name}-${theme}-${SIZES[size].width}.png`;
          await page.screenshot({ path: path.join(folder, file) });
          const sideways = (await scrollsSideways(page)) ? ', scrolls sideways' : '';
          console.log(`${file}: usable after ${usable} ms${sideways} ${problems.join(' | ')}`);
          await context.close();
        }
      }
    }
  } finally {
    await browser.close();
  }
}

/** Opens the proof of the first model that somebody may call. */
async function explainCell(page: Page): Promise<void> {
  await page.locator('.matrix .matrix-A').first().click();
  await page.getByRole('tab', { name: /^Ways/ }).waitFor();
}

/** Sends one prompt, so that the picture shows an answer with its tokens and cost. */
async function runPrompt(page: Page): Promise<void> {
  await page.locator('textarea').first().fill('Name three uses of an assay, in one sentence each.');
  const run = page.getByRole('button', { name: /^Run/ });
  await run.waitFor();
  await page.waitForTimeout(1500);
  await run.click();
  await page.getByText('Tokens in / out').waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
}
