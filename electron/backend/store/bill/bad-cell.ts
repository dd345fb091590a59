import type { Connection } from '../database.ts';
import { UnusableFile } from '../ingest/read-file.ts';
import type { BillFile } from './bill-store.ts';
import { isBedrock } from './cur-columns.ts';
import { type OpenCurFile, openCurFile } from './read-cur.ts';

/** The columns whose values must be times or amounts, with what they are read as. */
const TYPED = [
  ['line_item_usage_start_date', 'TIMESTAMP', 'a time'],
  ['bill_billing_period_start_date', 'TIMESTAMP', 'a time'],
  ['line_item_usage_amount', 'DECIMAL(38,12)', 'an amount'],
  ['line_item_unblended_cost', 'DECIMAL(38,18)', 'an amount'],
  ['line_item_net_unblended_cost', 'DECIMAL(38,18)', 'an amount'],
  ['pricing_public_on_demand_cost', 'DECIMAL(38,18)', 'an amount'],
  ['discount_total_discount', 'DECIMAL(38,18)', 'an amount'],
] as const;

const MOST_SHOWN = 60;

/**
 * Which value of a file that could not be stored is not what its column must hold, and what to do;
 * null when all of them are, or the file cannot be read at all.
 */
export async function badCellOf(connection: Connection, file: BillFile): Promise<string | null> {
  try {
    return await firstBadCell(connection, await openCurFile(connection, file));
  } catch (thrown) {
    if (thrown instanceof UnusableFile) return null;
    throw thrown;
  }
}

async function firstBadCell(
  connection: Connection,
  { table, columns }: OpenCurFile,
): Promise<string | null> {
  for (const [column, type, what] of TYPED) {
    if (!columns.has(column)) continue;
    const [found] = await connection.rows(
      `SELECT place, value FROM (SELECT row_number() OVER () AS place,
         nullif(CAST("${column}" AS VARCHAR), '') AS value, ${isBedrock(columns)} AS taken FROM ${table})
       WHERE taken AND value IS NOT NULL AND TRY_CAST(value AS ${type}) IS NULL
       ORDER BY place LIMIT 1`,
    );
    if (found === undefined) continue;
    const value = JSON.stringify(String(found.value).slice(0, MOST_SHOWN));
    return (
      `row ${found.place} has ${value} as ${column}, which is not ${what}; nothing of the bill was ` +
      'stored. Fetch the file again, or have AWS refresh the export if it is so there too'
    );
  }
  return null;
}
