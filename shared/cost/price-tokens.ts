import type { Day } from '../model/period.ts';
import type { BillableUnit, ContextLength, ServiceTier, UsageRow } from '../model/usage.ts';
import { formatUsd, type Usd } from '../model/usd.ts';
import { type Estimate, estimateUsage, type Pricing } from './estimate.ts';
import { pricesUsed } from './prices-used.ts';
import type { PriceUsed } from './spend-answer.ts';

/** One call, made or planned. */
export interface CallUsage {
  /** As called: id, profile id or ARN. */
  readonly modelId: string;
  readonly region: string;
  readonly tier: ServiceTier;
  readonly day: Day;
  /** Absent: short. */
  readonly context?: ContextLength;
  readonly quantities: Partial<Readonly<Record<BillableUnit, number>>>;
}

/** The cost of one call: null, with the reason, when any part of it has no price. */
export interface CallCost {
  readonly usd: Usd | null;
  readonly prices: readonly PriceUsed[];
  readonly unpricedReason: string | null;
}

/** Prices one call; a part without a price makes the whole unpriced rather than too cheap. */
export function priceTokens(call: CallUsage, pricing: Pricing): CallCost {
  const estimates = estimateUsage(rowsOf(call), pricing);
  const missing = estimates.find((estimate) => !estimate.priced);
  return {
    usd: missing === undefined ? formatUsd(sum(estimates)) : null,
    prices: pricesUsed(estimates),
    unpricedReason: missing === undefined || missing.priced ? null : missing.reason,
  };
}

function rowsOf(call: CallUsage): readonly UsageRow[] {
  const units = Object.entries(call.quantities) as readonly [BillableUnit, number][];
  return units
    .filter(([unit, quantity]) => quantity > 0 || unit === 'input-tokens')
    .map(([unit, quantity]) => ({
      day: call.day,
      accountId: '',
      region: call.region,
      modelId: call.modelId,
      principalArn: null,
      tier: call.tier,
      ...(call.context === undefined ? {} : { context: call.context }),
      unit,
      quantity,
      basis: 'invocation-logs',
    }));
}

function sum(estimates: readonly Estimate[]): bigint {
  return estimates.reduce(
    (total, estimate) => total + (estimate.priced ? estimate.amount : 0n),
    0n,
  );
}
