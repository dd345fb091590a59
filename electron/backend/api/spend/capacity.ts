import type { CapacityRow, SpendCapacity } from '../../../../shared/api/answers.ts';
import {
  billedCapacity,
  type CapacityBill,
  type CapacityPlace,
} from '../../../../shared/cost/commitments/billed-capacity.ts';
import { judgeCapacity, judgedBill } from '../../../../shared/cost/commitments/judge-capacity.ts';
import { estimateUsage } from '../../../../shared/cost/estimate.ts';
import { notRead, partlyRead } from '../../../../shared/cost/spend/not-read.ts';
import type { SpendUsage } from '../../../../shared/cost/spend/spend-usage.ts';
import { tokenKind } from '../../../../shared/cost/tokens.ts';
import type { ProvisionedThroughput } from '../../../../shared/model/dataset.ts';
import { modelKey } from '../../../../shared/model/model-id.ts';
import { modelLabel } from '../../../../shared/model/model-label.ts';
import {
  addDays,
  dayOf,
  type Instant,
  msOfDay,
  msOfInstant,
  type Period,
} from '../../../../shared/model/period.ts';
import type { BillableUnit } from '../../../../shared/model/usage.ts';
import { formatUsd } from '../../../../shared/model/usd.ts';
import type { ModelLookup } from '../../../../shared/prices/find-model.ts';
import type { ApiContext } from '../context.ts';
import { currentReadings } from '../inventory-api.ts';
import { lookupOf } from '../model-lookup.ts';
import type { Usage } from '../usage-rows.ts';
import { readSpend } from './read-spend.ts';
import { type SpendBase, spendBase } from './spend-base.ts';

const WHAT = 'provisioned throughput';
const HOUR_MS = 3_600_000;
const TERM_UNITS: Readonly<Record<string, BillableUnit>> = {
  OneMonth: 'provisioned-mu-hours-1-month',
  SixMonths: 'provisioned-mu-hours-6-months',
};

/** Provisioned throughput as last read, with what it served in a period and what that costs on demand. */
export async function spendCapacity(context: ApiContext, period: Period): Promise<SpendCapacity> {
  const [readings, lookup, base] = await Promise.all([
    currentReadings(context),
    lookupOf(context),
    spendBase(context, { groupings: ['model'] }),
  ]);
  const places = readings('provisioned-throughputs');
  const missing = partlyRead(WHAT, places);
  const bought = places.flatMap(({ accountId, region, items }) =>
    items.map((item) => ({ accountId, region, item })),
  );
  const usage = await readSpend(context.workspace().store, {
    period,
    hourly: true,
    filter: {},
    dimensions: ['account', 'region', 'model', 'tier', 'latency'],
    metadataKeys: [],
    modelKeys: bought.map(({ item }) => modelKey(item.provisionedModelArn)),
  });
  const now = context.host.now();
  const billed = billedCapacity(
    bought.map((one) => placeOf(one, lookup)),
    await context.workspace().store.ask('bill-by-day', period),
  );
  const judging = { usage, lookup, base, period, now };
  const rows = bought.map((one, at) => rowOf(one, judging, billed[at] ?? null));
  return {
    period,
    rows,
    notRead: notRead(WHAT, places),
    partlyRead: missing,
    notCounted: await base.notCounted(period),
    provenance: 'metered',
    notes: [
      ...(missing === null ? [] : [`More may be bought: ${missing}.`]),
      ...(await reservedNotes(base, period)),
    ],
  };
}

interface Bought {
  readonly accountId: string;
  readonly region: string;
  readonly item: ProvisionedThroughput;
}

interface Judging {
  readonly usage: Usage;
  readonly lookup: ModelLookup;
  readonly base: SpendBase;
  readonly period: Period;
  readonly now: Instant;
}

function placeOf({ accountId, region, item }: Bought, lookup: ModelLookup): CapacityPlace {
  const owned = lookup.owned.get(modelKey(item.provisionedModelArn))?.baseModelId;
  const modelId =
    owned ?? (item.foundationModelArn === null ? null : modelKey(item.foundationModelArn));
  return { accountId, region, modelId, unit: unitOf(item) };
}

function unitOf({ commitmentDuration }: ProvisionedThroughput): BillableUnit {
  return TERM_UNITS[commitmentDuration ?? ''] ?? 'provisioned-mu-hours';
}

