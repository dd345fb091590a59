import { describe, expect, test } from 'vitest';
import { readFilters } from '../../../../renderer/filters.ts';
import {
  exportColumns,
  exportedRows,
} from '../../../../renderer/pages/access/matrix/matrix-export.ts';
import { matrixFilters } from '../../../../renderer/pages/access/matrix/matrix-filters.ts';
import { matrixView } from '../../../../renderer/pages/access/matrix/matrix-view.ts';
import type { MatrixRow } from '../../../../shared/api/access-answers.ts';
import { buildMatrix, buildModels, buildRow } from '../../../helpers/fixture/access-matrix.ts';

const row = (name: string, change: Partial<MatrixRow>): MatrixRow => ({
  ...buildRow(1, 3),
  principalArn: `arn:aws:iam::1:role/${name}`,
  accountId: '1',
  kind: 'role',
  team: null,
  name,
  letters: 'DDD',
  unguarded: 'DDD',
  used: [],
  calls: 0,
  lastDay: null,
  ...change,
});

/** Models 0 (Anthropic) and 1 (Amazon) are approved, 2 (Meta) is not. */
const rows = [
  row('allowed', { letters: 'ADD', unguarded: 'ADD', team: 'Search' }),
  row('used', {
    letters: 'ADD',
    used: [{ model: 0, calls: 3, lastDay: '2026-11-01' }],
    calls: 3,
    lastDay: '2026-11-01',
  }),
  row('conditional', { letters: 'DC-', unguarded: 'DD-', accountId: '2', kind: 'user' }),
  row('unapproved', { letters: 'UDA', unguarded: 'UDA' }),
];
const matrix = buildMatrix(
  { rows: 0, models: 3 },
  { rows, models: buildModels(3), accountNames: { '1': 'prod' } },
);

function viewOf(search: string) {
  const view = matrixView(matrix, readFilters(matrixFilters, search));
  const names = exportedRows(view).map(({ name }) => name);
  return { ...view, names: names.join(' '), places: view.columns.map(({ at }) => at).join(' ') };
}

test.each([
  ['', 'allowed used unapproved conditional', '0 1 2'],
  ['?only=unapproved', 'unapproved', '2'],
  ['?only=unused', 'allowed unapproved conditional', '0 1 2'],
  ['?only=unguarded', 'allowed unapproved', '0 2'],
  ['?only=conditional', 'conditional', '1'],
  ['?only=unapproved,conditional', '', ''],
  ['?account=2', 'conditional', '0 1 2'],
  ['?kind=User', 'conditional', '0 1 2'],
  ['?team=Search', 'allowed', '0 1 2'],
  ['?team=No+team&text=USED', 'used', '0 1 2'],
  ['?text=prod', 'allowed used unapproved', '0 1 2'],
  ['?provider=Meta', 'allowed used unapproved conditional', '2'],
])('principals and models of the address %s', (search, names, places) => {
  const view = viewOf(search);
  expect([view.names, view.places]).toEqual([names, places]);
});

describe('order', () => {
  test.each([
    ['', ['prod (1)', '2']],
    ['?group=kind', ['Role', 'User']],
    ['?group=team', ['Search', 'No team']],
  ])('groups of the address %s', (search, labels) => {
    const heads = viewOf(search).items.flatMap((item) =>
      item.kind === 'group' ? [item.label] : [],
    );
    expect([...heads].sort()).toEqual([...labels].sort());
    if (search === '?group=team') expect(heads.at(-1)).toBe('No team');
  });

  test('the most called provider stands first, its models together', () => {
    const large = buildMatrix({ rows: 1, models: 9 });
    const { groups, columns } = matrixView(large, readFilters(matrixFilters, ''));
    expect(groups.map(({ provider, first, count }) => [provider, first, count])).toEqual([
      ['Anthropic', 0, 3],
      ['Amazon', 3, 2],
      ['Meta', 5, 2],
      ['Mistral AI', 7, 2],
    ]);
    expect(columns.slice(0, 3).map(({ at }) => at)).toEqual([0, 4, 8]);
  });
});

test('the export says decisions and calls in words, a column for each model', () => {
  const view = viewOf('');
  const columns = exportColumns(view.columns);
  const used = exportedRows(view).find(({ name }) => name === 'used');
  const text = (id: string) => {
    const column = columns.find((each) => each.id === id);
    return used === undefined ? undefined : column?.csv(used);
  };
  expect(text('acme.model-0-v1:0')).toBe('allowed, 3 calls');
  expect(text('acme.model-1-v1:0')).toBe('denied');
  expect(columns.find(({ id }) => id === 'acme.model-2-v1:0')?.header).toContain('not approved');
});
