import { estimateUsage } from '../../../../shared/cost/estimate.ts';
import type { BilledRow } from '../../../../shared/cost/reconcile/billed-row.ts';
import type { ReadState } from '../../../../shared/cost/reconcile/read-state.ts';
import { type ReconcileInput, reconcile } from '../../../../shared/cost/reconcile/reconcile.ts';
import type { Reconciliation } from '../../../../shared/cost/reconcile/reconciliation.ts';
import type { PriceOverride } from '../../../../shared/model/price-override.ts';
import type { UsageRow } from '../../../../shared/model/usage.ts';
import { createPriceBook } from '../../../../shared/prices/price-book.ts';
import type { PriceLine } from '../../../../shared/prices/price-line.ts';
import type { ProfileTargets } from '../../../../shared/prices/profile-targets.ts';
import { line } from '../../prices/builders.ts';

export const ACCOUNT = '111122223333';
export const NOVA = 'amazon.nova-lite-v1:0';

const nova = (over: Partial<PriceLine>) => line({ modelId: NOVA, ...over });

const LINES = [
  nova({ usd: '0.06' }),
  nova({ unit: 'output-tokens', usd: '0.24' }),
  nova({ unit: 'cache-write-5m-tokens', usd: '0.08' }),
  nova({ unit: 'cache-write-1h-tokens', usd: '0.12' }),
  nova({ scope: 'geographic', usd: '0.06' }),
  nova({ scope: 'global', usd: '0.05' }),
  nova({ context: 'long', usd: '0.12' }),
];

/** A day's billed input tokens of Nova Lite, at list price; tests change what they are about. */
export function billed(over: Partial<BilledRow> = {}): BilledRow {
  return {
    day: '2026-10-05',
    accountId: ACCOUNT,
    region: 'us-east-1',
    service: 'Amazon Bedrock',
    usageType: 'USE1-NovaLite-input-tokens',
    lineItemType: 'Usage',
    quantity: '1000',
    unit: '1K tokens',
    lines: 1,
    unblendedCost: '0.06',
    listCost: '0.06',
    currency: 'USD',
    ...over,
  };
}

/** The same tokens as counted. */
export function counted(over: Partial<UsageRow> = {}): UsageRow {
  return {
    day: '2026-10-05',
    accountId: ACCOUNT,
    region: 'us-east-1',
    modelId: NOVA,
    principalArn: null,
    tier: 'standard',
    unit: 'input-tokens',
    quantity: 1_000_000,
    basis: 'invocation-logs',
    ...over,
  };
}

/** Everything read: the account's bill of October and early November, one Region, all days. */
export function readState(over: Partial<ReadState> = {}): ReadState {
  return {
    bills: new Map([[ACCOUNT, { firstDay: '2026-10-01', lastDay: '2026-11-10' }]]),
    connected: new Set([ACCOUNT]),
    isCounted: (accountId, region) =>
      accountId === ACCOUNT && (region === null || region === 'us-east-1'),
    incompleteDays: new Set(),
    ...over,
  };
}

/** What a case is about; the rest is as above. */
export interface Given {
  readonly billed?: readonly BilledRow[];
  readonly usage?: readonly UsageRow[];
  readonly state?: Partial<ReadState>;
  readonly overrides?: readonly PriceOverride[];
  readonly profiles?: ProfileTargets;
  readonly filter?: ReconcileInput['filter'];
}

/** Reconciles October 2026. */
export function reconciled(given: Given): Reconciliation {
  const prices = createPriceBook([LINES], given.overrides ?? []);
  return reconcile({
    period: { from: '2026-10-01', to: '2026-11-01' },
    billed: given.billed ?? [],
    estimates: estimateUsage(given.usage ?? [], { prices, profiles: given.profiles ?? new Map() }),
    state: readState(given.state),
    ...(given.filter === undefined ? {} : { filter: given.filter }),
  });
}
