/** One value of a table: text, a count, an exact decimal amount as text, or nothing known. */
export type Cell = string | number | null;

/** How a column's values are written for people; files always carry them exactly. */
export type ColumnKind = 'text' | 'count' | 'usd';

/** One column of a table. */
export interface TableColumn {
  /** Stable name, the header of CSV and the key of JSON. */
  readonly id: string;
  /** What people read above the column. */
  readonly title: string;
  readonly kind: ColumnKind;
  /** What people read below the row, on lines of its own: sentences and ARNs, `named` by the title. */
  readonly below?: 'plain' | 'named';
  /** Its texts have exact amounts in them, which people read rounded; files carry them exactly. */
  readonly amounts?: true;
}

/** Rows of cells under columns: what every report builds and every format is written from. */
export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** Sums under the rows, for people only; null where a sum says nothing. */
  readonly totals: readonly Cell[] | null;
  /** Sentences that belong under the table. */
  readonly notes: readonly string[];
}

/** A column of a table that is built from items of one type. */
export interface ItemColumn<Item> extends TableColumn {
  readonly value: (item: Item) => Cell;
}

/** A table of items, one row each. */
export function tableOf<Item>(
  columns: readonly ItemColumn<Item>[],
  items: readonly Item[],
  notes: readonly string[] = [],
): Table {
  return {
    columns: columns.map(({ value: _, ...column }) => column),
    rows: items.map((item) => columns.map((column) => column.value(item))),
    totals: null,
    notes,
  };
}

/** Whether a text is a plain decimal number, as amounts are: no exponent, no grouping, no plus sign. */
export function isDecimal(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}
