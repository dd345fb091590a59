import type { Connection } from './database.ts';

/** Column names with their DuckDB types. */
export type ColumnTypes = Readonly<Record<string, string>>;

/**
 * A table of rows that come as one JSON parameter (an array of objects with these columns), for
 * use after FROM: thousands of rows cost one statement.
 */
export function jsonTable(columns: ColumnTypes): string {
  const struct = JSON.stringify([columns]).replaceAll("'", "''");
  return `(SELECT unnest(from_json(CAST(? AS JSON), '${struct}'), max_depth := 2))`;
}

/** Inserts rows whose members are named like the table's columns. */
export async function insertRows<T>(
  connection: Connection,
  table: string,
  insert: {
    readonly columns: ColumnTypes & Readonly<Record<keyof T & string, string>>;
    readonly rows: readonly T[];
  },
): Promise<void> {
  if (insert.rows.length === 0) return;
  const names = Object.keys(insert.columns).join(', ');
  await connection.run(
    `INSERT INTO ${table} (${names}) SELECT ${names} FROM ${jsonTable(insert.columns)}`,
    [JSON.stringify(insert.rows)],
  );
}
