import Pagination from '@cloudscape-design/components/pagination';
import { useMemo, useState } from 'react';
import { saveFile, toCsv } from '../../csv.ts';
import { type Column, type SortState, sortRows } from './column.ts';
import { type TableBaseProps, TableFrame } from './table-frame.tsx';

const PAGE_ROWS = 50;

interface DataTableProps<T> extends TableBaseProps<T> {
  /** All rows there are. */
  readonly rows: readonly T[];
  readonly initialSort?: SortState;
  /** Rows a page; 50 unless said. */
  readonly pageRows?: number;
}

/** A table of rows that are all here: sorts and pages in the page, exports every row. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { rows, columns, initialSort, pageRows = PAGE_ROWS, ...base } = props;
  const [sort, setSort] = useState<SortState | null>(initialSort ?? null);
  const [page, setPage] = useState(1);
  const ordered = useMemo(() => sortRows(rows, columns, sort), [rows, columns, sort]);
  const pages = Math.max(1, Math.ceil(rows.length / pageRows));
  const current = Math.min(page, pages);
  return (
    <TableFrame
      {...base}
      columns={columns}
      rows={ordered.slice((current - 1) * pageRows, current * pageRows)}
      total={rows.length}
      sort={sort}
      onSort={setSort}
      onExport={() => saveFile(`assay-${props.id}.csv`, tableCsv(columns, ordered))}
      pagination={
        pages === 1 ? null : (
          <Pagination
            currentPageIndex={current}
            pagesCount={pages}
            onChange={({ detail }) => setPage(detail.currentPageIndex)}
          />
        )
      }
    />
  );
}

/** Rows as CSV with every column of the table, shown or not. */
export function tableCsv<T>(columns: readonly Column<T>[], rows: readonly T[]): string {
  return toCsv(
    columns.map(({ header }) => header),
    rows.map((row) => columns.map(({ csv }) => csv(row))),
  );
}
