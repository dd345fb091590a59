import { realpath, stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import type { Table } from '../../shared/reports/table.ts';
import { toXlsx } from '../../shared/reports/to-xlsx.ts';
import { replaceFile, systemCode } from '../backend/replace-file.ts';
import { choice, optionalText, usageError } from './arguments.ts';
import type { CliHost, CommandOptions, OptionValues } from './command.ts';
import { FORMATS, type Format, formatTable } from './output.ts';

const ALL_FORMATS = [...FORMATS, 'xlsx'] as const;

/** How a table leaves: printed, or as a file where `out` names one; a workbook is always a file. */
export type Delivery =
  | { readonly format: Format; readonly out: string | null }
  | { readonly format: 'xlsx'; readonly out: string };

/** What leaves. */
export interface Deliverable {
  readonly table: Table;
  readonly title: string;
  /** The JSON of a command that has its own shape for it. */
  readonly json?: string;
}

/** The options that say so. */
export const DELIVERY_OPTIONS = {
  format: {
    type: 'string',
    value: 'FORMAT',
    help: 'table (for people, default), json or csv (exact values), xlsx\n(a workbook, with --out)',
  },
  out: {
    type: 'string',
    value: 'FILE',
    help: 'write to this file and not to stdout; one that exists is replaced.\nWithout --format, its ending (.csv, .json, .xlsx; .txt or none for a\ntable) says which',
  },
} as const satisfies CommandOptions;

/**
 * Reads the options.
 * @throws AppError `invalid-input` where a workbook would go to stdout, or a file's ending is of no
 * format and none is named.
 */
export function deliveryOf(values: OptionValues): Delivery {
  const out = optionalText(values, 'out');
  if (out === '') throw usageError('--out FILE is the name of a file.');
  const named = values.format === undefined ? formatNamedBy(out) : null;
  if (values.format === undefined) refuseOtherEnding(out, ENDINGS);
  const format = named ?? choice(values, 'format', ALL_FORMATS);
  if (format !== 'xlsx') return { format, out };
  if (out !== null) return { format, out };
  throw usageError('A workbook is not printed: name its file with --out FILE.xlsx.');
}

/** What `--out` of a table may end with where `--format` is not given. */
const ENDINGS = [...ALL_FORMATS.filter((format) => format !== 'table'), 'txt'];

/**
 * Refuses a file whose ending promises what it would not hold, as `october.pdf`; without an ending it
 * promises nothing.
 * @throws AppError `invalid-input`.
 */
export function refuseOtherEnding(out: string | null, endings: readonly string[]): void {
  const ending = extname(out ?? '')
    .slice(1)
    .toLowerCase();
  if (ending === '' || endings.includes(ending)) return;
  const known = endings.map((each) => `.${each}`).join(', ');
  throw usageError(
    `Nothing is written as .${ending}: end the file of --out with ${known}, or say with --format what it is to hold.`,
  );
}

function formatNamedBy(out: string | null): Delivery['format'] | null {
  return ALL_FORMATS.find((format) => out?.toLowerCase().endsWith(`.${format}`)) ?? null;
}

/**
 * Prints a table, or writes its file whole or not at all.
 * @throws AppError `invalid-input` where FILE is there and no file; `io-failed` where it cannot be written.
 */
export async function deliver(
  host: CliHost,
  delivery: Delivery,
  { table, title, json }: Deliverable,
): Promise<void> {
  if (delivery.format === 'xlsx') return writeOut(delivery.out, toXlsx(table, title));
  const { format, out } = delivery;
  const ownJson = format === 'json' ? json : undefined;
  const text = ownJson ?? formatTable(table, format, host.width);
  if (out === null) host.out(text);
  else await writeOut(out, text);
}

/**
 * Writes a file whole or not at all.
 * @throws AppError as `deliver` does.
 */
export async function writeOut(out: string, content: string | Uint8Array): Promise<void> {
  await replaceFile({ path: await fileBehind(resolve(out)), content, mode: 0o666 });
}

/** Where a link leads; renaming onto it would replace the link, or a device like /dev/stdout. */
async function fileBehind(path: string): Promise<string> {
  try {
    const real = await realpath(path);
    if ((await stat(real)).isFile()) return real;
  } catch (thrown) {
    if (systemCode(thrown) === 'ENOENT') return path;
    throw thrown;
  }
  throw usageError(`--out FILE is the name of a file, and ${path} is none.`);
}
