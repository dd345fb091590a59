import type { Column } from './column.ts';

/** Whether a column is shown; its place in a list is its place in the table. */
export interface ShownColumn {
  readonly id: string;
  readonly visible: boolean;
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
