import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fixturePage } from '../helpers/fixture-page.ts';
import { hasPython, readWorkbook } from '../helpers/read-workbook.ts';

/** Exports of the built page, saved by a real browser under the page's content security policy. */
const python = await hasPython();
const { visit, problems } = fixturePage({ workspace: { demo: false, name: 'acme' } });

/** The file that a step of the reader saves. */
async function saved(page: Page, step: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent('download'), step()]);
  const content = await readFile(await download.path());
  return { name: download.suggestedFilename(), content };
}

async function choose(page: Page, table: string, format: string): Promise<void> {
  await page.getByRole('button', { name: `Export ${table}`, exact: true }).click();
  await page.getByRole('menuitem', { name: format }).click();
}

describe('findings, whose rows are all in the page', () => {
  test('e opens the choice, and the keyboard alone saves CSV', async () => {
    const page = await visit('/findings');
    await page.getByRole('button', { name: 'Export Findings', exact: true }).waitFor();
    const { name, content } = await saved(page, async () => {
      await page.keyboard.press('e');
      await page.getByRole('menuitem', { name: 'JSON' }).waitFor();
      await page.keyboard.press('Enter');
    });
    expect(name).toBe('assay-findings.csv');
    const lines = content.toString('utf8').split('\r\n');
    expect(lines[0]).toMatch(/^#,"Workspace acme, \/findings.*, written 20.* UTC by Assay .*"$/);
    const head = lines.findIndex((line) => !line.startsWith('#,'));
    expect(lines[head]).toMatch(/^Rule,Severity,Status,Resource,Reason/);
    expect(lines.length - head - 2).toBeGreaterThan(0);
    expect(problems()).toEqual([]);
  });

  test.skipIf(!python)('as a workbook that another program reads', async () => {
    const page = await visit('/findings');
    const { name, content } = await saved(page, () => choose(page, 'Findings', 'Excel (XLSX)'));
    expect(name).toBe('assay-findings.xlsx');
    const [sheet, notes] = await readWorkbook(content);
    expect(sheet?.name).toBe('Findings');
    expect(sheet?.rows[0]).toMatchObject({ A1: { text: 'Rule' }, B1: { text: 'Severity' } });
    expect(sheet?.rows.length).toBeGreaterThan(1);
    expect(JSON.stringify(notes)).toContain('Workspace acme');
    expect(problems()).toEqual([]);
  });
});

test('events, 50 in the page, are exported all, with the period', async () => {
  const page = await visit('/audit');
  const heading = await page.getByRole('heading', { name: /^Events \(/ }).textContent();
  const total = Number(/\((\d+)\)/.exec(heading ?? '')?.[1]);
  const { content } = await saved(page, () => choose(page, 'Events', 'JSON'));
  const { table, rows, notes } = JSON.parse(content.toString('utf8'));
  expect(total).toBeGreaterThan(50);
  expect([table, rows.length]).toEqual(['Events', total]);
  expect(notes).toContainEqual(expect.stringMatching(/^Period: \d{4}-\d\d-01 to .*, days in UTC/));
});

test('a chart exports its figures exactly, named by day', async () => {
  const page = await visit('/spend');
  await page.getByRole('button', { name: 'Show as table' }).first().waitFor();
  const caption = await page
    .getByRole('button', { name: /^Export .*\(USD\)/ })
    .first()
    .getAttribute('aria-label');
  const { name, content } = await saved(page, () =>
    choose(page, (caption ?? '').replace(/^Export /, ''), 'JSON'),
  );
  expect(name).toMatch(/^assay-[a-z0-9-]+\.json$/);
  const { rows, notes } = JSON.parse(content.toString('utf8'));
  const [first] = rows;
  expect(Object.values(first)[0]).toMatch(/^\d{4}-\d\d-\d\d/);
  expect(first.Total).toMatch(/^\d+(\.\d+)?$/);
  expect(notes).toContainEqual(expect.stringMatching(/\(USD\).* in UTC\.$/));
});

test.each([
  ['/spend', /^Export Spend by /],
  ['/models', /^Export /],
  ['/knowledge-agents', /^Export /],
  ['/settings?tab=logs', /^Export Files$/],
])('%s has its export', async (address, name) => {
  const page = await visit(address);
  await page.getByRole('button', { name }).first().waitFor();
});
