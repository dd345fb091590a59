import { listValue } from '@duckdb/node-api';
import type { PriceRecord } from '../../../../shared/prices/price-record.ts';
import { type Connection, transaction } from '../database.ts';
import { insertRows } from '../json-table.ts';
import type { PriceListId, PriceLists } from './bill-store.ts';

const PRICE = {
  source: 'VARCHAR',
  list: 'VARCHAR',
  account_id: 'VARCHAR',
  usage_type: 'VARCHAR',
  region: 'VARCHAR',
  model_id: 'VARCHAR',
  usd: 'VARCHAR',
  unit: 'VARCHAR',
  per: 'BIGINT',
  valid_from: 'DATE',
  valid_to: 'DATE',
  published: 'VARCHAR',
  checked_on: 'DATE',
  standing: 'VARCHAR',
  reason: 'VARCHAR',
} as const;

/** Replaces all prices of some lists of a source, in one transaction. */
export async function putPrices(
  connection: Connection,
  { source, lists }: PriceLists,
  prices: readonly PriceRecord[],
): Promise<void> {
  await transaction(connection, async () => {
    await connection.run('DELETE FROM price_rows WHERE source = ? AND list IN (SELECT unnest(?))', [
      source,
      listValue([...lists]),
    ]);
    await insertRows(connection, 'price_rows', { columns: PRICE, rows: prices.map(toRow) });
  });
}

/** The stored prices of one list, or all, in the order of source, list and usage type. */
export async function readPrices(
  connection: Connection,
  of?: PriceListId,
): Promise<readonly PriceRecord[]> {
  const rows = await connection.rows(
    `SELECT * FROM price_rows
     WHERE ? IS NULL OR (source = ? AND list = ?)
     ORDER BY source, list, usage_type, region, rowid`,
    [of?.list ?? null, of?.source ?? null, of?.list ?? null],
  );
  return rows.map((row) => ({
    source: row.source === 'offer' ? 'offer' : 'price-list',
    list: String(row.list),
    accountId: textOf(row.account_id),
    usageType: String(row.usage_type),
    region: textOf(row.region),
    modelId: textOf(row.model_id),
    usd: String(row.usd),
    unit: String(row.unit),
    per: Number(row.per),
    validFrom: String(row.valid_from),
    validTo: textOf(row.valid_to),
    published: textOf(row.published),
    checkedOn: String(row.checked_on),
    standing: standingOf(row.standing),
    reason: textOf(row.reason),
  }));
}

/** Changes whenever stored prices do. */
export async function pricesVersion(connection: Connection): Promise<string> {
  const [row] = await connection.rows(
    `SELECT count(*) AS rows, CAST(bit_xor(hash(source, list, usage_type, region, model_id, usd, per,
       valid_from, valid_to, checked_on, standing)) AS VARCHAR) AS content FROM price_rows`,
  );
  return `${row?.rows}/${row?.content}`;
}

function toRow(price: PriceRecord) {
  return {
    source: price.source,
    list: price.list,
    account_id: price.accountId,
    usage_type: price.usageType,
    region: price.region,
    model_id: price.modelId,
    usd: price.usd,
    unit: price.unit,
    per: price.per,
    valid_from: price.validFrom,
    valid_to: price.validTo,
    published: price.published,
    checked_on: price.checkedOn,
    standing: price.standing,
    reason: price.reason,
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function standingOf(value: unknown): PriceRecord['standing'] {
  if (value === 'used' || value === 'kept' || value === 'quarantined') return value;
  return 'unread';
}
