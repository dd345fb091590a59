import { printable } from '../../shared/model/printable.ts';
import type { Table } from '../../shared/reports/table.ts';
import { toCsv } from '../../shared/reports/to-csv.ts';
import { toJson } from '../../shared/reports/to-json.ts';
import { toTable } from '../../shared/reports/to-table.ts';
import type { CommandOption } from './command.ts';

/** How data is written to stdout; a table for people unless asked otherwise. */
export const FORMATS = ['table', 'json', 'csv'] as const;

export type Format = (typeof FORMATS)[number];

/** The option that chooses one of them. */
export const FORMAT_OPTION = {
  type: 'string',
  value: 'FORMAT',
  help: 'table (for people, default), json or csv (exact values)',
} as const satisfies CommandOption;

/** A table in the format that was asked for; one for people is at most `width` columns wide. */
export function formatTable(table: Table, format: Format, width: number): string {
  const writers = {
    table: (it: Table) => toTable(it, width),
    json: (it: Table) => toJson(it),
    csv: toCsv,
  };
  return writers[format](table);
}

/** Where nobody says how wide the terminal is: piped, in a file, in the log of a build. */
const DEFAULT_WIDTH = 100;
const LEAST_WIDTH = 40;

/** How wide tables may be: as the terminal, else as `COLUMNS` says, else 100 columns. */
export function tableWidth(
  terminal: number | undefined,
  env: Readonly<Record<string, string | undefined>>,
): number {
  const named = /^\d{1,4}$/.test(env.COLUMNS ?? '') ? Number(env.COLUMNS) : 0;
  const width = terminal ?? (named > 0 ? named : DEFAULT_WIDTH);
  return Math.max(width, LEAST_WIDTH);
}

/** An error as the one line that stderr gets; what it names may come from anywhere. */
export function errorLine(message: string): string {
  return `assay: ${printable(message)}\n`;
}
