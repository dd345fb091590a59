import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { readFilters } from '../../../../renderer/filters.ts';
import { matrixFilters } from '../../../../renderer/pages/access/matrix/matrix-filters.ts';
import { MatrixGrid } from '../../../../renderer/pages/access/matrix/matrix-grid.tsx';
import { matrixView } from '../../../../renderer/pages/access/matrix/matrix-view.ts';
import { buildMatrix } from '../../../helpers/fixture/access-matrix.ts';

const nothing = () => undefined;
const actions = { openCell: nothing, openRow: nothing, openColumn: nothing };

function drawn(rows: number, models: number, search = ''): string {
  const values = readFilters(matrixFilters, search);
  const view = matrixView(buildMatrix({ rows, models }), values);
  return renderToStaticMarkup(
    <MatrixGrid
      {...{ view, actions, only: values.only }}
      marksApproval
      opened={{ principal: '', model: '' }}
    />,
  );
}

const elements = (html: string) => html.match(/<[a-z]/g)?.length ?? 0;
const cells = (html: string) => html.match(/role="gridcell"/g)?.length ?? 0;

test('of 5,000 principals by 200 models only what is on screen is drawn', () => {
  const html = drawn(5_000, 200);
  expect(cells(html)).toBeGreaterThan(200);
  expect(elements(html)).toBeLessThan(3_000);
  expect(html).toContain('aria-rowcount="5004"');
  expect(html).toContain('aria-colcount="201"');
});

test('a small matrix is drawn whole', () => {
  expect(cells(drawn(4, 3))).toBe(12);
});

test('a cell says in words what it shows in letter, colour, dot and edge', () => {
  const html = drawn(4, 3);
  const words = 'role/support-bot-0 may call Model 0: allowed, 9,412 calls, last on 2026-11-20';
  expect(html).toContain(`aria-label="${words}"`);
  expect(html).toContain('role/support-bot-0 may call Model 2: allowed, not approved"');
  expect(html).toMatch(/class="matrix-cell matrix-A matrix-used[^"]*"/);
  expect(html).toMatch(/class="matrix-cell matrix-A matrix-unapproved[^"]*"/);
});

test('the keyboard stands on a cell that is drawn', () => {
  const html = drawn(4, 3);
  const active = /aria-activedescendant="([^"]+)"/.exec(html)?.[1] ?? 'none';
  expect(html).toContain(`id="${active}"`);
  expect(html).toMatch(new RegExp(`id="${active}"[^>]*matrix-active`));
});

test('cells that are not asked for are faded', () => {
  expect(drawn(12, 6)).not.toContain('matrix-faded');
  expect(drawn(12, 6, '?only=conditional')).toMatch(/matrix-A[^"]* matrix-faded/);
});
