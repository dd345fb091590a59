import type { CallRow, SpendUsage } from '../../../shared/cost/build-spend.ts';
import type { Origin } from '../../../shared/cost/grouping.ts';
import type { Period } from '../../../shared/model/period.ts';
import type { BillableUnit, ServiceTier } from '../../../shared/model/usage.ts';
import type { UsageGroup } from '../store/questions/questions.ts';
import type { Store } from '../store/store.ts';

/** Usage by unit with calls once per group, ready to be priced. */
export interface Usage {
  readonly usage: readonly SpendUsage[];
  readonly calls: readonly CallRow[];
}

/** Latency-optimized inference is asked for apart from the tier, and is priced like one. */
export function tierOf(tier: ServiceTier, latency: unknown): ServiceTier {
  return String(latency).toLowerCase() === 'optimized' ? 'latency-optimized' : tier;
}

/** What logs tell of principals, of every day: to price what each is known to have used. */
export async function readLoggedUsage(
  store: Pick<Store, 'ask'>,
  period: Period,
): Promise<Usage['usage']> {
  return rowsOf(await store.ask('logged-usage-by-principal-day', period)).usage;
}

const QUANTITIES = [
  ['input-tokens', (group) => group.inputTokens],
  ['output-tokens', (group) => group.outputTokens],
  ['cache-read-tokens', (group) => group.cacheReadTokens],
  ['cache-write-tokens', (group) => group.cacheWriteTokens],
  ['cache-write-5m-tokens', (group) => group.cacheWrite5mTokens],
  ['cache-write-1h-tokens', (group) => group.cacheWrite1hTokens],
  ['images', (group) => group.images],
] as const satisfies readonly (readonly [BillableUnit, (group: UsageGroup) => number])[];

/**
 * Parts groups into their units, those that were used, and their calls, where there were any. What
 * metrics counted of a place and day is there with zeros where logs tell all of it: that is no use.
 */
export function rowsOf(
  groups: readonly (UsageGroup & {
    readonly principalArn: string | null;
    readonly origin?: Origin;
    /** Null or absent where it is not known. */
    readonly longContext?: boolean | null;
  })[],
): Usage {
  const usage: SpendUsage[] = [];
  const calls: CallRow[] = [];
  for (const group of groups) {
    const { day, accountId, region, modelKey: modelId, principalArn, tier, basis, origin } = group;
    const place = { day, accountId, region, modelId, principalArn, tier, basis };
    const key = origin === undefined ? place : { ...place, origin };
    const used = group.longContext === true ? { ...key, context: 'long' as const } : key;
    if (group.calls > 0) calls.push({ ...key, calls: group.calls });
    for (const [unit, quantityOf] of QUANTITIES) {
      const quantity = quantityOf(group);
      if (quantity > 0) usage.push({ ...used, unit, quantity });
    }
  }
  return { usage, calls };
}
