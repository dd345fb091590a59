import type { Cell, Table } from '../../../shared/reports/table.ts';

/** The rows of a table as objects by column id, without what is empty. */
export function namedRows({ columns, rows }: Table): readonly Readonly<Record<string, Cell>>[] {
  return rows.map((row) => named(columns, row));
}

/** The sums of a table by column id, without what is empty. */
export function namedTotals({ columns, totals }: Table): Readonly<Record<string, Cell>> {
  return named(columns, totals ?? []);
}

function named(columns: Table['columns'], row: readonly Cell[]): Readonly<Record<string, Cell>> {
  return Object.fromEntries(
    columns.flatMap(({ id }, index) => {
      const cell = row[index] ?? null;
      return cell === null ? [] : [[id, cell]];
    }),
  );
}
