import { rm, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';

/** One line of an export; what a test does not name has a plain value. */
export type CurLine = Readonly<Record<string, string>>;

const LINE: CurLine = {
  bill_billing_period_start_date: '2026-10-01T00:00:00.000Z',
  bill_payer_account_id: '111122223333',
  bill_invoice_id: '',
  line_item_usage_account_id: '222233334444',
  line_item_usage_start_date: '2026-10-05T00:00:00.000Z',
  line_item_line_item_type: 'Usage',
  line_item_product_code: 'AmazonBedrock',
  line_item_usage_type: 'USE1-Nova2.0Lite-input-tokens',
  line_item_operation: 'InvokeModelInference',
  line_item_usage_amount: '1000',
  line_item_unblended_cost: '0.33',
  line_item_currency_code: 'USD',
  line_item_iam_principal: '',
  pricing_unit: '1K tokens',
  pricing_public_on_demand_cost: '0.33',
  product: '{"product_name":"Amazon Bedrock"}',
  product_region_code: '',
  resource_tags: '{}',
};

/** A line with some values of its own. */
export function line(own: CurLine = {}): CurLine {
  return { ...LINE, ...own };
}

/** The lines as CSV text, as Data Exports write it. */
export function csvOf(lines: readonly CurLine[], names = Object.keys(LINE)): string {
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = lines.map((one) => names.map((name) => quote(one[name] ?? '')).join(','));
  return [names.map(quote).join(','), ...rows, ''].join('\n');
}

/** Writes lines as a `.csv.gz` file. */
export async function writeCsv(path: string, lines: readonly CurLine[]): Promise<void> {
  await writeFile(path, gzipSync(csvOf(lines)));
}

/** Writes lines as Parquet with the types that Data Exports give: doubles, timestamps, maps. */
export async function writeParquet(path: string, lines: readonly CurLine[]): Promise<void> {
  const source = `${path}.csv`;
  await writeFile(source, csvOf(lines));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(
    `COPY (SELECT * REPLACE (
        CAST(line_item_unblended_cost AS DOUBLE) AS line_item_unblended_cost,
        CAST(line_item_usage_amount AS DOUBLE) AS line_item_usage_amount,
        CAST(pricing_public_on_demand_cost AS DOUBLE) AS pricing_public_on_demand_cost,
        CAST(line_item_usage_start_date AS TIMESTAMP) AS line_item_usage_start_date,
        CAST(bill_billing_period_start_date AS TIMESTAMP) AS bill_billing_period_start_date,
        CAST(CAST(product AS JSON) AS MAP(VARCHAR, VARCHAR)) AS product,
        CAST(CAST(resource_tags AS JSON) AS MAP(VARCHAR, VARCHAR)) AS resource_tags)
      FROM read_csv('${source}', header = true, all_varchar = true, quote = '"', escape = '"'))
     TO '${path}' (FORMAT parquet, COMPRESSION snappy)`,
  );
  connection.closeSync();
  instance.closeSync();
  await rm(source);
}
