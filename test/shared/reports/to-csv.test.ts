import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell, Table } from '../../../shared/reports/table.ts';
import { csvCell, toCsv } from '../../../shared/reports/to-csv.ts';

describe('one cell', () => {
  test.each<[Cell, string]>([
    ['plain', 'plain'],
    [null, ''],
    [0, '0'],
    [-3, '-3'],
    ['-1.50', '-1.50'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-x', "'-x"],
    ['@sum', "'@sum"],
    ['\tx', '"\'\tx"'],
    ['\rx', '"\'\rx"'],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    ['a=b', 'a=b'],
    [' =1+1', "' =1+1"],
    ['\n=1', '"\'\n=1"'],
    ['\uff1d1+1', "'\uff1d1+1"],
    ['a;=1+1', '"a;=1+1"'],
    ['nul\u0000', 'nul\\u{0}'],
    ['\u001b[31mred', '\\u{1b}[31mred'],
    ['\u202efdp.exe', '\\u{202e}fdp.exe'],
    ['\u200b=1+1', '\\u{200b}=1+1'],
    ['half \ud83d', 'half \\u{d83d}'],
  ])('%j is written %j', (cell, text) => expect(csvCell(cell)).toBe(text));

  test('no text is ever run as a formula', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const written = csvCell(text).replace(/^"/, '');
        expect(/^[=+@\t\r]/.test(written) || /^-(?!\d+(\.\d+)?$)/.test(written)).toBe(false);
      }),
    );
  });
});

test('a column that a query names like a formula is none', () => {
  const column = { id: '=1+1', title: 'x', kind: 'text' } as const;
  expect(toCsv({ columns: [column], rows: [], totals: null, notes: [] })).toBe("'=1+1\r\n");
});

test('a table ends every line with CR LF, headed by column ids', () => {
  const table: Table = {
    columns: [
      { id: 'model', title: 'Model', kind: 'text' },
      { id: 'usd', title: 'USD', kind: 'usd' },
    ],
    rows: [
      ['A, B', '0.000000000001'],
      ['C', null],
    ],
    totals: ['Total', '9'],
    notes: ['A note.'],
  };
  expect(toCsv(table)).toBe('model,usd\r\n"A, B",0.000000000001\r\nC,\r\n');
});

test('for people, notes come first as comments and columns have their titles', () => {
  const table: Table = {
    columns: [{ id: 'usd', title: 'Cost, USD', kind: 'usd' }],
    rows: [['1.5']],
    totals: null,
    notes: ['Metered, not a bill.', '=1+1'],
  };
  expect(toCsv(table, { heads: 'title', notes: true })).toBe(
    '#,"Metered, not a bill."\r\n#,\'=1+1\r\n"Cost, USD"\r\n1.5\r\n',
  );
});
