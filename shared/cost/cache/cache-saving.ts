import type { Attodollars } from '../../model/usd.ts';
import type { PriceAnswer, PriceBook } from '../../prices/price-book.ts';
import { costOf, type Estimate, type PricedUsage } from '../estimate.ts';

/** What cached tokens saved (negative where they cost more), or why that is not known. */
export type CacheSaving =
  | { readonly found: true; readonly saved: Attodollars }
  | { readonly found: false; readonly reason: string };

/**
 * The one rule of what the cache saves: cached tokens at the input price of the same model, scope,
 * tier, context, Region and day, less what they cost. Input prices are looked up once.
 */
export function cacheSavingOf(prices: Pick<PriceBook, 'find'>): (cached: Estimate) => CacheSaving {
  const inputs = new Map<string, PriceAnswer>();
  return (cached) => {
    if (!cached.priced) return { found: false, reason: cached.reason };
    const { modelId, region, tier, context = 'short', day, quantity } = cached.row;
    const key = `${modelId} ${region} ${tier} ${context} ${day}`;
    const input = inputs.get(key) ?? inputOf(cached, prices);
    inputs.set(key, input);
    if (!input.found) return input;
    return { found: true, saved: costOf(quantity, input.line) - cached.amount };
  };
}

function inputOf({ model, row }: PricedUsage, prices: Pick<PriceBook, 'find'>): PriceAnswer {
  const { baseModelId, scope } = model;
  const { tier, context = 'short', region, day } = row;
  return prices.find({ baseModelId, scope, tier, context, region, unit: 'input-tokens', day });
}

/** Savings together; not known where one of them is not. */
export function addSavings(savings: readonly CacheSaving[]): CacheSaving {
  let saved: Attodollars = 0n;
  for (const saving of savings) {
    if (!saving.found) return saving;
    saved += saving.saved;
  }
  return { found: true, saved };
}
