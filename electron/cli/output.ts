import type { Table } from '../../shared/reports/table.ts';
import { toCsv } from '../../shared/reports/to-csv.ts';
import { toJson } from '../../shared/reports/to-json.ts';
import { toTable } from '../../shared/reports/to-table.ts';

/** How data is written to stdout; a table for people unless asked otherwise. */
export const FORMATS = ['table', 'json', 'csv'] as const;

export type Format = (typeof FORMATS)[number];

/** A table in the format that was asked for. */
export function formatTable(table: Table, format: Format): string {
  const writers = { table: toTable, json: toJson, csv: toCsv };
  return writers[format](table);
}
