import {
  DuckDBArrayValue,
  DuckDBBlobValue,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  type DuckDBValue,
} from '@duckdb/node-api';
import { instantOfMs } from '../../../shared/model/period.ts';

/**
 * Rows of JSON-ready data by column name, out of columns: DuckDB hands columns over much faster than
 * rows.
 */
export function jsonRows(
  names: readonly string[],
  columns: readonly (readonly DuckDBValue[])[],
): readonly Readonly<Record<string, unknown>>[] {
  const rows: Record<string, unknown>[] = (columns[0] ?? []).map(() => ({}));
  for (const [at, name] of names.entries()) {
    for (const [index, value] of (columns[at] ?? []).entries()) {
      const row = rows[index];
      if (row !== undefined) row[name] = toJson(value);
    }
  }
  return rows;
}

/**
 * A DuckDB value as JSON-ready data: whole numbers beyond 2^53 and decimals as text, timestamps as
 * UTC instants, dates as days, lists as arrays, structs as objects.
 */
export function toJson(value: DuckDBValue): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') return integerToJson(value);
  if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue) {
    return timestampToJson(value.micros);
  }
  if (value instanceof DuckDBDateValue || value instanceof DuckDBDecimalValue) {
    return value.toString();
  }
  if (value instanceof DuckDBBlobValue) return value.toString();
  return nestedToJson(value);
}

function nestedToJson(value: DuckDBValue): unknown {
  if (value instanceof DuckDBListValue || value instanceof DuckDBArrayValue) {
    return value.items.map(toJson);
  }
  if (value instanceof DuckDBStructValue) {
    return Object.fromEntries(
      Object.entries(value.entries).map(([name, entry]) => [name, toJson(entry)]),
    );
  }
  if (value instanceof DuckDBMapValue) {
    return value.entries.map((entry) => ({ key: toJson(entry.key), value: toJson(entry.value) }));
  }
  return String(value);
}

function integerToJson(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

function timestampToJson(micros: bigint): string {
  return instantOfMs(Number(micros / 1000n));
}
