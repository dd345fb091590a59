import { describe, expect, test } from 'vitest';
import { settled } from '../helpers/browser.ts';
import { demoPage } from '../helpers/demo-page.ts';

/** What stands around every page: palette, period, messages. */
const { visit, problems, api, now } = demoPage();

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
    expect(problems()).toEqual([]);
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
  ['/access', false],
  ['/knowledge-agents', false],
  ['/findings', false],
  ['/settings', false],
])('the period is shown on %s: %s', async (address, shown) => {
  const page = await visit(address);
  const month = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const name = month.format(new Date(now()));
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
    await api()['scan.start']({ sources: ['prices'] });
    const ended = page.getByText(/^Scan finished/);
    await ended.waitFor();
    await page.getByRole('link', { name: 'Audit' }).click();
    await page.getByRole('heading', { name: 'Audit' }).waitFor();
    await ended.waitFor({ state: 'detached' });
  });
});
