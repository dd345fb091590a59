import type { BillableUnit, UsageRow } from '../../model/usage.ts';
import { type Estimate, estimateUsage, type Pricing } from '../estimate.ts';
import { groupBy } from '../statistics/group-by.ts';
import type { CacheTouch, CacheTtl } from './cache-answer.ts';
import { addSavings, type CacheSaving, cacheSavingOf } from './cache-saving.ts';

/** Reads or writes of the cache at a moment, in milliseconds since the epoch. */
export interface CacheUse extends UsageRow {
  readonly time: number;
}

const TTL_OF: Readonly<Partial<Record<BillableUnit, CacheTtl>>> = {
  'cache-write-tokens': '5m',
  'cache-write-5m-tokens': '5m',
  'cache-write-30m-tokens': '30m',
  'cache-write-1h-tokens': '1h',
};

/**
 * Cache use of one series by moment, priced as usage is, all contexts together: a write of a short
 * one may be read by a long one. Writes that do not tell their time to live have that of the line
 * that prices them.
 */
export function cacheTouches(uses: readonly CacheUse[], pricing: Pricing): readonly CacheTouch[] {
  const savingOf = cacheSavingOf(pricing.prices);
  const moments = groupBy(estimateUsage(uses, pricing), ({ row }) => String(row.time));
  return [...moments].map(([time, same]) => touchOf(Number(time), same, savingOf));
}

function touchOf(
  time: number,
  estimates: readonly Estimate[],
  savingOf: (cached: Estimate) => CacheSaving,
): CacheTouch {
  const written: Partial<Record<CacheTtl, number>> = {};
  let read = 0;
  for (const estimate of estimates) {
    const { unit, quantity } = estimate.row;
    const ttl = TTL_OF[estimate.priced ? estimate.line.unit : unit];
    if (ttl !== undefined) written[ttl] = (written[ttl] ?? 0) + quantity;
    else if (unit === 'cache-read-tokens') read += quantity;
  }
  return { time, written, read, saving: addSavings(estimates.map(savingOf)) };
}
