import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type PageServer, startPageServer } from '../../electron/server/index.ts';
import { dispatcher } from '../../shared/api/dispatch.ts';
import { launchBrowser, settled, type TestBrowser, type WatchedPage } from '../helpers/browser.ts';
import { type DemoBackend, scannedDemo } from '../helpers/demo-backend.ts';
import { silentLog } from '../helpers/page-server.ts';

/** What stands around every page: palette, period, messages. */
let demo: DemoBackend;
let server: PageServer;
let browser: TestBrowser;
let open: WatchedPage | null = null;

beforeAll(async () => {
  const pageFolder = resolve(import.meta.dirname, '../../dist/renderer');
  if (!existsSync(pageFolder)) throw new Error('The page is not built: run `npm run build` first.');
  demo = await scannedDemo();
  const { api, onEvent } = demo.backend;
  server = await startPageServer({ send: dispatcher(api), onEvent, pageFolder, log: silentLog });
  browser = await launchBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await demo?.close();
});
afterEach(async () => {
  await open?.context.close();
  open = null;
});

async function visit(address: string): Promise<Page> {
  const target = new URL(address, server.address);
  target.hash = new URL(server.address).hash;
  open = await browser.open(target.href);
  await settled(open.page);
  return open.page;
}

describe('the command palette', () => {
  test.each([
    ['an agent', 'storefront-concierge', 'Agent', /\/knowledge-agents\?.*view=agents.*id=agents/],
    ['a guardrail', 'support', 'Guardrail', /\/findings\?.*text=/],
    ['a principal', 'batch-etl', 'Principal', /\/audit\?.*principal=.*batch-etl/],
    ['a model', 'nova pro', 'Model', /\/models\?.*id=amazon\.nova-pro/],
    ['an application profile', 'storefront-checkout', 'Inference profile', /\/models\?.*profiles/],
    ['a job', 'assistant-quality', 'evaluation', /\/knowledge-agents\?.*view=jobs/],
  ])('finds %s and goes to its place', async (_, typed, kind, address) => {
    const page = await visit('/settings');
    await page.keyboard.press('Control+k');
    const field = page.getByRole('searchbox');
    await field.fill(typed);
    const option = page
      .getByRole('option', { name: new RegExp(typed, 'i') })
      .filter({ hasText: kind })
      .filter({ hasNotText: 'Spend of' });
    await option.first().click();
    await expect.poll(() => decodeURIComponent(page.url())).toMatch(address);
    await settled(page);
    expect(open?.problems).toEqual([]);
  });

  test('offers periods only where the page shows one', async () => {
    const page = await visit('/models');
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill('last 7 days');
    await page.getByText(/^Nothing fits/).waitFor();
  });
});

test.each([
  ['/', true],
  ['/spend', true],
  ['/audit', true],
  ['/models', false],
  ['/knowledge-agents', false],
  ['/findings', false],
  ['/settings', false],
])('the period is shown on %s: %s', async (address, shown) => {
  const page = await visit(address);
  const month = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const name = month.format(new Date(demo.now));
  expect(await page.getByRole('button', { name: new RegExp(name) }).count()).toBe(shown ? 1 : 0);
});

describe('a message', () => {
  test('of one page is gone on the next, and does not come back', async () => {
    const page = await visit('/models');
    const row = page.locator('tbody tr', { hasText: 'GPT-6.1 Sol' });
    await row.getByRole('switch').or(row.getByRole('checkbox')).first().click({ force: true });
    const message = page.getByText('GPT-6.1 Sol is approved');
    await message.waitFor();
    await page.getByRole('link', { name: 'Audit' }).click();
    await page.getByRole('heading', { name: 'Audit' }).waitFor();
    await message.waitFor({ state: 'detached' });
    await page.goBack();
    await page.getByRole('heading', { name: 'Models', exact: true }).waitFor();
    expect(await message.count()).toBe(0);
  });

  test('that a scan ended is told once, where it was seen', async () => {
    const page = await visit('/');
    await demo.backend.api['scan.start']({ sources: ['prices'] });
    const ended = page.getByText(/^Scan finished/);
    await ended.waitFor();
    await page.getByRole('link', { name: 'Audit' }).click();
    await page.getByRole('heading', { name: 'Audit' }).waitFor();
    await ended.waitFor({ state: 'detached' });
  });
});
