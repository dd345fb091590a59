import type { Instant } from '../../../../shared/model/period.ts';
import { type Connection, type Database, transaction } from '../database.ts';
import { UnusableFile } from '../ingest/read-file.ts';
import { cancelled } from '../store-error.ts';
import { badCellOf } from './bad-cell.ts';
import type { BillDelivery, BillFile, DeliveryOutcome } from './bill-store.ts';
import { insertCurRows, openCurFile } from './read-cur.ts';

/** Whether exactly these files, in these versions, are what is stored of an export's period. */
export async function knowsDelivery(
  connection: Connection,
  { export: name, billingPeriod, files }: BillDelivery,
): Promise<boolean> {
  const rows = await connection.rows(
    `SELECT f.key, f.etag FROM bill_file_rows f JOIN bill_delivery_rows d USING (delivery_id)
     WHERE d.export = ? AND d.billing_period = ?`,
    [name, billingPeriod],
  );
  const stored = new Set(rows.map((row) => `${row.etag} ${row.key}`));
  return (
    stored.size === files.length && files.every(({ key, etag }) => stored.has(`${etag} ${key}`))
  );
}

/** One file that could not be read, which undoes the whole delivery. */
class BadFile extends Error {
  override readonly name = 'BadFile';
  readonly key: string;

  constructor(key: string, reason: string) {
    super(reason);
    this.key = key;
  }
}

/**
 * Stores an export's period in one transaction: what was there before goes, all files come, or
 * nothing changes at all.
 * @throws AppError `cancelled`.
 */
export async function putDelivery(
  database: Pick<Database, 'read' | 'write'>,
  delivery: BillDelivery,
  options: { readonly now: () => Instant; readonly signal?: AbortSignal | undefined },
): Promise<DeliveryOutcome> {
  if (await database.read((connection) => knowsDelivery(connection, delivery))) {
    return { status: 'known' };
  }
  try {
    const rows = await database.write((connection) =>
      transaction(connection, () => replace(connection, delivery, options), options.signal),
    );
    return { status: 'stored', rows };
  } catch (thrown) {
    if (!(thrown instanceof BadFile)) throw thrown;
    const { key, message } = thrown;
    const file = delivery.files.find((one) => one.key === key);
    const cell = file && (await database.read((connection) => badCellOf(connection, file)));
    return { status: 'failed', key, reason: cell ?? message };
  }
}

async function replace(
  connection: Connection,
  delivery: BillDelivery,
  { now, signal }: { readonly now: () => Instant; readonly signal?: AbortSignal | undefined },
): Promise<number> {
  await removeOld(connection, delivery);
  const deliveryId = await nextId(connection, 'delivery_id', 'bill_delivery_rows');
  await connection.run(
    'INSERT INTO bill_delivery_rows VALUES (CAST(? AS INTEGER), ?, ?, ?, CAST(? AS TIMESTAMP))',
    [deliveryId, delivery.export, delivery.billingPeriod, delivery.execution, now()],
  );
  let rows = 0;
  for (const file of delivery.files) {
    if (signal?.aborted) throw cancelled();
    rows += await addFile(connection, file, deliveryId);
  }
  return rows;
}

async function removeOld(
  connection: Connection,
  { export: name, billingPeriod }: BillDelivery,
): Promise<void> {
  const old = 'SELECT delivery_id FROM bill_delivery_rows WHERE export = ? AND billing_period = ?';
  for (const table of ['bill_rows', 'bill_file_rows', 'bill_delivery_rows']) {
    await connection.run(`DELETE FROM ${table} WHERE delivery_id IN (${old})`, [
      name,
      billingPeriod,
    ]);
  }
}

async function addFile(
  connection: Connection,
  file: BillFile,
  deliveryId: number,
): Promise<number> {
  const fileId = await nextId(connection, 'file_id', 'bill_file_rows');
  try {
    const opened = await openCurFile(connection, file);
    const rows = await insertCurRows(connection, opened, { deliveryId, fileId });
    await connection.run(
      `INSERT INTO bill_file_rows VALUES (CAST(? AS INTEGER), CAST(? AS INTEGER), ?, ?,
         CAST(? AS BIGINT), CAST(? AS BIGINT))`,
      [fileId, deliveryId, file.key, file.etag, file.size, rows],
    );
    return rows;
  } catch (thrown) {
    if (thrown instanceof UnusableFile) throw new BadFile(file.key, thrown.message);
    throw thrown;
  }
}

/** Ids only grow while rows are there; a delivery that replaces one is always the newer. */
async function nextId(connection: Connection, column: string, table: string): Promise<number> {
  const [row] = await connection.rows(
    `SELECT greatest(coalesce((SELECT max(${column}) FROM ${table}), 0),
       coalesce((SELECT max(${column}) FROM bill_rows), 0)) + 1 AS id`,
  );
  return Number(row?.id ?? 1);
}
