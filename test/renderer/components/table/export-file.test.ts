import { describe, expect, test } from 'vitest';
import type { Column } from '../../../../renderer/components/table/column.ts';
import {
  EXPORT_FORMATS,
  exportFile,
  exportTable,
} from '../../../../renderer/components/table/export-file.ts';
import { hasPython, readWorkbook } from '../../../helpers/read-workbook.ts';

interface Row {
  readonly name: string;
  readonly account: string;
  readonly usd: string | null;
  readonly calls: number;
  readonly approved?: boolean;
}

const COLUMNS: readonly Column<Row>[] = [
  { id: 'name', header: 'Name', cell: () => null, csv: ({ name }) => name },
  { id: 'account', header: 'Account', cell: () => null, csv: ({ account }) => account },
  { id: 'usd', header: 'Cost (USD)', cell: () => null, csv: ({ usd }) => usd, align: 'end' },
  { id: 'calls', header: 'Calls', cell: () => null, csv: ({ calls }) => calls, align: 'end' },
  {
    id: 'approved',
    header: 'Approved',
    cell: () => null,
    csv: ({ approved }) => approved,
    shown: false,
  },
];
const ROWS: readonly Row[] = [
  { name: '=1+1', account: '012345678901', usd: '0.000000000000000001', calls: 3, approved: true },
  { name: 'two, "three"', account: '111122223333', usd: null, calls: 0 },
];
const ABOUT = { fileName: 'assay-models', title: 'Models', notes: [] };
const table = exportTable(COLUMNS, ROWS, ['Metered, not a bill.', '=1+1']);
const python = await hasPython();

describe('an export has every column, exactly', () => {
  test('CSV: titles, notes first, nothing that runs', () => {
    expect(exportFile(table, ABOUT, 'csv')).toEqual({
      name: 'assay-models.csv',
      type: 'text/csv;charset=utf-8',
      content: [
        '#,"Metered, not a bill."',
        "#,'=1+1",
        'Name,Account,Cost (USD),Calls,Approved',
        "'=1+1,012345678901,0.000000000000000001,3,true",
        '"two, ""three""",111122223333,,0,',
        '',
      ].join('\r\n'),
    });
  });

  test('JSON: ids for names, values as they are', () => {
    const { name, type, content } = exportFile(table, ABOUT, 'json');
    expect([name, type]).toEqual(['assay-models.json', 'application/json']);
    expect(JSON.parse(String(content))).toEqual({
      table: 'Models',
      rows: [
        {
          name: '=1+1',
          account: '012345678901',
          usd: '0.000000000000000001',
          calls: 3,
          approved: 'true',
        },
        { name: 'two, "three"', account: '111122223333', usd: null, calls: 0, approved: null },
      ],
      notes: ['Metered, not a bill.', '=1+1'],
    });
  });

  test.skipIf(!python)('XLSX: amounts are numbers, ids are text', async () => {
    const { name, content } = exportFile(table, ABOUT, 'xlsx');
    expect(name).toBe('assay-models.xlsx');
    if (typeof content === 'string') throw new Error('A workbook is no text.');
    const [sheet, notes] = await readWorkbook(content);
    expect(sheet?.name).toBe('Models');
    expect(sheet?.rows[1]).toEqual({
      A2: { text: '=1+1', kept: true },
      B2: { text: '012345678901', kept: true },
      C2: { number: '0.000000000000000001' },
      D2: { number: '3' },
      E2: { text: 'true', kept: true },
    });
    expect(sheet?.rows[2]).not.toHaveProperty('C3');
    expect(notes?.rows.slice(1)).toEqual([
      { A2: { text: 'Metered, not a bill.', kept: true } },
      { A3: { text: '=1+1', kept: true } },
    ]);
  });

  test.each(EXPORT_FORMATS)('$text of nothing is a file too', ({ id }) => {
    const { content } = exportFile(exportTable(COLUMNS, [], []), ABOUT, id);
    expect(content.length).toBeGreaterThan(10);
  });
});
