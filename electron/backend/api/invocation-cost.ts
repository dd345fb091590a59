import type { InvocationCost } from '../../../shared/api/answers.ts';
import type { Pricing } from '../../../shared/cost/estimate.ts';
import { type CallUsage, priceTokens } from '../../../shared/cost/price-tokens.ts';
import { dayOf } from '../../../shared/model/period.ts';
import type { ServiceTier } from '../../../shared/model/usage.ts';
import { LONG_CONTEXT_TOKENS } from '../../../shared/prices/long-context.ts';
import { tierOf } from './usage-rows.ts';

const TIERS: readonly ServiceTier[] = ['flex', 'priority', 'reserved'];

/**
 * What one row of the `invocations` view, with its columns in camelCase, cost. Cache writes without a time to live are what the
 * total has beyond the two that are known. Null for a failed call, which uses nothing, and for a row
 * that does not say what was called where and when.
 */
export function invocationCost(
  row: Readonly<Record<string, unknown>>,
  pricing: Pricing,
): InvocationCost | null {
  const { modelId, region, time, serviceTier } = row;
  if (row.errorCode !== null || typeof modelId !== 'string') return null;
  if (typeof region !== 'string' || typeof time !== 'string') return null;
  const write5m = countOf(row.cacheWrite5mTokens);
  const write1h = countOf(row.cacheWrite1hTokens);
  const write = countOf(row.cacheWriteTokens);
  const read = countOf(row.inputTokens) + countOf(row.cacheReadTokens) + write;
  const imagesAlone = countOf(row.outputImages) > 0 && countOf(row.inputTokens) === 0;
  const call: CallUsage = {
    modelId,
    region,
    day: dayOf(time),
    tier: tierOf(
      TIERS.find((each) => each === String(serviceTier).toLowerCase()) ?? 'standard',
      row.performanceLatency,
    ),
    context: read > LONG_CONTEXT_TOKENS ? 'long' : 'short',
    quantities: {
      ...(imagesAlone ? {} : { 'input-tokens': countOf(row.inputTokens) }),
      images: countOf(row.outputImages),
      'output-tokens': countOf(row.outputTokens),
      'cache-read-tokens': countOf(row.cacheReadTokens),
      'cache-write-tokens': Math.max(0, write - write5m - write1h),
      'cache-write-5m-tokens': write5m,
      'cache-write-1h-tokens': write1h,
    },
  };
  return priceTokens(call, pricing);
}

function countOf(value: unknown): number {
  return value === null || value === undefined ? 0 : Number(value);
}
