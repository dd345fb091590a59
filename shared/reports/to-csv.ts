import { type Cell, isDecimal, type Table } from './table.ts';
import { sheetText } from './to-sheet-text.ts';

/** Full-width forms too: spreadsheets of East Asian locales take them for the same. */
const FORMULA_START = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** What a CSV file has besides the rows. */
export interface CsvOptions {
  /** What stands above the columns: their ids, for programs (default), or their titles. */
  readonly heads?: 'id' | 'title';
  /** Whether the notes come first, each on a line `#,text`; programs can take `#` for a comment. */
  readonly notes?: boolean;
}

/**
 * A table as CSV (RFC 4180, lines end with CR LF): ids in the first line, exact values, no totals.
 * Text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV Injection),
 * and what another separator would split is quoted; amounts and counts are left as numbers.
 */
export function toCsv(table: Table, { heads = 'id', notes = false }: CsvOptions = {}): string {
  const noted = notes ? table.notes.map((note) => ['#', textCell(note)]) : [];
  const head = table.columns.map((column) => textCell(column[heads]));
  const rows = table.rows.map((row) => row.map(csvCell));
  return [...noted, head, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('');
}

/** One cell as it stands in a CSV file. */
export function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number' || isDecimal(cell)) return String(cell);
  return textCell(cell);
}

function textCell(text: string): string {
  const shown = sheetText(text);
  return quote(FORMULA_START.test(shown) ? `'${shown}` : shown);
}

function quote(text: string): string {
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
