import { expect, test } from 'vitest';
import { columnWidth } from '../../../../renderer/pages/access/matrix/grid-measures.ts';
import {
  gridWindow,
  movedBy,
  scrolledTo,
} from '../../../../renderer/pages/access/matrix/grid-window.ts';

test.each([
  [0, 100, 0, 7],
  [1_000, 100, 48, 57],
  [99_980, 100, 993, 1_000],
  [-20, 0, 0, 2],
])('scrolled %d of room %d draws %d to %d', (scrolled, room, first, last) => {
  const drawn = gridWindow({ scrolled, room, itemSize: 20, count: 1_000 }, 2);
  expect(drawn).toEqual({ first, last });
});

const size = { rows: 50, columns: 8, pageRows: 10 };

test.each([
  ['ArrowDown', { row: 3, column: 2 }, { row: 4, column: 2 }],
  ['ArrowUp', { row: 0, column: 2 }, { row: -1, column: 2 }],
  ['ArrowUp', { row: -1, column: 2 }, { row: -1, column: 2 }],
  ['ArrowRight', { row: 3, column: 7 }, { row: 3, column: 7 }],
  ['ArrowLeft', { row: 3, column: 0 }, { row: 3, column: -1 }],
  ['PageDown', { row: 45, column: 2 }, { row: 49, column: 2 }],
  ['PageUp', { row: 15, column: 2 }, { row: 5, column: 2 }],
  ['Home', { row: 3, column: 5 }, { row: 3, column: -1 }],
  ['End', { row: 3, column: 5 }, { row: 3, column: 7 }],
])('%s leads on', (key, from, to) => {
  expect(movedBy(key, from, size)).toEqual(to);
});

test('other keys move nowhere', () => {
  expect(movedBy('x', { row: 3, column: 2 }, size)).toBeNull();
});

test.each([
  [{ start: 40, size: 20 }, 100, 40],
  [{ start: 400, size: 20 }, 100, 220],
  [{ start: 120, size: 20 }, 100, 100],
])('a place is scrolled into view, and no further', (item, scrolled, to) => {
  expect(scrolledTo(item, { scrolled, room: 200 })).toBe(to);
});

test.each([
  [1_040, 3, 112],
  [1_040, 10, 79],
  [1_040, 200, 79],
  [300, 200, 74],
])('columns in room %d for %d are %d wide', (room, columns, width) => {
  expect(columnWidth(room, columns)).toBe(width);
});
