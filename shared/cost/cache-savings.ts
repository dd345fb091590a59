import { type Attodollars, formatUsd, type Usd } from '../model/usd.ts';
import type { PriceBook } from '../prices/price-book.ts';
import { costOf, type Estimate, type PricedUsage } from './estimate.ts';

/**
 * What cached reads would have cost as input tokens, less what they cost. Null when there were
 * reads and none of them can be compared; `0` when there were none.
 */
export function cacheSavings(estimates: readonly Estimate[], prices: PriceBook): Usd | null {
  const reads = estimates.filter(
    (estimate) => estimate.row.unit === 'cache-read-tokens' && estimate.row.quantity > 0,
  );
  const savings = reads.flatMap((read) => (read.priced ? savingOf(read, prices) : []));
  if (reads.length > 0 && savings.length === 0) return null;
  return formatUsd(savings.reduce((sum, saving) => sum + saving, 0n));
}

function savingOf(read: PricedUsage, prices: PriceBook): readonly Attodollars[] {
  const input = prices.find({
    baseModelId: read.model.baseModelId,
    scope: read.model.scope,
    tier: read.row.tier,
    region: read.row.region,
    unit: 'input-tokens',
    day: read.row.day,
  });
  return input.found ? [costOf(read.row.quantity, input.line) - read.amount] : [];
}
