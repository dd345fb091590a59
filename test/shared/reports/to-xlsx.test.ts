import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Cell, ColumnKind, Table } from '../../../shared/reports/table.ts';
import { toXlsx } from '../../../shared/reports/to-xlsx.ts';
import { hasPython, readWorkbook } from '../../helpers/read-workbook.ts';

const python = await hasPython();

function oneColumn(kind: ColumnKind, cells: readonly Cell[], notes: readonly string[] = []): Table {
  const rows = cells.map((cell) => [cell]);
  return { columns: [{ id: 'it', title: 'It', kind }], rows, totals: null, notes };
}

async function readBack(kind: ColumnKind, cells: readonly Cell[]) {
  const [sheet] = await readWorkbook(toXlsx(oneColumn(kind, cells), 'It'));
  return cells.map((_, index) => sheet?.rows[index + 1]?.[`A${index + 2}`]);
}

const text = (value: string) => ({ text: value, kept: true });

describe.skipIf(!python)('read by another program', () => {
  test('text is text, whatever it looks like', async () => {
    const cases: readonly (readonly [string, string])[] = [
      ['=1+1', '=1+1'],
      ['=HYPERLINK("http://x","<y>")', '=HYPERLINK("http://x","<y>")'],
      ['+1', '+1'],
      ['-2', '-2'],
      ['@SUM(A1)', '@SUM(A1)'],
      ['\t=1', '\t=1'],
      ['\r=1', '\n=1'],
      ['two\r\nlines', 'two\nlines'],
      ['  spaced  ', '  spaced  '],
      ['a & b < c > "d"', 'a & b < c > "d"'],
      [']]>', ']]>'],
      ['_x0041_ and _x005F_', '_x0041_ and _x005F_'],
      ['nul\u0000esc\u001b[31m', 'nul\\u{0}esc\\u{1b}[31m'],
      ['\u202efdp.exe', '\\u{202e}fdp.exe'],
      ['half \ud83d of one', 'half \\u{d83d} of one'],
      ['none \ufffe \uffff', 'none \\u{fffe} \\u{ffff}'],
      ['Ünïcödé 日本 👩‍👩‍👧', 'Ünïcödé 日本 👩‍👩‍👧'],
      ['012345678901', '012345678901'],
      ['', ''],
    ];
    const cells = await readBack(
      'text',
      cases.map(([written]) => written),
    );
    expect(cells).toEqual(cases.map(([, read]) => text(read)));
  });

  test('figures are numbers with every digit; what is not known is an empty cell', async () => {
    const exact = '12345678901234567890.000000000000000001';
    expect(
      await readBack('usd', ['0.10', exact, '-3.5', 0, null, 'unpriced', '=1', '1e5']),
    ).toEqual([
      { number: '0.10' },
      { number: exact },
      { number: '-3.5' },
      { number: '0' },
      undefined,
      text('unpriced'),
      text('=1'),
      text('1e5'),
    ]);
    expect(await readBack('count', [7, 0.25, Number.NaN])).toEqual([
      { number: '7' },
      { number: '0.25' },
      text('NaN'),
    ]);
    expect(await readBack('text', [7])).toEqual([{ number: '7' }]);
  });

  test('a text that is longer than a cell takes is cut between characters, and told', async () => {
    const longest = 'x'.repeat(32_767);
    const long = `${'x'.repeat(32_738)}👩${'y'.repeat(100)}`;
    const [sheet, notes] = await readWorkbook(toXlsx(oneColumn('text', [longest, long]), 'It'));
    expect(sheet?.rows[1]?.A2).toEqual(text(longest));
    const cut = sheet?.rows[2]?.A3;
    const shown = cut !== undefined && 'text' in cut ? cut.text : '';
    expect(shown.replace(/^x+/, 'x')).toBe('x ... [cut: 32840 characters]');
    expect(shown.length).toBe(32_766);
    expect(notes?.rows.slice(1)).toEqual([
      {
        A2: text(
          'Texts that are longer than a cell takes (32,767 characters) and were cut: 1. CSV and JSON have them whole.',
        ),
      },
    ]);
  });

  test('what is longer only because it is written out is cut as well', async () => {
    const [cut] = await readBack('text', ['\u202e'.repeat(5000)]);
    expect(JSON.stringify(cut)).toContain('[cut: 40000 characters]');
  });

  test.each([
    ['Cost by model', 'Cost by model', 'Notes'],
    ["'[Cost]: a/b*c?'", 'Cost  a b c', 'Notes'],
    ['', 'Table', 'Notes'],
    ['History', 'Table', 'Notes'],
    ['notes', 'notes', 'Notes 2'],
    ['a&b <c> \u0000\u202e', 'a&b <c>', 'Notes'],
    ['x'.repeat(40), 'x'.repeat(31), 'Notes'],
  ])('a table %j is a sheet %j', async (title, name, notes) => {
    const sheets = await readWorkbook(toXlsx(oneColumn('text', []), title));
    expect(sheets.map((sheet) => sheet.name)).toEqual([name, notes]);
  });

  test('many columns and rows have their places', async () => {
    const columns = Array.from({ length: 703 }, (_, index) => ({
      id: `c${index}`,
      title: `=c${index}`,
      kind: 'count' as const,
    }));
    const rows = Array.from({ length: 3 }, (_, row) =>
      columns.map((_, index) => row * 1000 + index),
    );
    const [sheet] = await readWorkbook(toXlsx({ columns, rows, totals: null, notes: [] }, 'Wide'));
    expect(sheet?.rows[0]).toMatchObject({ A1: text('=c0'), AAA1: text('=c702') });
    expect(sheet?.rows[3]).toMatchObject({ Z4: { number: '2025' }, AA4: { number: '2026' } });
    const long = await readBack(
      'count',
      Array.from({ length: 1201 }, (_, index) => index),
    );
    expect(long[1200]).toEqual({ number: '1200' });
  });
});

test('rows that a sheet does not take are counted in the notes', () => {
  const row = [1];
  const table = oneColumn('count', []);
  const rows = Array.from({ length: 1_048_577 }, () => row);
  const parts = unzipSync(toXlsx({ ...table, rows }, 'Long'));
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(sheet).toContain('<row r="1048576">');
  expect(sheet).not.toContain('<row r="1048577">');
  expect(strFromU8(parts['xl/worksheets/sheet2.xml'] ?? new Uint8Array())).toContain(
    'Only the first 1,048,575 of 1,048,577 rows are here',
  );
}, 120_000);

test('a small workbook, part by part', async () => {
  const table: Table = {
    columns: [
      { id: 'model', title: 'Model', kind: 'text' },
      { id: 'calls', title: 'Calls', kind: 'count' },
      { id: 'usd', title: 'USD', kind: 'usd' },
    ],
    rows: [
      ['Claude Opus 5.5', 1200, '3.000000000000000001'],
      ['=cmd|/c calc', 3, null],
    ],
    totals: ['Total', 1203, '3.000000000000000001'],
    notes: ['2026-10, UTC. Metered: counted tokens times the price named; not a bill.'],
  };
  const packed = toXlsx(table, 'Cost by model');
  expect(toXlsx(table, 'Cost by model')).toEqual(packed);
  const parts = Object.entries(unzipSync(packed)).map(
    ([path, content]) => `== ${path}\n${strFromU8(content)}`,
  );
  await expect(`${parts.join('\n')}\n`).toMatchFileSnapshot('golden/cost-by-model.xlsx.txt');
});
