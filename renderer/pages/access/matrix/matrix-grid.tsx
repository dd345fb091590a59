// biome-ignore-all lint/a11y/useSemanticElements: a table lays out every row; the grid draws those on screen
import '../access.css';
import { type KeyboardEvent, type MouseEvent, useId, useMemo, useRef, useState } from 'react';
import type { MatrixModel, MatrixRow } from '../../../../shared/api/access-answers.ts';
import { HEAD_HEIGHT, ROW_HEAD_WIDTH, ROW_HEIGHT } from './grid-measures.ts';
import { type GridPlace, movedBy } from './grid-window.ts';
import type { Only } from './matrix-filters.ts';
import { MatrixHead } from './matrix-head.tsx';
import { MatrixLine } from './matrix-line.tsx';
import type { MatrixView } from './matrix-view.ts';
import { useGridWindow } from './use-grid-window.ts';
import { placeOfCell, useOpenedInView } from './use-opened-in-view.ts';

/** What opening a place of the grid does. */
export interface GridActions {
  openCell(row: MatrixRow, model: MatrixModel): void;
  openRow(row: MatrixRow): void;
  openColumn(model: MatrixModel): void;
}

interface MatrixGridProps {
  readonly view: MatrixView;
  readonly only: readonly Only[];
  readonly marksApproval: boolean;
  /** The cell that is explained beside the grid. */
  readonly opened: { readonly principal: string; readonly model: string };
  readonly actions: GridActions;
}

/** Principals by models; only what is on screen is drawn, arrows move a cell, Enter explains it. */
export function MatrixGrid({ view, only, marksApproval, opened, actions }: MatrixGridProps) {
  const { items, columns } = view;
  const grid = useRef<HTMLDivElement>(null);
  const gridId = useId();
  const [place, setPlace] = useState<GridPlace>({ row: Math.min(1, items.length - 1), column: 0 });
  const counts = { rows: items.length, columns: columns.length };
  const { show, ...drawn } = useGridWindow(grid, counts);
  const openedAt = useMemo(() => placeOfCell(view, opened), [view, opened]);
  useOpenedInView(grid, { place: openedAt, show });
  const open = (at: GridPlace) => openPlace(view, at, actions);
  const go = (next: GridPlace) => {
    setPlace(next);
    show(next);
  };
  const pressed = (event: KeyboardEvent) => {
    const next = movedBy(event.key, place, { ...counts, pageRows: drawn.pageRows });
    if (next === null && event.key !== 'Enter') return;
    event.preventDefault();
    if (next === null) open(place);
    else go(next);
  };
  const clicked = (event: MouseEvent) => {
    const at = placeOf(event.target);
    if (at === null) return;
    setPlace(at);
    open(at);
  };
  const shown = columns.slice(drawn.columns.first, drawn.columns.last);
  return (
    <div
      ref={grid}
      className="matrix"
      role="grid"
      tabIndex={0}
      aria-label="Effective access of principals to models"
      aria-rowcount={counts.rows + 1}
      aria-colcount={counts.columns + 1}
      aria-activedescendant={placeId(gridId, view, place)}
      onKeyDown={pressed}
      onClick={clicked}
    >
      <div
        role="presentation"
        style={{
          inlineSize: ROW_HEAD_WIDTH + counts.columns * drawn.width,
          blockSize: HEAD_HEIGHT + counts.rows * ROW_HEIGHT,
        }}
      >
        <MatrixHead
          {...{ gridId, view, marksApproval }}
          drawn={drawn.columns}
          width={drawn.width}
          active={place.row === -1 ? place.column : null}
        />
        <div className="matrix-body" role="rowgroup">
          {items.slice(drawn.rows.first, drawn.rows.last).map((item, offset) => {
            const index = drawn.rows.first + offset;
            const isOpened = item.kind === 'row' && item.row.principalArn === opened.principal;
            return (
              <MatrixLine
                key={index}
                {...{ gridId, index, item, only, marksApproval }}
                columns={shown}
                first={drawn.columns.first}
                width={drawn.width}
                active={place.row === index ? place.column : null}
                opened={isOpened ? opened.model : null}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

function placeId(gridId: string, { items }: MatrixView, { row, column }: GridPlace): string {
  if (row === -1) return `${gridId}-head-${column === -1 ? 'corner' : column}`;
  const head = column === -1 || items[row]?.kind === 'group';
  return `${gridId}-${row}-${head ? 'head' : column}`;
}

function placeOf(target: EventTarget): GridPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  if (cell === null) return null;
  return { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}

function openPlace({ items, columns }: MatrixView, place: GridPlace, actions: GridActions): void {
  const item = items[place.row];
  const model = columns[place.column]?.model;
  if (item?.kind === 'row' && model !== undefined) actions.openCell(item.row, model);
  else if (item?.kind === 'row') actions.openRow(item.row);
  else if (place.row === -1 && model !== undefined) actions.openColumn(model);
}
