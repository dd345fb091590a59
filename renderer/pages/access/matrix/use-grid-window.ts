import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';
import { columnWidth, HEAD_HEIGHT, ROW_HEAD_WIDTH, ROW_HEIGHT } from './grid-measures.ts';
import { type GridPlace, type GridWindow, gridWindow, scrolledTo } from './grid-window.ts';

/** What of the grid is drawn. */
export interface DrawnGrid {
  readonly rows: GridWindow;
  readonly columns: GridWindow;
  readonly width: number;
  readonly pageRows: number;
}

interface GridCounts {
  readonly rows: number;
  readonly columns: number;
}

interface Viewport {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Until the grid is measured it is taken to be as large as on a laptop. */
const UNMEASURED: Viewport = { left: 0, top: 0, width: 1040, height: 560 };
const ROWS_BEYOND = 6;
const COLUMNS_BEYOND = 2;

/** The rows and columns on screen, and a way to bring a place there; drawn anew only when they change. */
export function useGridWindow(
  grid: RefObject<HTMLDivElement | null>,
  { rows, columns }: GridCounts,
): DrawnGrid & { readonly show: (place: GridPlace) => void } {
  const [viewport, setViewport] = useState(UNMEASURED);
  const drawn = drawnOf(viewport, { rows, columns });
  useLayoutEffect(() => {
    const element = grid.current;
    if (element === null) return;
    const measure = () =>
      setViewport((known) => {
        const now = viewportOf(element);
        return sameDrawn(drawnOf(known, { rows, columns }), drawnOf(now, { rows, columns }))
          ? known
          : now;
      });
    const observer = new ResizeObserver(measure);
    measure();
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [grid, rows, columns]);
  const { width } = drawn;
  const show = useCallback(
    (place: GridPlace) => {
      if (grid.current !== null) scrollTo(grid.current, place, width);
    },
    [grid, width],
  );
  return { ...drawn, show };
}

function viewportOf(element: HTMLElement): Viewport {
  return {
    left: element.scrollLeft,
    top: element.scrollTop,
    width: element.clientWidth,
    height: element.clientHeight,
  };
}

function drawnOf({ left, top, width, height }: Viewport, { rows, columns }: GridCounts): DrawnGrid {
  const size = columnWidth(width, columns);
  const room = height - HEAD_HEIGHT;
  const across = { scrolled: left, room: width - ROW_HEAD_WIDTH, itemSize: size, count: columns };
  return {
    rows: gridWindow({ scrolled: top, room, itemSize: ROW_HEIGHT, count: rows }, ROWS_BEYOND),
    columns: gridWindow(across, COLUMNS_BEYOND),
    width: size,
    pageRows: Math.max(1, Math.floor(room / ROW_HEIGHT) - 1),
  };
}

function sameDrawn(a: DrawnGrid, b: DrawnGrid): boolean {
  return (
    a.width === b.width &&
    a.pageRows === b.pageRows &&
    sameWindow(a.rows, b.rows) &&
    sameWindow(a.columns, b.columns)
  );
}

function sameWindow(a: GridWindow, b: GridWindow): boolean {
  return a.first === b.first && a.last === b.last;
}

function scrollTo(element: HTMLElement, { row, column }: GridPlace, width: number): void {
  const { left, top, width: across, height } = viewportOf(element);
  const rowAt = { start: Math.max(0, row) * ROW_HEIGHT, size: ROW_HEIGHT };
  const columnAt = { start: Math.max(0, column) * width, size: width };
  element.scrollTop = scrolledTo(rowAt, { scrolled: top, room: height - HEAD_HEIGHT });
  element.scrollLeft = scrolledTo(columnAt, { scrolled: left, room: across - ROW_HEAD_WIDTH });
}
