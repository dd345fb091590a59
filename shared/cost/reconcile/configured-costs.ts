import type { CustomModel, ImportedModel, ProvisionedThroughput } from '../../model/dataset.ts';
import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  daysIn,
  type Instant,
  instantOfMs,
  monthOf,
  msOfDay,
  msOfInstant,
  type Period,
} from '../../model/period.ts';
import type { BillableUnit } from '../../model/usage.ts';
import { type Attodollars, formatUsd, parseUsd } from '../../model/usd.ts';
import type { UsageRecord } from '../../prices/usage-record.ts';
import type { UsageQuote } from '../quote-usage.ts';
import type { OtherCost } from './other-costs.ts';

/** An item with where it is. */
export interface Placed<Item> {
  readonly accountId: string;
  readonly region: string;
  readonly item: Item;
}

/** Text units that logged calls had a guardrail's policy look at, on one day. */
export interface GuardrailUse {
  readonly day: Day;
  readonly accountId: string;
  readonly region: string;
  readonly unit: BillableUnit;
  readonly quantity: number;
}

/** What is configured and counted where no bill was read. */
export interface ConfiguredInput {
  readonly period: Period;
  readonly now: Instant;
  readonly throughputs: readonly Placed<ProvisionedThroughput>[];
  readonly customModels: readonly Placed<CustomModel>[];
  readonly importedModels: readonly Placed<ImportedModel>[];
  readonly guardrails: readonly GuardrailUse[];
  readonly quote: (row: UsageRecord) => UsageQuote;
}

/** Costs from configuration: hours and months of what is there, and guardrail units of logged calls. */
export function configuredCosts(input: ConfiguredInput): readonly OtherCost[] {
  return [
    ...input.throughputs.map((placed) => capacityCost(placed, input)),
    ...input.customModels.map((placed) => storageCost(placed, input)),
    ...input.importedModels.map(importedCost),
    ...guardrailCosts(input),
  ];
}

const COMMITTED: Readonly<Record<string, BillableUnit>> = {
  OneMonth: 'provisioned-mu-hours-1-month',
  SixMonths: 'provisioned-mu-hours-6-months',
};

const HOUR_MS = 3_600_000;

/** Model units times the whole hours since it was made. */
function capacityCost(
  { accountId, region, item }: Placed<ProvisionedThroughput>,
  input: ConfiguredInput,
): OtherCost {
  const unit = COMMITTED[item.commitmentDuration ?? ''] ?? 'provisioned-mu-hours';
  const days = daysIn(input.period).map((day) => ({
    day,
    quantity: String(hoursOn(day, item.creationTime, input.now) * item.modelUnits),
  }));
  const record = { modelId: item.foundationModelArn ?? item.modelArn, region, unit };
  const what = `Provisioned throughput ${item.provisionedModelName}`;
  const place = { subject: 'provisioned', accountId, region, what, unit } as const;
  return priced(place, days, (day) => input.quote({ ...record, ...day }));
}

function hoursOn(day: Day, since: Instant | null, now: Instant): number {
  const made = since === null ? Number.NaN : msOfInstant(since);
  const from = Math.max(msOfDay(day), Number.isNaN(made) ? 0 : made);
  const to = Math.min(msOfDay(addDays(day, 1)), msOfInstant(now));
  return Math.max(0, Math.floor((to - from) / HOUR_MS));
}

/** A custom model is kept for a month: each day is its share of that month. */
function storageCost(
  { accountId, region, item }: Placed<CustomModel>,
  input: ConfiguredInput,
): OtherCost {
  const unit = 'custom-model-storage-months';
  const days = daysIn(input.period)
    .filter((day) => instantOfMs(msOfDay(addDays(day, 1))) > (item.creationTime ?? ''))
    .filter((day) => instantOfMs(msOfDay(day)) < input.now)
    .map((day) => ({ day, quantity: '1', share: daysOfMonth(day) }));
  const what = `Custom model ${item.modelName}`;
  const place = { subject: 'customization', accountId, region, what, unit } as const;
  return priced(place, days, ({ day }) => input.quote({ region, unit, quantity: '1', day }));
}

function daysOfMonth(day: Day): number {
  const month = monthOf(day);
  return daysBetween(`${month}-01`, `${addMonths(month, 1)}-01`);
}

function importedCost({ accountId, region, item }: Placed<ImportedModel>): OtherCost {
  return {
    subject: 'custom-model-import',
    accountId,
    region,
    what: `Imported model ${item.modelName}`,
    unit: null,
    quantity: null,
    provenance: 'unpriced',
    usd: null,
    source:
      'It is billed by custom model units, for each minute that a copy of it is active, and for storage by the month. Configuration tells no minutes; the bill does.',
  };
}

function guardrailCosts({ guardrails, quote }: ConfiguredInput): readonly OtherCost[] {
  const byKind = new Map<string, GuardrailUse[]>();
  for (const use of guardrails) {
    const key = `${use.accountId} ${use.region} ${use.unit}`;
    byKind.set(key, [...(byKind.get(key) ?? []), use]);
  }
  return [...byKind.values()].flatMap((uses) =>
    uses.slice(0, 1).map(({ accountId, region, unit }) => {
      const days = uses.map(({ day, quantity }) => ({ day, quantity: String(quantity) }));
      const what = 'Guardrails on logged calls';
      const place = { subject: 'guardrails', accountId, region, what, unit } as const;
      return priced(place, days, (day) => quote({ region, unit, ...day }));
    }),
  );
}

/** A day's quantity, of which one `share`-th counts. */
interface DayQuantity {
  readonly day: Day;
  readonly quantity: string;
  readonly share?: number;
}

type Place = Pick<OtherCost, 'subject' | 'accountId' | 'region' | 'what' | 'unit'>;

/** Prices each day by the line of that day; one day without a price leaves the whole without one. */
function priced(
  place: Place,
  days: readonly DayQuantity[],
  quote: (day: Pick<DayQuantity, 'day' | 'quantity'>) => UsageQuote,
): OtherCost {
  let [amount, quantity]: [Attodollars, bigint] = [0n, 0n];
  const sources = new Set<string>();
  for (const { day, quantity: text, share = 1 } of days) {
    const answer = quote({ day, quantity: text });
    if (answer.status === 'unpriced') return unpriced(place, days, answer.reason);
    amount += parseUsd(answer.usd) / BigInt(share);
    quantity += parseUsd(text) / BigInt(share);
    sources.add(`${answer.source}, checked on ${answer.checkedOn}`);
  }
  return {
    ...place,
    quantity: formatUsd(quantity),
    provenance: 'metered',
    usd: formatUsd(amount),
    source: `Estimated from what is configured: ${[...sources].join('; ') || 'nothing of it was in the period'}.`,
  };
}

function unpriced(place: Place, days: readonly DayQuantity[], reason: string): OtherCost {
  const quantity = days.reduce(
    (sum, { quantity: text, share = 1 }) => sum + parseUsd(text) / BigInt(share),
    0n,
  );
  const source = `No amount: ${reason}.`;
  return { ...place, quantity: formatUsd(quantity), provenance: 'unpriced', usd: null, source };
}
