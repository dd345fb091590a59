import { BILLING_PREFIXES } from '../../../../shared/prices/billing-regions.ts';

/** The columns of a file with their DuckDB types. */
export type FileColumns = ReadonlyMap<string, string>;

/** Without these a row is no line of a bill (CUR 2.0 table dictionary, also legacy Parquet). */
export const REQUIRED_COLUMNS = [
  'bill_billing_period_start_date',
  'bill_payer_account_id',
  'line_item_usage_account_id',
  'line_item_usage_start_date',
  'line_item_line_item_type',
  'line_item_product_code',
  'line_item_usage_type',
  'line_item_unblended_cost',
] as const;

const PREFIX_MAP = `MAP {${[...BILLING_PREFIXES]
  .map(([prefix, region]) => `'${prefix}': '${region}'`)
  .join(', ')}}`;

/**
 * What each column of `bill_rows` is read from. Costs are read by their shortest decimal text,
 * because Parquet files carry them as doubles; columns that an export lacks are null.
 */
export function billExpressions(columns: FileColumns): Readonly<Record<string, string>> {
  const text = (name: string) => textOf(columns, name);
  const amount = (name: string, type = 'DECIMAL(38,18)') => `CAST(${text(name)} AS ${type})`;
  const usageType = text('line_item_usage_type');
  return {
    day: `CAST(CAST(${text('line_item_usage_start_date')} AS TIMESTAMP) AS DATE)`,
    billing_period: `strftime(CAST(${text('bill_billing_period_start_date')} AS TIMESTAMP), '%Y-%m')`,
    payer: text('bill_payer_account_id'),
    account_id: text('line_item_usage_account_id'),
    region: `coalesce(${text('product_region_code')}, ${PREFIX_MAP}[split_part(${usageType}, '-', 1)])`,
    service: serviceOf(columns),
    usage_type: usageType,
    operation: text('line_item_operation'),
    line_item_type: text('line_item_line_item_type'),
    principal: text('line_item_iam_principal'),
    tags: tagsOf(columns),
    resource_id: text('line_item_resource_id'),
    quantity: amount('line_item_usage_amount', 'DECIMAL(38,12)'),
    unit: text('pricing_unit'),
    unblended_cost: amount('line_item_unblended_cost'),
    amortized_cost: 'CAST(NULL AS DECIMAL(38,18))',
    net_cost: amount('line_item_net_unblended_cost'),
    list_cost: amount('pricing_public_on_demand_cost'),
    discount: amount('discount_total_discount'),
    currency: `coalesce(${text('line_item_currency_code')}, 'USD')`,
    final: `${text('bill_invoice_id')} IS NOT NULL`,
  };
}

/** The columns whose values are summed where a day has several lines; the others tell them apart. */
export const SUMMED: ReadonlySet<string> = new Set([
  'quantity',
  'unblended_cost',
  'amortized_cost',
  'net_cost',
  'list_cost',
  'discount',
]);

/**
 * Which lines are Bedrock's: by product code (`AmazonBedrock`, `AmazonBedrockService`, ...), by the
 * product's name (`Claude Sonnet 4.5 (Amazon Bedrock Edition)`, whose code is a random one), or by
 * the usage types that only models on the marketplace have.
 */
export function isBedrock(columns: FileColumns): string {
  const code = textOf(columns, 'line_item_product_code');
  const usageType = textOf(columns, 'line_item_usage_type');
  const named = `concat_ws(' ', ${code}, ${serviceOf(columns)}, ${textOf(columns, 'product_servicecode')})`;
  return `(${named} ILIKE '%bedrock%' OR coalesce(regexp_matches(${usageType}, '-MP:.*(TokenCount|_tokens_)'), false))`;
}

/** The service as Cost Explorer calls it: the marketplace product's own name comes first. */
function serviceOf(columns: FileColumns): string {
  const product = mapOf(columns, 'product');
  const inMap = ['product_name', 'servicename', 'service_name'].map(
    (name) => `nullif(json_extract_string(${product}, '$.${name}'), '')`,
  );
  const flat = ['product_product_name', 'product_servicename'].map((name) => textOf(columns, name));
  return `coalesce(${[...inMap, ...flat, textOf(columns, 'line_item_product_code')].join(', ')})`;
}

/** The tags of the resource and of the caller (`iamPrincipal/team`) as one JSON object. */
function tagsOf(columns: FileColumns): string {
  const all = ['resource_tags', 'tags'].map(
    (name) => `coalesce(${mapOf(columns, name)}, CAST('{}' AS JSON))`,
  );
  return `nullif(CAST(json_merge_patch(${all.join(', ')}) AS VARCHAR), '{}')`;
}

/** A map column as JSON: a real map in Parquet, JSON text in CSV. */
function mapOf(columns: FileColumns, name: string): string {
  const type = columns.get(name);
  if (type === undefined) return 'CAST(NULL AS JSON)';
  return type === 'VARCHAR' ? `TRY_CAST(nullif("${name}", '') AS JSON)` : `to_json("${name}")`;
}

function textOf(columns: FileColumns, name: string): string {
  return columns.has(name) ? `nullif(CAST("${name}" AS VARCHAR), '')` : 'CAST(NULL AS VARCHAR)';
}
