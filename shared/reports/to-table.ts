import { groupThousands } from '../model/group-thousands.ts';
import { parseUsd, roundUsd } from '../model/usd.ts';
import type { Cell, ColumnKind, Table, TableColumn } from './table.ts';

const GAP = '  ';

/**
 * A table as aligned text for terminals, numbers to the right. Control characters and changes of
 * writing direction are taken out: names in it come from logs, and a terminal would obey them.
 */
export function toTable(table: Table): string {
  if (table.rows.length === 0)
    return [...notesBelow(['Nothing to show.', ...table.notes])].join('');
  const body = table.rows.map((row) => textRow(row, table.columns));
  const totals = table.totals === null ? [] : [textRow(table.totals, table.columns, '')];
  const head = table.columns.map((column) => clean(column.title));
  const widths = head.map((title, index) =>
    Math.max(title.length, ...[...body, ...totals].map((row) => row[index]?.length ?? 0)),
  );
  const rule = widths.map((width) => '-'.repeat(width));
  const lines = [head, rule, ...body, ...(totals.length > 0 ? [rule, ...totals] : [])];
  const text = lines.map((line) => `${alignLine(line, widths, table.columns)}\n`);
  return [...text, ...(table.notes.length > 0 ? ['\n'] : []), ...notesBelow(table.notes)].join('');
}

function notesBelow(notes: readonly string[]): readonly string[] {
  return notes.map((note) => `${clean(note)}\n`);
}

function textRow(
  row: readonly Cell[],
  columns: readonly TableColumn[],
  nothing = '-',
): readonly string[] {
  return columns.map((column, index) => cellText(row[index] ?? null, column.kind, nothing));
}

function alignLine(
  line: readonly string[],
  widths: readonly number[],
  columns: readonly TableColumn[],
): string {
  const cells = line.map((cell, index) => {
    const width = widths[index] ?? 0;
    return columns[index]?.kind === 'text' ? cell.padEnd(width) : cell.padStart(width);
  });
  return cells.join(GAP).trimEnd();
}

function cellText(cell: Cell, kind: ColumnKind, nothing: string): string {
  if (cell === null) return nothing;
  if (kind === 'usd') return usdText(String(cell));
  if (kind === 'count' && typeof cell === 'number') return groupThousands(String(cell));
  return clean(String(cell));
}

/** Two decimals; an amount too small for them is said to be so and never `0.00`. */
function usdText(usd: string): string {
  const rounded = roundUsd(usd, 2);
  if (rounded === '0.00' && parseUsd(usd) !== 0n) return '<0.01';
  const [whole = '0', decimals = ''] = rounded.split('.');
  return `${groupThousands(whole)}.${decimals}`;
}

function clean(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ');
}
