import type { Cell, Table } from './table.ts';

const DECIMAL = /^-?\d+(\.\d+)?$/;
/** Full-width forms too: spreadsheets of East Asian locales take them for the same. */
const FORMULA_START = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/**
 * A table as CSV (RFC 4180, lines end with CR LF): ids in the first line, exact values, no totals.
 * Text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV Injection),
 * and what another separator would split is quoted; amounts and counts are left as numbers.
 */
export function toCsv(table: Table): string {
  const header = table.columns.map((column) => textCell(column.id));
  const rows = table.rows.map((row) => row.map(csvCell));
  return [header, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('');
}

/** One cell as it stands in a CSV file. */
export function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number' || DECIMAL.test(cell)) return String(cell);
  return textCell(cell);
}

function textCell(text: string): string {
  return quote(FORMULA_START.test(text) ? `'${text}` : text);
}

function quote(text: string): string {
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
