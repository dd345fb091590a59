import type { BillableUnit, ContextLength, ServiceTier } from '../../model/usage.ts';

/** What tells lines of one day, account and Region apart. */
export interface LineKey {
  readonly day: string;
  readonly accountId: string;
  readonly region: string | null;
  readonly modelId: string | null;
  readonly scope: 'regional' | 'global' | null;
  readonly tier: ServiceTier | null;
  readonly context: ContextLength | null;
  readonly unit: BillableUnit | null;
  /** Who serves it: tokens of bought capacity and of custom models are billed otherwise. */
  readonly served: 'on-demand' | 'custom' | 'bought' | null;
  /** Set for what is on the bill alone: the subject and how it is billed. */
  readonly alone: string | null;
}

/** The key of what no count can be set against. */
export const KEY_ALONE = {
  modelId: null,
  scope: null,
  tier: null,
  context: null,
  unit: null,
  served: null,
} as const satisfies Partial<LineKey>;

/**
 * The key without what CloudWatch metrics do not tell: how long cache writes are kept, whether a
 * context was long, whether a call was latency-optimised, how large an image is.
 */
export function coarse(key: LineKey): LineKey {
  const { unit, tier } = key;
  return {
    ...key,
    unit: unit === null ? null : coarseUnit(unit),
    context: key.context === null ? null : 'short',
    tier: tier === 'latency-optimized' ? 'standard' : tier,
  };
}

function coarseUnit(unit: BillableUnit): BillableUnit {
  if (/^cache-write-/.test(unit)) return 'cache-write-tokens';
  return /^images/.test(unit) ? 'images' : unit;
}

/** The key as text, in the order in which lines are listed. */
export function keyText(key: LineKey): string {
  const { day, accountId, region, modelId, scope, tier, context, unit, served, alone } = key;
  return JSON.stringify([
    day,
    accountId,
    region,
    modelId,
    scope,
    tier,
    context,
    unit,
    served,
    alone,
  ]);
}
