import { expect, test } from 'vitest';
import { buildMatrix } from '../helpers/fixture/access-matrix.ts';
import { fixturePage } from '../helpers/fixture-page.ts';

/** The matrix of a large organisation, over answers from memory. */
const matrix = buildMatrix({ rows: 5_000, models: 200 });
const { visit, problems } = fixturePage({ api: { 'access.matrix': async () => matrix } });

/** What is drawn where the middle of the grid is. */
function middle(grid: HTMLElement) {
  const { left, top, width, height } = grid.getBoundingClientRect();
  const found = document.elementFromPoint(left + width * 0.7, top + height * 0.6);
  return found?.closest('[role="gridcell"]')?.getAttribute('aria-label') ?? null;
}

test('5,000 principals by 200 models scroll, and only what is on screen is drawn', async () => {
  const page = await visit('/access', { size: 'desktop' });
  await page.getByText('(5,000 principals, 200 models)').waitFor();
  const grid = page.getByRole('grid');
  const seen = new Set<string | null>();
  for (const part of [0, 0.4, 0.8, 1]) {
    await grid.evaluate((element, at) => {
      element.scrollTo(element.scrollWidth * at, element.scrollHeight * at);
    }, part);
    await expect.poll(() => grid.evaluate(middle)).toMatch(/may (not )?call Model \d+/);
    seen.add(await grid.evaluate(middle));
    expect(await page.locator('.matrix *').count()).toBeLessThan(3_000);
  }
  expect(seen.size).toBe(4);
  expect(problems()).toEqual([]);
});

test('the keyboard reaches the last principal and the last model', async () => {
  const page = await visit('/access?text=batch-etl-4993');
  const grid = page.getByRole('grid');
  await grid.focus();
  await page.keyboard.press('End');
  const active = (await grid.getAttribute('aria-activedescendant')) ?? '';
  const cell = page.locator(`[id="${active}"]`);
  expect(await cell.getAttribute('aria-colindex')).toBe('201');
  await expect.poll(() => cell.isVisible()).toBe(true);
});
