import { strToU8, Zip, ZipDeflate } from 'fflate';
import { groupThousands } from '../model/group-thousands.ts';
import { type Table, tableOf } from './table.ts';
import { SHEET_ROWS, STYLES, sheetXml } from './to-xlsx-sheet.ts';
import { isCut, xlsxText } from './to-xlsx-text.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The media type of a workbook. */
export const XLSX_TYPE = `${CONTENT}.sheet`;

/** The time that files in the package carry (DOS, without a zone), so that equal tables are equal files. */
const PACKED_AT = '1980-01-01T00:00:00';

interface Part {
  readonly path: string;
  readonly xml: Iterable<string>;
}

/**
 * A table as an Excel workbook (ECMA-376): one sheet with its rows and one with its notes, which also
 * tell what the sheet could not take. Amounts are numbers with every digit; text is never a formula.
 */
export function toXlsx(table: Table, title: string): Uint8Array<ArrayBuffer> {
  const notes = [...table.notes, ...limits(table)];
  const sheets = [
    { name: sheetName(title), table },
    {
      name: sheetName(title).toLowerCase() === 'notes' ? 'Notes 2' : 'Notes',
      table: notesTable(notes),
    },
  ];
  return packed([
    part('[Content_Types].xml', contentTypes(sheets.length)),
    part('_rels/.rels', relations([{ type: 'officeDocument', target: 'xl/workbook.xml' }])),
    part('xl/workbook.xml', workbook(sheets.map(({ name }) => name))),
    part(
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map((_, index) => ({
          type: 'worksheet',
          target: `worksheets/sheet${index + 1}.xml`,
        })),
        { type: 'styles', target: 'styles.xml' },
      ]),
    ),
    part('xl/styles.xml', `<styleSheet xmlns="${MAIN}">${STYLES}</styleSheet>`),
    ...sheets.map((sheet, index) => ({
      path: `xl/worksheets/sheet${index + 1}.xml`,
      xml: worksheet(sheet.table),
    })),
  ]);
}

function notesTable(notes: readonly string[]): Table {
  return tableOf([{ id: 'note', title: 'Notes', kind: 'text', value: (note) => note }], notes);
}

/** What a sheet leaves out, in words. */
function limits({ rows }: Table): readonly string[] {
  const shown = rows.slice(0, SHEET_ROWS);
  const cut = shown.reduce(
    (count, cells) =>
      count + cells.filter((cell) => typeof cell === 'string' && isCut(cell)).length,
    0,
  );
  const count = (number: number) => groupThousands(String(number));
  return [
    ...(rows.length > SHEET_ROWS
      ? [
          `Only the first ${count(SHEET_ROWS)} of ${count(rows.length)} rows are here: a sheet takes no more. CSV and JSON have all.`,
        ]
      : []),
    ...(cut > 0
      ? [
          `Texts that are longer than a cell takes (32,767 characters) and were cut: ${count(cut)}. CSV and JSON have them whole.`,
        ]
      : []),
  ];
}

/** Names of sheets: up to 31 characters, none that references use, no apostrophe at an end. */
function sheetName(title: string): string {
  const name = title
    .replace(/[\p{C}[\]:*?/\\]+/gu, ' ')
    .trim()
    .slice(0, 31);
  const trimmed = name.replace(/[\ud800-\udbff]$/, '').replace(/^[' ]+|[' ]+$/g, '');
  return trimmed === '' || trimmed.toLowerCase() === 'history' ? 'Table' : trimmed;
}

function contentTypes(sheets: number): string {
  const override = (path: string, type: string) =>
    `<Override PartName="/xl/${path}.xml" ContentType="${CONTENT}.${type}+xml"/>`;
  const worksheets = Array.from({ length: sheets }, (_, index) =>
    override(`worksheets/sheet${index + 1}`, 'worksheet'),
  );
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('workbook', 'sheet.main')}${override('styles', 'styles')}${worksheets.join('')}</Types>`;
}

function relations(links: readonly { readonly type: string; readonly target: string }[]): string {
  const each = links.map(
    ({ type, target }, index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, index) =>
      `<sheet name="${xlsxText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

function* worksheet(table: Table): Generator<string> {
  yield `${XML}<worksheet xmlns="${MAIN}">`;
  yield* sheetXml(table);
  yield '</worksheet>';
}

function part(path: string, xml: string): Part {
  return { path, xml: [XML, xml] };
}

/** Packs as it goes, so that a long table is in memory only packed. */
function packed(parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    pieces.push(piece);
  });
  for (const { path, xml } of parts) {
    const file = new ZipDeflate(path);
    file.mtime = PACKED_AT;
    zip.add(file);
    for (const text of xml) file.push(strToU8(text));
    file.push(new Uint8Array(0), true);
  }
  zip.end();
  return joined(pieces);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
