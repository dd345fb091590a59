import { type Day, monthOf } from '../../../../shared/model/period.ts';
import { type Connection, transaction } from '../database.ts';
import { insertRows } from '../json-table.ts';
import type {
  CostExplorerAnswer,
  CostExplorerRow,
  CostExplorerTagAnswer,
  CostExplorerTagRow,
} from './bill-store.ts';

const COST = 'DECIMAL(38,18)';
const COMMON = {
  day: 'DATE',
  billing_period: 'VARCHAR',
  payer: 'VARCHAR',
  service: 'VARCHAR',
  unblended_cost: COST,
  amortized_cost: COST,
  currency: 'VARCHAR',
  final: 'BOOLEAN',
} as const;
const BILL = {
  ...COMMON,
  source: 'VARCHAR',
  account_id: 'VARCHAR',
  region: 'VARCHAR',
  usage_type: 'VARCHAR',
  line_item_type: 'VARCHAR',
  quantity: 'DECIMAL(38,12)',
  unit: 'VARCHAR',
} as const;
const TAGS = { ...COMMON, tag_key: 'VARCHAR', tag_value: 'VARCHAR' } as const;

/**
 * Replaces what Cost Explorer told of the asked days: what the payer was told before, and what any
 * account of the answer was told by itself or by another payer.
 */
export async function putCostExplorer(
  connection: Connection,
  { payer, from, to, rows }: CostExplorerAnswer,
): Promise<void> {
  const accounts = [...new Set(rows.map(({ accountId }) => accountId))];
  await transaction(connection, async () => {
    await connection.run(
      `DELETE FROM bill_rows WHERE source = 'ce' AND day >= CAST(? AS DATE) AND day < CAST(? AS DATE)
         AND (payer = ? OR contains(string_split(?, ','), account_id))`,
      [from, to, payer, accounts.join(',')],
    );
    const bill = rows.map((row) => toBillRow(row, payer));
    await insertRows(connection, 'bill_rows', { columns: BILL, rows: bill });
  });
}

/** Replaces what Cost Explorer told the payer of the asked days by one tag. */
export async function putCostExplorerTag(
  connection: Connection,
  { payer, from, to, tagKey, rows }: CostExplorerTagAnswer,
): Promise<void> {
  await transaction(connection, async () => {
    await connection.run(
      `DELETE FROM bill_tag_rows
       WHERE payer = ? AND tag_key = ? AND day >= CAST(? AS DATE) AND day < CAST(? AS DATE)`,
      [payer, tagKey, from, to],
    );
    const tags = rows.map((row) => toTagRow(row, payer));
    await insertRows(connection, 'bill_tag_rows', { columns: TAGS, rows: tags });
  });
}

/** The services in what Cost Explorer told the payer of some days, sorted. */
export async function servicesTold(
  connection: Connection,
  { payer, from, to }: Pick<CostExplorerAnswer, 'payer' | 'from' | 'to'>,
): Promise<readonly string[]> {
  const rows = await connection.rows(
    `SELECT DISTINCT service FROM bill_rows
     WHERE source = 'ce' AND payer = ? AND service IS NOT NULL
       AND day >= CAST(? AS DATE) AND day < CAST(? AS DATE)
     ORDER BY service`,
    [payer, from, to],
  );
  return rows.map(({ service }) => String(service));
}

/** Whether anything is stored of the payer's bill by a tag. */
export async function knowsTag(
  connection: Connection,
  payer: string,
  tagKey: string,
): Promise<boolean> {
  const rows = await connection.rows(
    'SELECT 1 FROM bill_tag_rows WHERE payer = ? AND tag_key = ? LIMIT 1',
    [payer, tagKey],
  );
  return rows.length > 0;
}

function toBillRow(row: CostExplorerRow, payer: string) {
  return {
    ...common(row, payer),
    source: 'ce',
    account_id: row.accountId,
    region: row.region,
    usage_type: row.usageType,
    line_item_type: row.lineItemType,
    quantity: row.quantity,
    unit: row.unit,
  };
}

function toTagRow(row: CostExplorerTagRow, payer: string) {
  return { ...common(row, payer), tag_key: row.tagKey, tag_value: row.tagValue };
}

function common(
  row: { readonly day: Day } & Pick<CostExplorerRow, 'service' | 'unblended' | 'amortized'> &
    Pick<CostExplorerRow, 'currency' | 'final'>,
  payer: string,
) {
  return {
    day: row.day,
    billing_period: monthOf(row.day),
    payer,
    service: row.service,
    unblended_cost: row.unblended,
    amortized_cost: row.amortized,
    currency: row.currency,
    final: row.final,
  };
}
