import { type Attodollars, formatUsd, type Usd } from '../model/usd.ts';
import type { PriceBook } from '../prices/price-book.ts';
import { costOf, type Estimate, type PricedUsage } from './estimate.ts';
import { tokenKind } from './tokens.ts';

/**
 * What the cache saved, net and exact: every cached token at the input price, less what it cost.
 * Reads cost less than input and save, writes cost more and count against that, so the sum can be
 * negative. Where some cached token of a model in a Region and tier has no price, all its cache use
 * there is left out: reads without their writes would save too much. Null when nothing of the cache
 * use can be compared, or an input price is missing; `0` without cache use.
 */
export function cacheSavings(estimates: readonly Estimate[], prices: PriceBook): Usd | null {
  const cached = estimates.filter(({ row }) => isCached(row) && row.quantity > 0);
  const priced = fullyPriced(cached);
  if (priced.length === 0 && cached.length > 0) return null;
  let saved: Attodollars = 0n;
  for (const same of cachedByPrice(priced).values()) {
    const saving = savingOf(same, prices);
    if (saving === null) return null;
    saved += saving;
  }
  return formatUsd(saved);
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

/** Cached tokens that are compared with one input price. */
interface SameInput {
  readonly example: PricedUsage;
  quantity: number;
  amount: Attodollars;
}

function cachedByPrice(cached: readonly PricedUsage[]): ReadonlyMap<string, SameInput> {
  const groups = new Map<string, SameInput>();
  for (const part of cached) {
    const key = `${placeOf(part)} ${part.row.day}`;
    const group = groups.get(key) ?? { example: part, quantity: 0, amount: 0n };
    group.quantity += part.row.quantity;
    group.amount += part.amount;
    groups.set(key, group);
  }
  return groups;
}

function savingOf(cached: SameInput, prices: PriceBook): Attodollars | null {
  const { model, row } = cached.example;
  const input = prices.find({
    baseModelId: model.baseModelId,
    scope: model.scope,
    tier: row.tier,
    region: row.region,
    unit: 'input-tokens',
    day: row.day,
  });
  return input.found ? costOf(cached.quantity, input.line) - cached.amount : null;
}
