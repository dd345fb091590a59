import { open } from 'node:fs/promises';
import type { Connection } from '../database.ts';
import { UnusableFile, verifyFile } from '../ingest/read-file.ts';
import { firstLine, messageOf } from '../store-error.ts';
import type { BillFile } from './bill-store.ts';
import {
  billExpressions,
  type FileColumns,
  isBedrock,
  REQUIRED_COLUMNS,
  SUMMED,
} from './cur-columns.ts';

const PARQUET_MARK = 'PAR1';

/**
 * Checks that a file of an export is whole and has the columns of a bill; answers what DuckDB reads
 * it with. DuckDB checks neither the length nor the checksum of gzip.
 * @throws UnusableFile with the reason.
 */
export async function openCurFile(connection: Connection, file: BillFile): Promise<OpenCurFile> {
  const table = await tableOf(file);
  const columns = await columnsOf(connection, table);
  const missing = REQUIRED_COLUMNS.filter((name) => !columns.has(name));
  if (missing.length > 0) {
    throw new UnusableFile(`it is no CUR 2.0 export: the column ${missing[0]} is missing`);
  }
  return { table, columns };
}

/** A checked file: the table function that reads it, and its columns. */
export interface OpenCurFile {
  readonly table: string;
  readonly columns: FileColumns;
}

/**
 * Adds the Bedrock lines of a file, summed where nothing but amounts tells lines of a day apart.
 * @throws UnusableFile when a value is not what its column says.
 */
export async function insertCurRows(
  connection: Connection,
  { table, columns }: OpenCurFile,
  ids: { readonly deliveryId: number; readonly fileId: number },
): Promise<number> {
  const expressions = Object.entries(billExpressions(columns));
  const names = expressions.map(([name]) => name);
  const keys = names.filter((name) => !SUMMED.has(name));
  const read = expressions.map(([name, sql]) => `${sql} AS ${name}`).join(', ');
  const grouped = names.map((name) => (SUMMED.has(name) ? `sum(${name}) AS ${name}` : name));
  try {
    await connection.run(
      `INSERT INTO bill_rows (source, delivery_id, file_id, ${names.join(', ')})
       SELECT 'cur', CAST(? AS INTEGER), CAST(? AS INTEGER), ${grouped.join(', ')}
       FROM (SELECT ${read} FROM ${table} WHERE ${isBedrock(columns)})
       GROUP BY ${keys.join(', ')}`,
      [ids.deliveryId, ids.fileId],
    );
  } catch (thrown) {
    throw new UnusableFile(`its lines cannot be read: ${firstLine(messageOf(thrown))}`);
  }
  const [row] = await connection.rows(
    'SELECT count(*) AS added FROM bill_rows WHERE file_id = CAST(? AS INTEGER)',
    [ids.fileId],
  );
  return Number(row?.added ?? 0);
}

/** Whether a file begins and ends as Parquet does. */
export async function isParquet(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    if (size < 2 * PARQUET_MARK.length) return false;
    const marks = await Promise.all(
      [0, size - PARQUET_MARK.length].map(async (position) => {
        const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, position);
        return buffer.toString('latin1');
      }),
    );
    return marks.every((mark) => mark === PARQUET_MARK);
  } finally {
    await handle.close();
  }
}

async function tableOf(file: BillFile): Promise<string> {
  const quoted = `'${file.path.replaceAll("'", "''")}'`;
  if (await isParquet(file.path)) return `read_parquet(${quoted})`;
  if (/\.parquet$/i.test(file.key)) throw new UnusableFile('the Parquet file is cut or damaged');
  const { bytes, compressed } = await verifyFile(file.path);
  if (bytes === 0) throw new UnusableFile('it is empty');
  const compression = compressed ? 'gzip' : 'none';
  return `read_csv(${quoted}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', null_padding = false, compression = '${compression}')`;
}

async function columnsOf(connection: Connection, table: string): Promise<FileColumns> {
  try {
    const rows = await connection.rows(`DESCRIBE SELECT * FROM ${table}`);
    return new Map(rows.map((row) => [String(row.column_name), String(row.column_type)]));
  } catch (thrown) {
    throw new UnusableFile(`it cannot be read: ${firstLine(messageOf(thrown))}`);
  }
}
