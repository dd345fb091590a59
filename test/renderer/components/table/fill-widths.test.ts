import { expect, test } from 'vitest';
import { fillWidths } from '../../../../renderer/components/table/fill-widths.ts';

const COLUMNS = [
  { id: 'time', width: 180 },
  { id: 'name', width: 100, grow: 1 },
  { id: 'reason', grow: 3 },
];

test.each([
  ['the room left over goes to those that grow, by weight', 800, [180, 200, 420]],
  ['no room left over leaves what each needs', 400, [180, 100, 120]],
  ['too little room takes nothing away', 250, [180, 100, 120]],
  ['never wider than the room', 405, [180, 101, 123]],
])('%s', (_, room, widths) => {
  expect(Object.values(fillWidths(COLUMNS, room))).toEqual(widths);
});

test('columns without a width share what is left over', () => {
  expect(fillWidths([{ id: 'a' }, { id: 'b', width: 100 }, { id: 'c' }], 500)).toEqual({
    a: 200,
    b: 100,
    c: 200,
  });
});

test('columns that do not grow keep their width', () => {
  expect(fillWidths([{ id: 'time', width: 180 }], 900)).toEqual({ time: 180 });
});
