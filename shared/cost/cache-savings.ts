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
  const savings = [...readsByPrice(reads).values()].flatMap((same) => savingOf(same, prices));
  if (reads.length > 0 && savings.length === 0) return null;
  return formatUsd(savings.reduce((sum, saving) => sum + saving, 0n));
}

/** Priced reads that the same two prices compare. */
interface SameReads {
  readonly example: PricedUsage;
  quantity: number;
  amount: Attodollars;
}

function readsByPrice(reads: readonly Estimate[]): ReadonlyMap<string, SameReads> {
  const groups = new Map<string, SameReads>();
  for (const read of reads) {
    if (!read.priced) continue;
    const key = `${read.row.modelId} ${read.row.region} ${read.row.tier} ${read.row.day}`;
    const group = groups.get(key) ?? { example: read, quantity: 0, amount: 0n };
    group.quantity += read.row.quantity;
    group.amount += read.amount;
    groups.set(key, group);
  }
  return groups;
}

function savingOf(reads: SameReads, prices: PriceBook): readonly Attodollars[] {
  const { model, row } = reads.example;
  const input = prices.find({
    baseModelId: model.baseModelId,
    scope: model.scope,
    tier: row.tier,
    region: row.region,
    unit: 'input-tokens',
    day: row.day,
  });
  return input.found ? [costOf(reads.quantity, input.line) - reads.amount] : [];
}
