import type { Cell, ColumnKind, Table } from '../../../shared/reports/table.ts';
import { toCsv } from '../../../shared/reports/to-csv.ts';
import { toJson } from '../../../shared/reports/to-json.ts';
import { toXlsx, XLSX_TYPE } from '../../../shared/reports/to-xlsx.ts';
import type { PageFile } from '../../save-file.ts';
import type { Column, ExportValue } from './column.ts';

/** The formats of exports, with what the menu calls them. */
export const EXPORT_FORMATS = [
  { id: 'csv', text: 'CSV' },
  { id: 'xlsx', text: 'Excel (XLSX)' },
  { id: 'json', text: 'JSON' },
] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number]['id'];

/** What an export is called and says about itself. */
export interface ExportAbout {
  /** Without its ending. */
  readonly fileName: string;
  readonly title: string;
  /** Sentences: the period, where figures come from, what is missing. */
  readonly notes: readonly string[];
}

/** Rows with every column, shown or not, as a table of exact values. */
export function exportTable<T>(
  columns: readonly Column<T>[],
  rows: readonly T[],
  notes: readonly string[],
): Table {
  const cells = rows.map((row) => columns.map(({ csv }) => cellOf(csv(row))));
  return {
    columns: columns.map((column, index) => ({
      id: column.id,
      title: column.header,
      kind: kindOf(
        column,
        cells.map((row) => row[index] ?? null),
      ),
    })),
    rows: cells,
    totals: null,
    notes,
  };
}

/** A table as a file: people open the CSV, so it has titles and notes. */
export function exportFile(
  table: Table,
  { fileName, title }: ExportAbout,
  format: ExportFormat,
): PageFile {
  const name = `${fileName}.${format}`;
  if (format === 'xlsx') return { name, type: XLSX_TYPE, content: toXlsx(table, title) };
  if (format === 'json') {
    return { name, type: 'application/json', content: toJson(table, { table: title }) };
  }
  const content = toCsv(table, { heads: 'title', notes: true });
  return { name, type: 'text/csv;charset=utf-8', content };
}

function cellOf(value: ExportValue): Cell {
  return typeof value === 'boolean' ? String(value) : (value ?? null);
}

/** Figures stand at the end of a column; amounts of money are text with a decimal point. */
function kindOf<T>({ align }: Column<T>, cells: readonly Cell[]): ColumnKind {
  if (align !== 'end') return 'text';
  return cells.some((cell) => typeof cell === 'string' && cell.includes('.')) ? 'usd' : 'count';
}
