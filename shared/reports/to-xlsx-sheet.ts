import { type Cell, type ColumnKind, isDecimal, type Table } from './table.ts';
import { xlsxText } from './to-xlsx-text.ts';

/** Rows below the line of titles that one sheet takes (Microsoft, "Excel specifications and limits"). */
export const SHEET_ROWS = 1_048_575;

/** Formats of cells by name, in the order in which `STYLES` has them. */
const STYLE = { plain: 0, title: 1, text: 2, count: 3, usd: 4 } as const;

/** The formats; `quotePrefix` keeps a text a text when somebody edits its cell. */
export const STYLES = `<numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.00################"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyFont="1"/>
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/>
<xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>`;

/** Rows that are made into text at once. */
const PIECE = 500;
const NARROWEST = 8;
const WIDEST = 60;

/** The XML of a sheet in pieces: titles in the first line, which stays in sight, then the rows. */
export function* sheetXml(table: Table): Generator<string> {
  const titles = table.columns.map(({ title }) => title);
  yield `${head(table)}<sheetData>${row(1, titles.map(titleCell))}`;
  const rows = Math.min(table.rows.length, SHEET_ROWS);
  for (let from = 0; from < rows; from += PIECE) {
    const piece = table.rows.slice(from, Math.min(from + PIECE, rows));
    yield piece.map((cells, index) => tableRow(table, cells, from + index + 2)).join('');
  }
  yield `</sheetData>${tail(table, rows + 1)}`;
}

function tableRow({ columns }: Table, cells: readonly Cell[], line: number): string {
  return row(
    line,
    cells.map((cell, index) => (at) => xlsxCell(cell, columns[index]?.kind ?? 'text', at)),
  );
}

type CellAt = (at: string) => string;

function row(line: number, cells: readonly CellAt[]): string {
  const written = cells.map((cell, index) => cell(`${columnName(index)}${line}`));
  return `<row r="${line}">${written.join('')}</row>`;
}

function titleCell(text: string): CellAt {
  return (at) => textCell(text, at, STYLE.title);
}

/** Figures are numbers with every digit they have; everything else is text, whatever it looks like. */
function xlsxCell(cell: Cell, kind: ColumnKind, at: string): string {
  if (cell === null) return '';
  const isFigure =
    typeof cell === 'number' ? Number.isFinite(cell) : kind !== 'text' && isDecimal(cell);
  if (!isFigure) return textCell(String(cell), at, STYLE.text);
  return `<c r="${at}" s="${kind === 'text' ? STYLE.plain : formatOf(cell, kind)}"><v>${cell}</v></c>`;
}

/** Counts with a fraction, as shares are, would be rounded in the sheet. */
function formatOf(cell: string | number, kind: ColumnKind): number {
  if (kind === 'usd') return STYLE.usd;
  return String(cell).includes('.') ? STYLE.plain : STYLE.count;
}

function textCell(text: string, at: string, style: number): string {
  const shown = xlsxText(text);
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${shown}</t></is></c>`;
}

function head(table: Table): string {
  const columns = table.columns.map((_, index) => {
    const width = widthOf(table, index);
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
  });
  return `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${
    columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`
  }`;
}

/** Ids of accounts are texts of digits; Excel would put a warning on each. */
function tail(table: Table, lastLine: number): string {
  if (table.columns.length === 0) return '';
  const all = `A1:${columnName(table.columns.length - 1)}${lastLine}`;
  return `<autoFilter ref="${all}"/><ignoredErrors><ignoredError sqref="${all}" numberStoredAsText="1"/></ignoredErrors>`;
}

function widthOf({ columns, rows }: Table, index: number): number {
  const texts = rows.slice(0, PIECE).map((cells) => String(cells[index] ?? ''));
  const longest = [columns[index]?.title ?? '', ...texts].reduce(
    (most, text) => Math.max(most, text.length),
    NARROWEST,
  );
  return Math.min(longest + 2, WIDEST);
}

/** Columns are called A to Z, AA, AB and so on. */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${columnName(Math.floor(index / 26) - 1)}${last}`;
}
