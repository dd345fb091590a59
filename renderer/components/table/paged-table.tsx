import Pagination from '@cloudscape-design/components/pagination';
import type { SortState } from './column.ts';
import type { ExportFormat } from './export-file.ts';
import { type TableBaseProps, TableFrame } from './table-frame.tsx';

/** Rows that the backend answers at once. */
export const SERVER_PAGE_ROWS = 50;

interface PagedTableProps<T> extends TableBaseProps<T> {
  /** The rows of this page. */
  readonly rows: readonly T[];
  /** All rows that match. */
  readonly total: number;
  readonly offset: number;
  readonly onOffset: (offset: number) => void;
  /** Only for an order that the backend can make. */
  readonly sort?: SortState | null;
  readonly onSort?: (sort: SortState) => void;
  readonly onExport: (format: ExportFormat) => void;
  readonly exporting?: boolean;
}

/** A table whose rows come from the backend, 50 at a time. */
export function PagedTable<T>({ offset, onOffset, ...table }: PagedTableProps<T>) {
  const pages = Math.max(1, Math.ceil(table.total / SERVER_PAGE_ROWS));
  return (
    <TableFrame
      {...table}
      skeletonRows={12}
      pagination={
        <Pagination
          currentPageIndex={Math.min(pages, Math.floor(offset / SERVER_PAGE_ROWS) + 1)}
          pagesCount={pages}
          disabled={table.loading === true}
          onChange={({ detail }) => onOffset((detail.currentPageIndex - 1) * SERVER_PAGE_ROWS)}
        />
      }
    />
  );
}
