import type { Cell, Table } from './table.ts';

/** A table as indented JSON: rows as objects by column id, amounts as exact decimal text. */
export function toJson(table: Table, about: Readonly<Record<string, Cell>> = {}): string {
  const rows = table.rows.map((row) =>
    Object.fromEntries(table.columns.map((column, index) => [column.id, row[index] ?? null])),
  );
  return `${JSON.stringify({ ...about, rows, notes: table.notes }, null, 2)}\n`;
}
