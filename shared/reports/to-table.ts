import { groupThousands } from '../model/group-thousands.ts';
import { printable } from '../model/printable.ts';
import { parseUsd, roundUsd } from '../model/usd.ts';
import type { Cell, Table, TableColumn } from './table.ts';
import { columnWidths } from './table-column-widths.ts';
import { textWidth } from './table-text-width.ts';
import { wrapText } from './table-wrap.ts';

const GAP = '  ';
const BELOW = '    ';
const BETWEEN = ' · ';
const NOTHING = '-';

/**
 * A table as aligned text for terminals, numbers to the right, at most `width` columns wide: long
 * texts go on in the next line of their column, and nothing is cut. Where even that does not fit, each
 * row is a list of its values. Control characters and changes of writing direction are written out.
 */
export function toTable(table: Table, width: number = Number.POSITIVE_INFINITY): string {
  if (table.rows.length === 0) return notesBelow(['Nothing to show.', ...table.notes]).join('');
  const body = table.rows.map((row) => textRow(row, table.columns));
  const totals = table.totals === null ? [] : [textRow(table.totals, table.columns, '')];
  const beside = table.columns.filter(({ below }) => below === undefined);
  const head = beside.map((column) => printable(column.title));
  const rows = [...body, ...totals].map((row) => besideIn(row, table.columns));
  const widths = columnWidths(
    { columns: beside, head, rows },
    width - GAP.length * (head.length - 1),
  );
  const lines =
    widths === null
      ? asLists([...body, ...totals], table.columns, width)
      : asColumns(table.columns, { widths, width, head, body, totals });
  const text = lines.map((line) => `${line}\n`);
  return [...text, ...(table.notes.length > 0 ? ['\n'] : []), ...notesBelow(table.notes)].join('');
}

function besideIn<T>(row: readonly T[], columns: readonly TableColumn[]): readonly T[] {
  return row.filter((_, index) => columns[index]?.below === undefined);
}

function asColumns(
  columns: readonly TableColumn[],
  text: {
    /** Of the columns side by side. */
    readonly widths: readonly number[];
    readonly width: number;
    readonly head: readonly string[];
    readonly body: readonly (readonly string[])[];
    readonly totals: readonly (readonly string[])[];
  },
): readonly string[] {
  const { widths, width, head, body, totals } = text;
  const beside = besideIn(columns, columns);
  const align = (row: readonly string[]) => alignRow(row, widths, beside);
  const whole = (row: readonly string[]) => [
    ...align(besideIn(row, columns)),
    ...linesBelow(row, columns, width),
  ];
  const rule = align(widths.map((each) => '-'.repeat(each)));
  const sums = totals.length > 0 ? [...rule, ...totals.flatMap(whole)] : [];
  return [...align(head), ...rule, ...body.flatMap(whole), ...sums];
}

/** What stands below a row, beside each other where they fit whole; nothing for what is not known. */
function linesBelow(
  row: readonly string[],
  columns: readonly TableColumn[],
  width: number,
): readonly string[] {
  const texts = row.flatMap((cell, index) => {
    const { below, title = '' } = columns[index] ?? {};
    if (below === undefined || cell === NOTHING || cell === '') return [];
    return below === 'named' ? `${printable(title)}: ${cell}` : cell;
  });
  return packed(texts, width - BELOW.length)
    .flatMap((text) => wrapText(text, width - BELOW.length))
    .map((line) => `${BELOW}${line}`);
}

function packed(texts: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const text of texts) {
    const last = lines.pop();
    const joined = last === undefined ? text : `${last}${BETWEEN}${text}`;
    const fits = last === undefined || textWidth(joined) <= width;
    lines.push(...(fits ? [joined] : [last, text]));
  }
  return lines;
}

/** Each row as lines of title and value, with an empty line between rows. */
function asLists(
  rows: readonly (readonly string[])[],
  columns: readonly TableColumn[],
  width: number,
): readonly string[] {
  const titles = columns.map(({ title }) => printable(title));
  const left = Math.max(...titles.map(textWidth));
  const right = Math.max(width - left - GAP.length, 1);
  const linesOf = (cell: string, index: number) =>
    (cell === '' ? [] : wrapText(cell, right)).map(
      (line, at) => `${padEnd(at === 0 ? (titles[index] ?? '') : '', left)}${GAP}${line}`,
    );
  return rows.flatMap((row, index) => [...(index === 0 ? [] : ['']), ...row.flatMap(linesOf)]);
}

function notesBelow(notes: readonly string[]): readonly string[] {
  return notes.map((note) => `${printable(note)}\n`);
}

function textRow(
  row: readonly Cell[],
  columns: readonly TableColumn[],
  nothing = NOTHING,
): readonly string[] {
  return columns.map((column, index) => cellText(row[index] ?? null, column, nothing));
}

/** A row in as many lines as its longest cell takes. */
function alignRow(
  row: readonly string[],
  widths: readonly number[],
  columns: readonly TableColumn[],
): readonly string[] {
  const cells = row.map((cell, index) => wrapText(cell, widths[index] ?? 0));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) =>
    cells
      .map((lines, index) => {
        const isText = columns[index]?.kind === 'text';
        return (isText ? padEnd : padStart)(lines[at] ?? '', widths[index] ?? 0);
      })
      .join(GAP)
      .trimEnd(),
  );
}

function padEnd(text: string, width: number): string {
  return `${text}${' '.repeat(Math.max(width - textWidth(text), 0))}`;
}

function padStart(text: string, width: number): string {
  return `${' '.repeat(Math.max(width - textWidth(text), 0))}${text}`;
}

function cellText(cell: Cell, { kind, amounts }: TableColumn, nothing: string): string {
  if (cell === null) return nothing;
  if (amounts === true) return printable(String(cell).replace(/-?\d+\.\d+/g, usdText));
  if (kind === 'usd') return usdText(String(cell));
  if (kind === 'count' && typeof cell === 'number') return groupedWhole(String(cell));
  return printable(String(cell));
}

/** Commas in the whole part alone: decimals, and a number with an exponent, stay as they are. */
function groupedWhole(text: string): string {
  return text.includes('e') ? text : text.replace(/^-?\d+/, groupThousands);
}

/** Two decimals; an amount too small for them is said to be so and never `0.00`. */
function usdText(usd: string): string {
  const rounded = roundUsd(usd, 2);
  if (rounded === '0.00' && parseUsd(usd) !== 0n) return '<0.01';
  const [whole = '0', decimals = ''] = rounded.split('.');
  return `${groupThousands(whole)}.${decimals}`;
}
