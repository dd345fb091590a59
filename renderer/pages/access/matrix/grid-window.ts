/** A stretch of a long list, `last` excluded. */
export interface GridWindow {
  readonly first: number;
  readonly last: number;
}

/** What is looked at of a list of equal things, in pixels. */
export interface Looked {
  readonly scrolled: number;
  readonly room: number;
  readonly itemSize: number;
  readonly count: number;
}

/** The things on screen, and a few on both sides so that scrolling shows no gap. */
export function gridWindow(
  { scrolled, room, itemSize, count }: Looked,
  beyond: number,
): GridWindow {
  const seen = Math.max(0, room);
  const from = Math.max(0, Math.min(scrolled, count * itemSize - seen));
  const first = Math.floor(from / itemSize) - beyond;
  const last = Math.ceil((from + seen) / itemSize) + beyond;
  return { first: Math.max(0, first), last: Math.min(count, last) };
}

/** A place in the grid; row -1 is the head of columns, column -1 the head of rows. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** How large the grid is, and how many rows a page of it has. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  readonly pageRows: number;
}

/** Where a key leads from a place; null for keys that move nowhere. */
export function movedBy(key: string, place: GridPlace, size: GridSize): GridPlace | null {
  const step = STEPS[key]?.(place, size);
  if (step === undefined) return null;
  return {
    row: Math.min(size.rows - 1, Math.max(-1, step.row)),
    column: Math.min(size.columns - 1, Math.max(-1, step.column)),
  };
}

const STEPS: Readonly<Record<string, (place: GridPlace, size: GridSize) => GridPlace>> = {
  ArrowDown: (place) => ({ ...place, row: place.row + 1 }),
  ArrowUp: (place) => ({ ...place, row: place.row - 1 }),
  ArrowRight: (place) => ({ ...place, column: place.column + 1 }),
  ArrowLeft: (place) => ({ ...place, column: place.column - 1 }),
  PageDown: (place, { pageRows }) => ({ ...place, row: place.row + pageRows }),
  PageUp: (place, { pageRows }) => ({ ...place, row: place.row - pageRows }),
  Home: (place) => ({ ...place, column: -1 }),
  End: (place, { columns }) => ({ ...place, column: columns - 1 }),
};

/** How far to scroll so that a stretch of pixels is seen whole; the head covers the first of them. */
export function scrolledTo(
  item: { readonly start: number; readonly size: number },
  seen: { readonly scrolled: number; readonly room: number },
): number {
  if (item.start < seen.scrolled) return item.start;
  return Math.max(seen.scrolled, item.start + item.size - seen.room);
}
