import type { World, WorldInvocation } from '../../../../electron/backend/demo/world/world.ts';
import type { CostCell } from '../../../../shared/cost/anomalies/anomaly-answer.ts';
import { estimateUsage } from '../../../../shared/cost/estimate.ts';
import { modelKey } from '../../../../shared/model/model-id.ts';
import { addDays, type Day, dayOf, daysIn, instantOfMs } from '../../../../shared/model/period.ts';
import type { BillableUnit, UsageRow } from '../../../../shared/model/usage.ts';
import { formatUsd } from '../../../../shared/model/usd.ts';
import { bundledPrices } from '../../../../shared/prices/bundled-prices.ts';
import { createPriceBook } from '../../../../shared/prices/price-book.ts';
import { profileTargets } from '../../../../shared/prices/profile-targets.ts';

const UNITS: readonly (readonly [BillableUnit, (call: WorldInvocation) => number])[] = [
  ['input-tokens', (call) => call.inputTokens],
  ['output-tokens', (call) => call.outputTokens],
  ['cache-read-tokens', (call) => call.cacheReadTokens],
  ['cache-write-5m-tokens', (call) => call.cacheWrite5mTokens],
  ['cache-write-1h-tokens', (call) => call.cacheWrite1hTokens],
];

/** The whole days of a world's history, today left out. */
export function wholeDays(world: World): readonly Day[] {
  const first = world.invocations.reduce((least, { time }) => Math.min(least, time), Infinity);
  return daysIn({ from: addDays(dayOf(instantOfMs(first)), 1), to: dayOf(world.now) });
}

/** What a world's calls cost by day, principal, model, unit, Region and account, at list prices. */
export function demoCells(world: World): readonly CostCell[] {
  const profiles = profileTargets(
    world.accounts.flatMap(({ accountId, regions }) =>
      regions.flatMap((region) => world.inferenceProfiles(accountId, region)),
    ),
  );
  const prices = createPriceBook([bundledPrices()]);
  return estimateUsage(usageOf(world), { prices, profiles }).flatMap((estimate) => {
    if (!estimate.priced) return [];
    const { day, principalArn, unit, region, accountId } = estimate.row;
    const model = estimate.model.baseModelId;
    const values = {
      principal: principalArn ?? 'unknown',
      model,
      unit,
      region,
      account: accountId,
    };
    return [{ day, usd: formatUsd(estimate.amount), values }];
  });
}

function usageOf(world: World): readonly UsageRow[] {
  const rows = new Map<string, UsageRow & { quantity: number }>();
  for (const call of world.invocations) {
    for (const [unit, tokensOf] of UNITS) add(rows, call, { unit, quantity: tokensOf(call) });
  }
  return [...rows.values()];
}

function add(
  rows: Map<string, UsageRow & { quantity: number }>,
  call: WorldInvocation,
  used: { readonly unit: BillableUnit; readonly quantity: number },
): void {
  if (used.quantity === 0) return;
  const row = {
    day: dayOf(instantOfMs(call.time)),
    accountId: call.accountId,
    region: call.region,
    modelId: modelKey(call.modelId),
    principalArn: call.caller.arn,
    tier: call.serviceTier === 'default' ? 'standard' : call.serviceTier,
    unit: used.unit,
    basis: 'invocation-logs',
  } as const;
  const key = Object.values(row).join(' ');
  const known = rows.get(key);
  if (known === undefined) rows.set(key, { ...row, quantity: used.quantity });
  else known.quantity += used.quantity;
}
