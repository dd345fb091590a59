import type { Column } from './column.ts';

const DEFAULT_WIDTH = 120;

type Sized = Pick<Column<never>, 'id' | 'width' | 'grow'>;

/**
 * The width of each column in pixels, by id: what it needs, and its part of what `room` has left
 * over. Where the room is too small, every column keeps what it needs and the table scrolls.
 */
export function fillWidths(
  columns: readonly Sized[],
  room: number,
): Readonly<Record<string, number>> {
  const needs = columns.map(needOf);
  const needed = needs.reduce((sum, { width }) => sum + width, 0);
  const weights = needs.reduce((sum, { grow }) => sum + grow, 0);
  const perWeight = weights === 0 ? 0 : Math.max(0, room - needed) / weights;
  return Object.fromEntries(
    needs.map(({ id, width, grow }) => [id, Math.floor(width + grow * perWeight)]),
  );
}

/** A column that does not say its width grows. */
function needOf({ id, width, grow }: Sized): Required<Sized> {
  return { id, width: width ?? DEFAULT_WIDTH, grow: grow ?? (width === undefined ? 1 : 0) };
}