function rowOf(
  { accountId, region, item }: Bought,
  judging: Judging,
  billed: CapacityBill | null,
): CapacityRow {
  const { base, period, now, usage, lookup } = judging;
  const key = modelKey(item.provisionedModelArn);
  const baseModelId = lookup.owned.get(key)?.baseModelId ?? null;
  const isOwn = (row: { readonly modelId: string; readonly accountId: string }) =>
    row.modelId === key && row.accountId === accountId;
  const own = usage.usage.filter(isOwn);
  const calls = usage.calls.filter(isOwn);
  const unitHour = base.pricing.prices.find({
    baseModelId: baseModelId ?? item.modelArn,
    scope: 'in-region',
    tier: 'standard',
    region,
    unit: unitOf(item),
    day: addDays(period.to, -1),
  });
  const days = judgedBill({ unitHour, billed })?.days;
  const compared = days === undefined ? own : own.filter(({ day }) => days.includes(day));
  const onDemand = onDemandCost(compared, item, { baseModelId, base });
  const term = item.commitmentDuration;
  const capacity = {
    kind: 'provisioned' as const,
    name: item.provisionedModelName,
    units: item.modelUnits,
    term,
    expiresAt: item.commitmentExpirationTime,
    hours: hoursInService(item, period, now),
    hoursWithCalls: new Set(calls.map(({ origin }) => origin?.start)).size,
    tokensPerHour: null,
    tokensServed: tokensOf(own),
    onDemandUsd: onDemand.usd,
    unitHour,
    billed,
  };
  const { unitHour: _, tokensPerHour: __, ...told } = capacity;
  return {
    ...told,
    ...judgeCapacity(capacity, dayOf(now)),
    arn: item.provisionedModelArn,
    accountId,
    region,
    modelId: baseModelId ?? modelKey(item.modelArn),
    model: modelLabel(baseModelId ?? item.modelArn),
    status: item.status,
    calls: calls.reduce((sum, row) => sum + row.calls, 0),
    onDemandReason: onDemand.reason,
  };
}

/** Whole hours of the period from its making to now; what is not in service is not billed by us. */
function hoursInService(item: ProvisionedThroughput, { from, to }: Period, now: Instant): number {
  if (item.status !== 'InService' && item.status !== 'Updating') return 0;
  const begun = item.creationTime === null ? 0 : msOfInstant(item.creationTime);
  const start = Math.max(msOfDay(from), begun);
  const end = Math.min(msOfDay(to), msOfInstant(now));
  return Math.max(0, Math.floor((end - start) / HOUR_MS));
}

function tokensOf(usage: readonly SpendUsage[]): number {
  return usage.reduce(
    (sum, { unit, quantity }) => sum + (tokenKind(unit) === null ? 0 : quantity),
    0,
  );
}

/** The same use of the model itself, on demand. A custom model has no price on demand. */
function onDemandCost(
  own: readonly SpendUsage[],
  item: ProvisionedThroughput,
  { baseModelId, base }: { readonly baseModelId: string | null; readonly base: SpendBase },
): { readonly usd: string | null; readonly reason: string | null } {
  const custom = item.foundationModelArn !== null && item.foundationModelArn !== item.modelArn;
  if (baseModelId === null || custom)
    return { usd: null, reason: 'Lists have no price on demand for calls of a custom model.' };
  const rows = own.map((row) => ({ ...row, modelId: baseModelId, tier: 'standard' as const }));
  const estimates = estimateUsage(rows, base.pricing);
  const [missing] = estimates.flatMap((one) => (one.priced ? [] : [one.reason]));
  if (missing !== undefined) return { usd: null, reason: missing };
  const sum = estimates.reduce((total, one) => total + (one.priced ? one.amount : 0n), 0n);
  return { usd: formatUsd(sum), reason: null };
}

/** AWS has no call that lists reservations: what is known of them is their traffic. */
async function reservedNotes(base: SpendBase, period: Period): Promise<readonly string[]> {
  const { calls } = await base.read(period);
  const reserved = calls.filter(({ tier }) => tier === 'reserved');
  if (reserved.length === 0) return [];
  const count = reserved.reduce((sum, row) => sum + row.calls, 0);
  return [
    `${count} calls were served by reserved capacity. AWS has no call that lists reservations, so their size and end are not known here; their hours are on the bill.`,
  ];
}
