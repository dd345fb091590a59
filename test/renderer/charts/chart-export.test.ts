import { expect, test } from 'vitest';
import { exactColumns } from '../../../renderer/charts/chart-export.tsx';
import { exportFile, exportTable } from '../../../renderer/components/table/export-file.ts';

test('figures of a chart: exact, empty where there is none, each series under a name of its own', () => {
  const rows = [
    ['2026-11-01', '1.000000000000000001', '0.5', null],
    ['2026-11-02', '2', '1', '1'],
  ];
  const table = exportTable(exactColumns(['Day (UTC)', 'Total', 'Nova', 'Nova']), rows, []);
  expect(table.columns.map(({ id, kind }) => [id, kind])).toEqual([
    ['Day (UTC)', 'text'],
    ['Total', 'usd'],
    ['Nova', 'usd'],
    ['Nova (4)', 'count'],
  ]);
  const { content } = exportFile(table, { fileName: 'x', title: 'Cost', notes: [] }, 'csv');
  expect(content).toBe(
    'Day (UTC),Total,Nova,Nova\r\n2026-11-01,1.000000000000000001,0.5,\r\n2026-11-02,2,1,1\r\n',
  );
});
