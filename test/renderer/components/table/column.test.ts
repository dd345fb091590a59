import { describe, expect, test } from 'vitest';
import { type Column, sortRows } from '../../../../renderer/components/table/column.ts';
import {
  columnsFor,
  completeDisplay,
} from '../../../../renderer/components/table/shown-columns.ts';

interface Row {
  readonly name: string;
  readonly usd: bigint;
}

const columns: readonly Column<Row>[] = [
  { id: 'name', header: 'Name', cell: (r) => r.name, csv: (r) => r.name, sort: (r) => r.name },
  { id: 'usd', header: 'Cost', cell: () => null, csv: () => null, sort: (r) => r.usd },
  { id: 'note', header: 'Note', cell: () => null, csv: () => null, shown: false },
];
const rows: readonly Row[] = [
  { name: 'b', usd: 2n ** 70n },
  { name: 'a', usd: 2n ** 70n + 1n },
  { name: 'B', usd: 0n },
];

describe('sortRows', () => {
  test.each([
    ['usd', true, 'a b B'],
    ['usd', false, 'B b a'],
    ['name', false, 'a b B'],
    ['note', false, 'b a B'],
    ['gone', false, 'b a B'],
  ])('by %s, descending %s', (columnId, descending, names) => {
    const sorted = sortRows(rows, columns, { columnId, descending });
    expect(sorted.map(({ name }) => name).join(' ')).toBe(names);
  });
});

test('remembered columns: gone ones are dropped, new ones come last, hidden by default stay hidden', () => {
  const remembered = [
    { id: 'usd', visible: false },
    { id: 'gone', visible: true },
  ];
  expect(completeDisplay(columns, remembered)).toEqual([
    { id: 'usd', visible: false },
    { id: 'name', visible: true },
    { id: 'note', visible: false },
  ]);
});

test.each([
  [510, ['name']],
  [978, ['name', 'roomy']],
  [1600, ['name', 'wide', 'roomy']],
])('in %i pixels a table shows %j by default', (room, shown) => {
  const choice = ['wide', 'roomy'] as const;
  const all = [
    { id: 'name', header: '', cell: () => null, csv: () => null },
    ...choice.map((id) => ({ id, header: '', cell: () => null, csv: () => null, shown: id })),
  ];
  const display = completeDisplay(columnsFor(all, room), []);
  expect(display.filter(({ visible }) => visible).map(({ id }) => id)).toEqual(shown);
});
