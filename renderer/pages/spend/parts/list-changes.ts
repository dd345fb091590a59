/** An item of a list with its place, from 1. */
export interface Numbered<T> {
  readonly number: number;
  readonly item: T;
}

/** Items with their places. */
export function numbered<T>(items: readonly T[]): readonly Numbered<T>[] {
  return items.map((item, index) => ({ number: index + 1, item }));
}

/** The list with an item put at a place, from 1; at the end where the place is null. */
export function withItem<T>(items: readonly T[], place: number | null, item: T): readonly T[] {
  return place === null
    ? [...items, item]
    : items.map((each, index) => (index === place - 1 ? item : each));
}

/** The list with an item put before that of a place, from 1; at the end where there are fewer. */
export function insertedItem<T>(items: readonly T[], place: number, item: T): readonly T[] {
  return [...items.slice(0, place - 1), item, ...items.slice(place - 1)];
}

/** The list without the item of a place, from 1. */
export function withoutItem<T>(items: readonly T[], place: number): readonly T[] {
  return items.filter((_, index) => index !== place - 1);
}

/** The list with the item of a place, from 1, one place up or down; the same at its ends. */
export function movedItem<T>(items: readonly T[], place: number, by: 1 | -1): readonly T[] {
  const item = items[place - 1];
  const other = items[place - 1 + by];
  if (item === undefined || other === undefined) return items;
  return items.map((each, index) =>
    index === place - 1 ? other : index === place - 1 + by ? item : each,
  );
}
