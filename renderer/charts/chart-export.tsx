import type { Column } from '../components/table/column.ts';
import { ExportMenu } from '../components/table/export-menu.tsx';
import { useExport } from '../components/table/use-export.ts';
import type { ChartTableData, ExactFigures } from './chart-table.tsx';

type Row = ExactFigures['rows'][number];

/** Exports the figures of a chart as exactly as they are known. */
export function ChartExport({
  data: { caption, columns },
  exact: { rows, incomplete },
}: {
  readonly data: ChartTableData;
  readonly exact: ExactFigures;
}) {
  const beginExport = useExport({
    fileName: chartFileName(caption),
    title: caption,
    notes: [`${caption}.`, ...(incomplete.length === 0 ? [] : [incompleteNote(incomplete)])],
  });
  return (
    <ExportMenu
      title={caption}
      disabled={rows.length === 0}
      busy={false}
      main={false}
      onExport={(format) => beginExport()({ columns: exactColumns(columns), rows, format })}
    />
  );
}

/** Columns of a chart's figures, of which each has a name of its own; the first names the rows. */
export function exactColumns(titles: readonly string[]): readonly Column<Row>[] {
  return titles.map((header, index) => ({
    id: titles.indexOf(header) === index ? header : `${header} (${index + 1})`,
    header,
    cell: (row) => row[index],
    csv: (row) => row[index],
    ...(index === 0 ? {} : { align: 'end' }),
  }));
}

function incompleteNote(names: readonly string[]): string {
  return `Incomplete: ${names.join(', ')}.`;
}

function chartFileName(caption: string): string {
  const words = caption.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return ['assay', ...words].join('-').slice(0, 80);
}
