import { billName } from '../../electron/backend/demo/world/bill/spellings.ts';
import type { Connection } from '../../electron/backend/store/database.ts';
import { parseModelId } from '../../shared/model/model-id.ts';
import { formatUsd, parseUsd } from '../../shared/model/usd.ts';
import { bundledPrices } from '../../shared/prices/bundled-prices.ts';
import { createPriceBook, type PriceBook } from '../../shared/prices/price-book.ts';

/** What is billed of a call: the column that counts it, by unit. */
const COUNTED = {
  'input-tokens': 'input_tokens',
  'output-tokens': 'output_tokens',
  'cache-read-tokens': 'cache_read_tokens',
  'cache-write-5m-tokens': 'cache_write_5m_tokens',
} as const;
const UNITS = Object.keys(COUNTED) as (keyof typeof COUNTED)[];
const DAY = '2026-12-31';

/**
 * Fills the bill with what the successful calls cost at list prices, by day, account, Region, model,
 * tier and unit, as Cost Explorer tells it. What has no price is not billed, and every 50th line
 * is billed 10 % dearer, so that there is something to explain.
 */
export async function fillBill(connection: Connection): Promise<void> {
  const used = await connection.rows(`SELECT DISTINCT region, model_key, ${TIER} AS tier
    FROM invocation_rows ORDER BY ALL`);
  const names = namesOf(used, createPriceBook([bundledPrices()]));
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE bill_names AS SELECT * FROM (VALUES ${names.join(', ')})
     t(region, model_key, tier, unit, service, usage_type, billed_unit, per, usd)`,
  );
  const sums = UNITS.map((unit) => `sum(${COUNTED[unit]}) AS "${unit}"`).join(', ');
  await connection.run(
    `INSERT INTO bill_rows (source, day, billing_period, payer, account_id, region, service,
       usage_type, line_item_type, quantity, unit, unblended_cost, currency, final)
     SELECT 'ce', c.day, strftime(c.day, '%Y-%m'), '111122223300', c.account_id, c.region,
       n.service, n.usage_type, 'Usage', c.quantity / n.per, n.billed_unit,
       CAST(c.quantity AS DECIMAL(20,0)) * CAST(n.usd AS DECIMAL(18,15))
         * CASE WHEN hash(c.day, n.usage_type, c.account_id) % 50 = 0 THEN 1.1 ELSE 1.0 END,
       'USD', true
     FROM (
       UNPIVOT (
         SELECT CAST(time AS DATE) AS day, account_id, region, model_key, ${TIER} AS tier, ${sums}
         FROM invocation_rows WHERE error_code IS NULL
         GROUP BY CAST(time AS DATE), account_id, region, model_key, ${TIER}
       ) ON ${UNITS.map((unit) => `"${unit}"`).join(', ')} INTO NAME unit VALUE quantity
     ) c JOIN bill_names n USING (region, model_key, tier, unit)
     WHERE c.quantity > 0`,
  );
}

const TIER = `coalesce(service_tier, 'standard')`;

/** How each place and unit that has a price stands on the bill, as rows of values. */
function namesOf(
  used: readonly Readonly<Record<string, unknown>>[],
  prices: PriceBook,
): readonly string[] {
  return used.flatMap((row) => {
    const { baseModelId, scope } = parseModelId(String(row.model_key));
    const region = String(row.region);
    const tier = row.tier === 'flex' ? 'flex' : 'standard';
    return UNITS.flatMap((unit) => {
      const at = { scope, tier, region, unit } as const;
      const found = prices.find({ ...at, baseModelId, day: DAY });
      if (!found.found) return [];
      const { usd, per } = found.line;
      const one = formatUsd(parseUsd(usd) / BigInt(per));
      const name = billName({ ...at, modelId: baseModelId });
      const texts = [region, row.model_key, tier, unit, name.service, name.usageType, name.unit];
      return [`(${texts.map((text) => `'${text}'`).join(', ')}, ${name.per}, '${one}')`];
    });
  });
}
