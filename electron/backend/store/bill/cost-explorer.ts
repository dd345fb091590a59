import { type Day, monthOf } from '../../../../shared/model/period.ts';
import { type Connection, transaction } from '../database.ts';
import { insertRows } from '../json-table.ts';
import type { CostExplorerAnswer, CostExplorerRow, CostExplorerTagRow } from './bill-store.ts';

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
  { payer, from, to, rows, tagRows }: CostExplorerAnswer,
): Promise<void> {
  const accounts = [...new Set(rows.map(({ accountId }) => accountId))];
  await transaction(connection, async () => {
    await connection.run(
      `DELETE FROM bill_rows WHERE source = 'ce' AND day >= CAST(? AS DATE) AND day < CAST(? AS DATE)
         AND (payer = ? OR contains(string_split(?, ','), account_id))`,
      [from, to, payer, accounts.join(',')],
    );
    await connection.run(
      `DELETE FROM bill_tag_rows
       WHERE payer = ? AND day >= CAST(? AS DATE) AND day < CAST(? AS DATE)`,
      [payer, from, to],
    );
    const bill = rows.map((row) => toBillRow(row, payer));
    await insertRows(connection, 'bill_rows', { columns: BILL, rows: bill });
    const tags = tagRows.map((row) => toTagRow(row, payer));
    await insertRows(connection, 'bill_tag_rows', { columns: TAGS, rows: tags });
  });
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
