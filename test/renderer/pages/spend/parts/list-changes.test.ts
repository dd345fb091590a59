import { describe, expect, test } from 'vitest';
import {
  insertedItem,
  movedItem,
  numbered,
  withItem,
  withoutItem,
} from '../../../../../renderer/pages/spend/parts/list-changes.ts';

const LIST = ['a', 'b', 'c'];

describe('a list of the settings is changed by place', () => {
  test('places begin with one', () => {
    expect(numbered(LIST).map(({ number, item }) => `${number}${item}`)).toEqual([
      '1a',
      '2b',
      '3c',
    ]);
  });

  test.each([
    [null, ['a', 'b', 'c', 'x']],
    [1, ['x', 'b', 'c']],
    [3, ['a', 'b', 'x']],
  ])('an item is put at %s', (place, list) => {
    expect(withItem(LIST, place, 'x')).toEqual(list);
  });

  test.each([
    [1, ['x', 'a', 'b', 'c']],
    [3, ['a', 'b', 'x', 'c']],
    [9, ['a', 'b', 'c', 'x']],
  ])('an item that was at %i comes back there, whatever was added since', (place, list) => {
    expect(insertedItem(LIST, place, 'x')).toEqual(list);
  });

  test('an item is removed', () => {
    expect(withoutItem(LIST, 2)).toEqual(['a', 'c']);
  });

  test.each([
    [1, 1, ['b', 'a', 'c']],
    [3, -1, ['a', 'c', 'b']],
    [1, -1, LIST],
    [3, 1, LIST],
  ] as const)('the item of place %i moves by %i', (place, by, list) => {
    expect(movedItem(LIST, place, by)).toEqual(list);
  });
});
