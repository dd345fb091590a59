import type { Column } from './column.ts';

/** Whether a column is shown; its place in a list is its place in the table. */
export interface ShownColumn {
  readonly id: string;
  readonly visible: boolean;
}

/** Pixels from which a table shows what only wide or roomy ones do. */
const LEAST_ROOM = { wide: 1300, roomy: 800 } as const;

/** Whether so much room, in pixels, is more than a table has beside an open panel. */
export function isRoomy(room: number): boolean {
  return room >= LEAST_ROOM.roomy;
}

/** Columns with what is shown by default in so much room, in pixels. */
export function columnsFor<T>(columns: readonly Column<T>[], room: number): readonly Column<T>[] {
  return columns.map((column) =>
    typeof column.shown === 'string'
      ? { ...column, shown: room >= LEAST_ROOM[column.shown] }
      : column,
  );
}

/** The remembered order without columns that are gone, and with those that are new. */
export function completeDisplay<T>(
  columns: readonly Column<T>[],
  display: readonly ShownColumn[],
): readonly ShownColumn[] {
  const known = display.filter(({ id }) => columns.some((column) => column.id === id));
  const fresh = columns.filter(({ id }) => !known.some((each) => each.id === id));
  return [...known, ...fresh.map(({ id, shown }) => ({ id, visible: shown !== false }))];
}
