import type { ReactNode } from 'react';

/** What may stand in a cell of an export. */
export type ExportValue = string | number | boolean | null | undefined;

/** One column of a table: what it shows, exports and sorts by. */
export interface Column<T> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: T) => ReactNode;
  /** The exact value for exports, of all formats; amounts as decimal text. */
  readonly csv: (row: T) => ExportValue;
  /** What rows are ordered by; a column without it cannot be sorted. */
  readonly sort?: (row: T) => number | bigint | string;
  /** Figures stand at the end of the cell. */
  readonly align?: 'end';
  /** Pixels; the least of a column that grows. */
  readonly width?: number;
  /** How much of the room that is left over it takes, beside others that grow; by default none with a width, 1 without. */
  readonly grow?: number;
  /**
   * `false`: shown only when the reader chooses it; `wide`: by default in wide tables only; `roomy`:
   * by default, but not beside an open panel.
   */
  readonly shown?: boolean | 'wide' | 'roomy';
}

/** By which column rows are ordered. */
export interface SortState {
  readonly columnId: string;
  readonly descending: boolean;
}

/** Rows in the order of a column; rows that are equal there keep their order. */
export function sortRows<T>(
  rows: readonly T[],
  columns: readonly Column<T>[],
  state: SortState | null,
): readonly T[] {
  const sort = columns.find(({ id }) => id === state?.columnId)?.sort;
  if (sort === undefined || state === null) return rows;
  const direction = state.descending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: sort(row) }))
    .sort((a, b) => direction * compare(a.value, b.value))
    .map(({ row }) => row);
}

function compare(a: number | bigint | string, b: number | bigint | string): number {
  if (typeof a === 'string' && typeof b === 'string') return a.localeCompare(b, 'en');
  return a < b ? -1 : a > b ? 1 : 0;
}
