import type { CacheRow, CacheWriter, SpendCache } from '../../../../shared/api/answers.ts';
import type { Input } from '../../../../shared/api/contract.ts';
import { cacheHitRate } from '../../../../shared/cost/cache/cache-hit-rate.ts';
import { cacheSavings } from '../../../../shared/cost/cache-savings.ts';
import { type Estimate, estimateUsage } from '../../../../shared/cost/estimate.ts';
import { caveatsOf, compareText } from '../../../../shared/cost/prices-used.ts';
import type { SpendUsage } from '../../../../shared/cost/spend/spend-usage.ts';
import { groupBy } from '../../../../shared/cost/statistics/group-by.ts';
import { noTokens, tokenKind } from '../../../../shared/cost/tokens.ts';
import { canonicalModelId } from '../../../../shared/model/model-catalogue.ts';
import { modelLabel } from '../../../../shared/model/model-label.ts';
import { addUsd, parseUsd } from '../../../../shared/model/usd.ts';
import type { PriceBook } from '../../../../shared/prices/price-book.ts';
import type { ApiContext } from '../context.ts';
import { cacheWriters } from './cache-writers.ts';
import { spendBase } from './spend-base.ts';

/** What the prompt cache saved by model, Region and tier, and whose writes never paid off. */
export async function spendCache(
  context: ApiContext,
  { from, to, filter }: Input<'spend.cache'>,
): Promise<SpendCache> {
  const base = await spendBase(context, { groupings: ['model'], filter });
  const { pricing } = base;
  const { usage, notes, notCounted = null } = await base.read({ from, to });
  const estimates = estimateUsage(usage, pricing);
  const writers = await cacheWriters(context, { period: { from, to }, filter, base });
  const tokens = tokensOf(estimates);
  return {
    tokens: notCounted === null ? tokens : null,
    notCounted,
    hitRate: cacheHitRate(tokens),
    savingsUsd: notCounted === null ? cacheSavings(estimates, pricing.prices) : null,
    rows: rowsOf(estimates, pricing.prices),
    writers: writers.rows,
    lostUsd: notCounted === null ? addUsd(...writers.rows.map(lostBy)) : null,
    provenance: 'metered',
    notes: [...notes, ...caveatsOf(estimates.filter(isCached)), ...writers.notes],
  };
}

/** Prices of anything else are in none of the figures, nor is what they assume. */
function isCached({ row }: Estimate): boolean {
  const kind = tokenKind(row.unit);
  return kind === 'cacheRead' || kind === 'cacheWrite';
}

function lostBy({ money }: CacheWriter): string {
  return money.found ? money.lostUsd : '0';
}

function tokensOf(estimates: readonly Estimate[]): CacheRow['tokens'] {
  const tokens = noTokens();
  for (const { row } of estimates) {
    const kind = tokenKind(row.unit);
    if (kind !== null) tokens[kind] += row.quantity;
  }
  return tokens;
}

function rowsOf(
  estimates: readonly Estimate<SpendUsage>[],
  prices: PriceBook,
): readonly CacheRow[] {
  const places = groupBy(estimates, ({ row, model }) =>
    JSON.stringify([canonicalModelId(model.baseModelId), row.region, row.tier]),
  );
  return [...places.values()].flatMap((same) => rowOf(same, prices)).sort(bySavings);
}

/** Only models that have anything to do with the cache are told. */
function rowOf(same: readonly Estimate<SpendUsage>[], prices: PriceBook): readonly CacheRow[] {
  const [first] = same;
  const tokens = tokensOf(same);
  if (first === undefined || tokens.cacheRead + tokens.cacheWrite === 0) return [];
  const modelId = canonicalModelId(first.model.baseModelId);
  return [
    {
      modelId,
      model: modelLabel(modelId),
      region: first.row.region,
      tier: first.row.tier,
      tokens,
      hitRate: cacheHitRate(tokens),
      savingsUsd: cacheSavings(same, prices),
    },
  ];
}

/** The largest loss first, what is not known last. */
function bySavings(a: CacheRow, b: CacheRow): number {
  if (a.savingsUsd === null || b.savingsUsd === null)
    return Number(a.savingsUsd === null) - Number(b.savingsUsd === null);
  const [one, other] = [parseUsd(a.savingsUsd), parseUsd(b.savingsUsd)];
  if (one !== other) return one < other ? -1 : 1;
  return compareText(`${a.modelId} ${a.region} ${a.tier}`, `${b.modelId} ${b.region} ${b.tier}`);
}
