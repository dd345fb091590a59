import type { TableColumn } from './table.ts';
import { textWidth } from './table-text-width.ts';
import { longestPart } from './table-wrap.ts';

/** Texts up to this are one line: account ids, Regions and the like. */
const ONE_LINE = 14;
/** A column is not made narrower for the sake of a longer part of a text. */
const LONGEST_PART = 20;

/** A table's texts as they are printed. */
export interface TableText {
  readonly columns: readonly TableColumn[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * The width of each column, so that they take `room` columns of the terminal together: texts give
 * way, the widest first, figures never do. Null where that is not to be had.
 */
export function columnWidths(text: TableText, room: number): readonly number[] | null {
  const natural = text.columns.map((_, index) =>
    widest(text, index, (cell) => textWidth(cell), { titles: true }),
  );
  if (sum(natural) <= room) return natural;
  const least = text.columns.map((column, index) => leastWidth(text, index, column));
  if (sum(least) > room) return null;
  const at = (limit: number) =>
    natural.map((width, index) => Math.max(Math.min(width, limit), least[index] ?? 0));
  let limit = Math.min(Math.max(...natural), room);
  while (sum(at(limit)) > room) limit -= 1;
  return at(limit);
}

function leastWidth(text: TableText, index: number, column: TableColumn): number {
  const own = widest(text, index, textWidth, { titles: false });
  const title = longestPart(text.head[index] ?? '');
  if (column.kind !== 'text' || own <= ONE_LINE) return Math.max(own, title);
  const part = widest(text, index, longestPart, { titles: false });
  return Math.max(Math.min(part, LONGEST_PART), ONE_LINE, title);
}

function widest(
  { head, rows }: TableText,
  index: number,
  measure: (cell: string) => number,
  { titles }: { readonly titles: boolean },
): number {
  const first = titles ? measure(head[index] ?? '') : 0;
  return rows.reduce((most, row) => Math.max(most, measure(row[index] ?? '')), first);
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}
