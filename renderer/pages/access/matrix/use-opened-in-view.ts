import { type RefObject, useEffect } from 'react';
import { HEAD_HEIGHT, ROW_HEIGHT } from './grid-measures.ts';
import type { GridPlace } from './grid-window.ts';
import type { MatrixView } from './matrix-view.ts';

/** The place of a cell by its principal and model; null where it is not shown. */
export function placeOfCell(
  { items, columns }: MatrixView,
  { principal, model }: { readonly principal: string; readonly model: string },
): GridPlace | null {
  const row = items.findIndex((item) => item.kind === 'row' && item.row.principalArn === principal);
  const column = columns.findIndex((one) => one.model.modelId === model);
  return row === -1 || column === -1 ? null : { row, column };
}

interface Opened {
  /** Null while no cell is explained. */
  readonly place: GridPlace | null;
  readonly show: (place: GridPlace) => void;
}

/** Keeps the cell that is explained in view when it is opened and when the panel beside takes room. */
export function useOpenedInView(
  grid: RefObject<HTMLDivElement | null>,
  { place, show }: Opened,
): void {
  const { row = null, column = null } = place ?? {};
  useEffect(() => {
    const element = grid.current;
    if (element === null || row === null || column === null) return;
    const observer = new ResizeObserver(() => {
      show({ row, column });
      scrollPageTo(element, row);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [grid, row, column, show]);
}

/** Scrolls the page where a row of the grid is above or below what is seen of it. */
function scrollPageTo(grid: HTMLDivElement, row: number): void {
  const { top, bottom } = grid.getBoundingClientRect();
  const from = top + HEAD_HEIGHT + row * ROW_HEIGHT - grid.scrollTop;
  if (from >= top && from + ROW_HEIGHT <= window.innerHeight) return;
  grid.scrollIntoView({ block: bottom - top <= window.innerHeight ? 'end' : 'start' });
}
