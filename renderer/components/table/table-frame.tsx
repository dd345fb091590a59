import Header from '@cloudscape-design/components/header';
import Skeleton from '@cloudscape-design/components/skeleton';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import { exactCount } from '../../format.ts';
import { useShortcut } from '../use-shortcut.ts';
import type { Column, SortState } from './column.ts';
import type { ExportFormat } from './export-file.ts';
import { ExportMenu } from './export-menu.tsx';
import { fillWidths } from './fill-widths.ts';
import { columnsFor } from './shown-columns.ts';
import { TablePreferencesButton, useTablePreferences } from './table-preferences.tsx';
import { useRoom } from './use-room.ts';

/** What every table of Assay has. */
export interface TableBaseProps<T> {
  /** Names the table in the reader's remembered preferences. */
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column<T>[];
  readonly trackBy: (row: T) => string;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly filter?: ReactNode;
  /** Shown when there are no rows. */
  readonly empty: ReactNode;
  /** True until the first rows are there. */
  readonly loading?: boolean;
  /** Opens a row's details; `j` and `k` move through rows on the page's main table. */
  readonly onOpen?: (row: T) => void;
  readonly openId?: string | null;
  /** The page's main table answers `e`, `j` and `k`. */
  readonly main?: boolean;
  readonly variant?: TableProps.Variant;
  /** Shows texts whole, over several lines, unless the reader decides otherwise; else they are cut. */
  readonly wrap?: boolean;
}

interface TableFrameProps<T> extends TableBaseProps<T> {
  /** The rows on screen. */
  readonly rows: readonly T[];
  readonly total: number;
  readonly sort?: SortState | null;
  readonly onSort?: (sort: SortState) => void;
  readonly pagination?: ReactNode;
  readonly onExport: (format: ExportFormat) => void;
  readonly exporting?: boolean;
  readonly skeletonRows?: number;
}

/** Pixels between a table and the edges of its card, both sides together. */
const CARD_EDGES = 44;
/** Pixels of the column that opens rows. */
const SELECTION_COLUMN = 40;

/** A Cloudscape table with the habits of Assay; `DataTable` and `PagedTable` put rows into it. */
export function TableFrame<T>(props: TableFrameProps<T>) {
  const [frame, room] = useRoom();
  useRowKeys(props);
  return <div ref={frame}>{room === null ? null : <FilledTable {...props} room={room} />}</div>;
}

function FilledTable<T>(props: TableFrameProps<T> & { readonly room: number }) {
  const { rows, trackBy } = props;
  const columns = columnsFor(props.columns, props.room);
  const [preferences, change] = useTablePreferences(props.id, columns, props.wrap === true);
  const shown = preferences.display.filter(({ visible }) => visible);
  const filled = fillWidths(
    columns.filter(({ id }) => shown.some((each) => each.id === id)),
    props.room - CARD_EDGES - (props.onOpen === undefined ? 0 : SELECTION_COLUMN),
  );
  const sorted = columns.find(({ id }) => id === props.sort?.columnId);
  return (
    <Table<T>
      variant={props.variant ?? 'container'}
      items={rows}
      trackBy={trackBy}
      columnDefinitions={columns.map((column) =>
        definitionOf(column, preferences.widths[column.id] ?? filled[column.id]),
      )}
      columnDisplay={preferences.display}
      wrapLines={preferences.wrapLines}
      resizableColumns
      stickyHeader
      contentDensity="compact"
      enableKeyboardNavigation
      loading={props.loading === true}
      loadingText={`Loading ${props.title.toLowerCase()}`}
      skeleton={{ totalRows: props.skeletonRows ?? 6, renderCell: skeletonCell }}
      empty={props.empty}
      header={<TableHeader {...props} />}
      filter={props.filter}
      pagination={props.pagination}
      preferences={
        <TablePreferencesButton columns={columns} preferences={preferences} onChange={change} />
      }
      {...sortingOf(props, sorted)}
      {...selectionOf(props)}
      onColumnWidthsChange={({ detail }) => {
        const widths = shown.map(({ id }, index) => [id, detail.widths[index]] as const);
        change({ widths: Object.fromEntries(widths.filter(hasWidth)) });
      }}
      ariaLabels={{
        tableLabel: props.title,
        selectionGroupLabel: 'Rows',
        itemSelectionLabel: (_, row) => `Open ${trackBy(row)}`,
        resizerRoleDescription: 'resize button',
      }}
    />
  );
}

function hasWidth(entry: readonly [string, number | undefined]): entry is [string, number] {
  return entry[1] !== undefined;
}

function TableHeader<T>(props: TableFrameProps<T>) {
  return (
    <Header
      variant="h2"
      counter={props.loading === true ? '' : `(${exactCount(props.total)})`}
      description={props.description}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          {props.actions}
          <ExportMenu
            title={props.title}
            disabled={props.total === 0}
            busy={props.exporting === true}
            main={props.main === true}
            onExport={props.onExport}
          />
        </SpaceBetween>
      }
    >
      {props.title}
    </Header>
  );
}

function definitionOf<T>(
  column: Column<T>,
  width: number | undefined,
): TableProps.ColumnDefinition<T> {
  const { id, header, cell, align, sort } = column;
  const end = align === 'end';
  const chosen = width ?? column.width;
  return {
    id,
    header: end ? <span className="header-end">{header}</span> : header,
    cell: (row) => (end ? <div className="cell-end">{cell(row)}</div> : cell(row)),
    minWidth: 80,
    ...(chosen === undefined ? {} : { width: chosen }),
    ...(sort === undefined ? {} : { sortingField: id }),
  };
}

function sortingOf<T>(
  { sort, onSort }: TableFrameProps<T>,
  sorted: Column<T> | undefined,
): Partial<TableProps<T>> {
  if (onSort === undefined) return { sortingDisabled: true };
  return {
    ...(sorted === undefined ? {} : { sortingColumn: { sortingField: sorted.id } }),
    sortingDescending: sort?.descending === true,
    onSortingChange: ({ detail }) => {
      const columnId = detail.sortingColumn.sortingField;
      if (columnId !== undefined) onSort({ columnId, descending: detail.isDescending === true });
    },
  };
}

function selectionOf<T>(props: TableFrameProps<T>): Partial<TableProps<T>> {
  const { onOpen, rows, trackBy, openId } = props;
  if (onOpen === undefined) return {};
  return {
    selectionType: 'single',
    selectedItems: rows.filter((row) => trackBy(row) === openId),
    onRowClick: ({ detail }) => onOpen(detail.item),
    onSelectionChange: ({ detail }) => {
      const row = detail.selectedItems[0];
      if (row !== undefined) onOpen(row);
    },
  };
}

function useRowKeys<T>({ main, rows, trackBy, openId, onOpen }: TableFrameProps<T>) {
  const step = (by: number) => {
    const at = rows.findIndex((row) => trackBy(row) === openId);
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
    if (main === true && next !== undefined) onOpen?.(next);
  };
  useShortcut('j', () => step(1));
  useShortcut('k', () => step(-1));
}

/** A cell whose rows are not there yet; the class tells such cells from those of a finished page. */
function skeletonCell() {
  return (
    <div className="skeleton-cell">
      <Skeleton />
    </div>
  );
}
