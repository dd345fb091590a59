import { formatUsd, type Usd } from '../model/usd.ts';
import type { PriceBook } from '../prices/price-book.ts';
import { addSavings, cacheSavingOf } from './cache/cache-saving.ts';
import type { Estimate, PricedUsage } from './estimate.ts';
import { tokenKind } from './tokens.ts';

/**
 * What the cache saved, net and exact: every cached token at the input price of its own context, less
 * what it cost.
 * Reads cost less than input and save, writes cost more and count against that, so the sum can be
 * negative. Where some cached token of a model in a Region and tier has no price, all its cache use
 * there is left out: reads without their writes would save too much. Null when nothing of the cache
 * use can be compared, or an input price is missing; `0` without cache use.
 */
export function cacheSavings(estimates: readonly Estimate[], prices: PriceBook): Usd | null {
  const cached = estimates.filter(({ row }) => isCached(row) && row.quantity > 0);
  const priced = fullyPriced(cached);
  if (priced.length === 0 && cached.length > 0) return null;
  const together = addSavings(priced.map(cacheSavingOf(prices)));
  return together.found ? formatUsd(together.saved) : null;
}

function isCached({ unit }: Estimate['row']): boolean {
  const kind = tokenKind(unit);
  return kind === 'cacheRead' || kind === 'cacheWrite';
}

function fullyPriced(cached: readonly Estimate[]): readonly PricedUsage[] {
  const unpriced = new Set(cached.filter(({ priced }) => !priced).map(placeOf));
  return cached.filter((part) => part.priced).filter((part) => !unpriced.has(placeOf(part)));
}

function placeOf({ row }: Estimate): string {
  return `${row.modelId} ${row.region} ${row.tier}`;
}
