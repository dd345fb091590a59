import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type {} from '../../renderer/api.ts';

/** What a person does first on the desktop; the same in the harness and in Electron itself. */
export async function desktopSteps(page: Page): Promise<void> {
  await page.locator('h1', { hasText: 'Overview' }).waitFor();
  await page.getByText('This is the demo account').first().waitFor();
  for (const title of ['Spend', 'Audit', 'Findings', 'Settings']) {
    await page.getByRole('navigation').getByRole('link', { name: title }).first().click();
    await page.locator('h1', { hasText: title }).waitFor();
  }
  const workspace = await page.evaluate(() => window.assay?.send('workspace.get', {}));
  expect(workspace).toMatchObject({ ok: true, value: { demo: true } });
  const refused = await page.evaluate(() => window.assay?.send('workspace.get', { extra: 1 }));
  expect(refused).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  expect(await page.evaluate(() => 'require' in window || 'process' in window)).toBe(false);
}

/** A first scan takes most of a minute on a processor of its own, and browser tests share two. */
const SCAN_MS = 200_000;

/** What a test with `scanSteps` is given. */
export const SCANNING = { timeout: SCAN_MS + 40_000 };

/** Waits until a scan that runs by itself has brought figures: the demo's first start. */
export async function scanSteps(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const answer = await window.assay?.send('job.current', {});
          return answer?.ok === true ? (answer.value as { state: string } | null)?.state : 'none';
        }),
      { timeout: SCAN_MS, interval: 250 },
    )
    .toMatch(/^(done|partial)$/);
  await page.getByRole('navigation').getByRole('link', { name: 'Overview' }).click();
  await page
    .getByText(/Bedrock cost at least \$\d/)
    .first()
    .waitFor();
}
