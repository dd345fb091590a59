import Pagination from '@cloudscape-design/components/pagination';
import { useMemo, useState } from 'react';
import { type SortState, sortRows } from './column.ts';
import { type TableBaseProps, TableFrame } from './table-frame.tsx';
import { useExport } from './use-export.ts';

const PAGE_ROWS = 50;

interface DataTableProps<T> extends TableBaseProps<T> {
  /** All rows there are. */
  readonly rows: readonly T[];
  readonly initialSort?: SortState;
  /** Rows a page; 50 unless said. */
  readonly pageRows?: number;
  /** What its exports say beside the description, where that is text. */
  readonly notes?: readonly string[];
}

/** A table of rows that are all here: sorts and pages in the page, exports every row. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { rows, columns, initialSort, pageRows = PAGE_ROWS, notes = [], ...base } = props;
  const [sort, setSort] = useState<SortState | null>(initialSort ?? null);
  const [page, setPage] = useState(1);
  const ordered = useMemo(() => sortRows(rows, columns, sort), [rows, columns, sort]);
  const { description, title } = props;
  const beginExport = useExport({
    fileName: `assay-${props.id}`,
    title,
    notes: [...(typeof description === 'string' ? [description] : []), ...notes],
  });
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
      onExport={(format) => beginExport()({ columns, rows: ordered, format })}
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
