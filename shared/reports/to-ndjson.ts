import type { Table } from './table.ts';

/** The rows of a table, one JSON object a line by column id, amounts as exact decimal text; without its notes. */
export function toNdjson({ columns, rows }: Pick<Table, 'columns' | 'rows'>): string {
  const lines = rows.map((row) =>
    JSON.stringify(Object.fromEntries(columns.map(({ id }, index) => [id, row[index] ?? null]))),
  );
  return lines.map((line) => `${line}\n`).join('');
}
