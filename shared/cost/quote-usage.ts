import type { BillableUnit } from '../model/billable-units.ts';
import { unitNamed } from '../model/billable-units.ts';
import type { ModelKind, ModelRef, ModelScope } from '../model/model-id.ts';
import type { Day } from '../model/period.ts';
import { type Attodollars, formatUsd, parseUsd, type Usd } from '../model/usd.ts';
import { billingPrefix } from '../prices/billing-regions.ts';
import { priceOf } from '../prices/explain-price.ts';
import { type FoundModel, findModel, type ModelLookup } from '../prices/find-model.ts';
import { longCaveats } from '../prices/long-context.ts';
import type { PriceBook } from '../prices/price-book.ts';
import type { PriceLine } from '../prices/price-line.ts';
import type { UsageRecord } from '../prices/usage-record.ts';
import { BILLED_OTHERWISE } from './billed-otherwise.ts';

/** What a row of usage costs, or why that is not known; unknown is never zero. */
export type UsageQuote =
  | {
      readonly status: 'priced';
      /** Exact. */
      readonly usd: Usd;
      /** USD for `per` units, with at least two decimals: `3.00`. */
      readonly unitPrice: string;
      readonly per: number;
      readonly scope: ModelScope;
      readonly source: string;
      readonly checkedOn: Day;
      /** The id under which the line stands. */
      readonly modelId: string;
      /** The user's discount that is in the price. */
      readonly discount?: { readonly percentOff: string; readonly note: string };
      /** What the price assumes or leaves out, in whole sentences. */
      readonly caveats?: readonly string[];
      /** What other sources say of the same thing. */
      readonly conflicts?: readonly SourcePrice[];
    }
  | { readonly status: 'unpriced'; readonly reason: string };

/** A price of a source that does not hold. */
export interface SourcePrice {
  readonly unitPrice: string;
  readonly per: number;
  readonly source: string;
  readonly checkedOn: Day;
}

/** What quoting needs: prices, what own ids stand for, and the day of rows that name none. */
export interface Quoting {
  readonly prices: PriceBook;
  readonly lookup: ModelLookup;
  readonly today: Day;
}

const MOST_KEPT = 10_000;

/** Prices rows one by one, each by itself; spellings that come again are looked up once. */
export function createQuoter({ prices, lookup, today }: Quoting): (row: UsageRecord) => UsageQuote {
  const models = new Map<string, FoundModel>();
  const modelOf = (text: string): FoundModel => {
    const known = models.get(text);
    if (known !== undefined) return known;
    if (models.size >= MOST_KEPT) models.clear();
    const found = findModel(text, lookup);
    models.set(text, found);
    return found;
  };
  return (row) => {
    if (unitNamed(row.unit)?.subject !== 'model') return quote(row, null, { prices, today });
    const found = modelOf(row.modelId ?? '');
    if (!found.found) return { status: 'unpriced', reason: found.reason };
    const reason = notBilledSo(found.model, row.unit);
    if (reason !== null) return { status: 'unpriced', reason };
    return quote(row, found.model, { prices, today });
  };
}

function quote(
  row: UsageRecord,
  model: ModelRef | null,
  { prices, today }: Pick<Quoting, 'prices' | 'today'>,
): UsageQuote {
  const scope = row.scope ?? model?.scope ?? 'in-region';
  const query = {
    baseModelId: model?.baseModelId ?? '',
    scope,
    tier: row.tier ?? (row.unit.startsWith('reserved-') ? 'reserved' : 'standard'),
    context: row.context ?? 'short',
    region: row.region,
    unit: row.unit,
    day: row.day ?? today,
  } as const;
  const { answer, conflicts } = priceOf(prices, query);
  if (!answer.found) return { status: 'unpriced', reason: answer.reason };
  const { line } = answer;
  const { discount } = line;
  const doubt = row.context === undefined ? 'not-told' : null;
  const long = longCaveats({ line, query, doubt }, prices);
  const caveats = [...answer.caveats, ...long, ...assumed(row, line, today)];
  return {
    status: 'priced',
    usd: formatUsd(costOfDecimal(row.quantity, line)),
    unitPrice: padded(line.usd),
    per: line.per,
    scope: line.scope,
    source: line.source,
    checkedOn: line.checkedOn,
    modelId: line.modelId,
    ...(discount === undefined
      ? {}
      : { discount: { percentOff: discount.percentOff, note: discount.note } }),
    ...(caveats.length === 0 ? {} : { caveats }),
    ...(conflicts.length === 0 ? {} : { conflicts: conflicts.map(pricedBy) }),
  };
}

/** What a price assumes of the row: lists know neither days to come nor Regions to come. */
function assumed({ region, day }: UsageRecord, line: PriceLine, today: Day): readonly string[] {
  const known = line.regions !== '*' || billingPrefix(region) !== undefined;
  return [
    ...(known
      ? []
      : [`Assay does not know the Region ${region}: it is priced like every commercial one.`]),
    ...(day !== undefined && day > today
      ? [`${day} is yet to come: the price is the one that is known today.`]
      : []),
  ];
}

function pricedBy({ usd, per, source, checkedOn }: PriceLine): SourcePrice {
  return { unitPrice: padded(usd), per, source, checkedOn };
}

function padded(usd: Usd): string {
  const [whole = '0', decimals = ''] = usd.split('.');
  return `${whole}.${decimals.padEnd(2, '0')}`;
}

/** Exact cost of a decimal quantity; what is below an attodollar is rounded half up. */
function costOfDecimal(quantity: string, line: PriceLine): Attodollars {
  const [whole = '0', decimals = ''] = quantity.split('.');
  const divisor = BigInt(line.per) * 10n ** BigInt(decimals.length);
  const product = BigInt(`${whole}${decimals}`) * parseUsd(line.usd);
  return (product + divisor / 2n) / divisor;
}

const BILLED_BY: Readonly<Partial<Record<ModelKind, RegExp>>> = {
  'provisioned-model': /^provisioned-/,
  'custom-model': /^(provisioned-|training-)/,
  'imported-model': /^$/,
};

/** Own models are billed by other units than the foundation models that they come from. */
function notBilledSo({ key, kind, provider }: ModelRef, unit: BillableUnit): string | null {
  const billed = BILLED_BY[kind];
  if (billed !== undefined) {
    return billed.test(unit)
      ? null
      : `no price for ${unit} of ${kind} ${key}: ${BILLED_OTHERWISE[kind] ?? ''}`;
  }
  if (provider !== 'unknown') return null;
  return `no price for ${kind} ${key}: the model behind it has not been read`;
}
