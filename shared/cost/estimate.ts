import { unitLabel } from '../model/billable-units.ts';
import type { ModelRef } from '../model/model-id.ts';
import type { BillableUnit, UsageRow } from '../model/usage.ts';
import { type Attodollars, parseUsd } from '../model/usd.ts';
import {
  type LongDoubt,
  longCaveats,
  longContextModels,
  pricedContext,
} from '../prices/long-context.ts';
import type { PriceBook } from '../prices/price-book.ts';
import type { PriceLine } from '../prices/price-line.ts';
import { type ProfileTargets, resolveModel } from '../prices/profile-targets.ts';
import { BILLED_OTHERWISE } from './billed-otherwise.ts';

/** What pricing needs besides usage. */
export interface Pricing {
  readonly prices: PriceBook;
  readonly profiles: ProfileTargets;
}

/** A quantity with the line that priced it. */
export interface PricedUsage<R extends UsageRow = UsageRow> {
  readonly priced: true;
  readonly row: R;
  readonly model: ModelRef;
  readonly amount: Attodollars;
  readonly line: PriceLine;
  /** What the price assumes or leaves out, in whole sentences. */
  readonly caveats: readonly string[];
}

/** A quantity that no line prices, and why. */
export interface UnpricedRow<R extends UsageRow = UsageRow> {
  readonly priced: false;
  readonly row: R;
  readonly model: ModelRef;
  readonly reason: string;
  /**
   * Whether bought capacity served it: it is paid by the hour, whatever it serves, and costs nothing
   * apart from that. A state of its own, neither free nor without a price.
   */
  readonly paidByHour: boolean;
}

export type Estimate<R extends UsageRow = UsageRow> = PricedUsage<R> | UnpricedRow<R>;

/** The price of all rows of one model as called, Region, tier, unit and day. */
type Quote =
  | { readonly found: false; readonly model: ModelRef; readonly reason: string }
  | {
      readonly found: true;
      readonly model: ModelRef;
      readonly line: PriceLine;
      readonly caveats: readonly string[];
      /** What `line.per` units cost. */
      readonly amount: Attodollars;
    };

/** Prices rows one by one, exactly; rows that differ only in who used how much share one look-up. */
export function estimateUsage<R extends UsageRow>(
  rows: readonly R[],
  pricing: Pricing,
): readonly Estimate<R>[] {
  const models = new Map<string, ModelRef>();
  const quotesAt = quotesByPlace();
  const withContext = contextsOf<R>(rows, pricing);
  return rows.map((told) => {
    const model = models.get(told.modelId) ?? resolveModel(told.modelId, pricing.profiles);
    models.set(told.modelId, model);
    const row = withContext(told, model);
    const doubt = longDoubtOf(told, row);
    const quotes = quotesAt(row, doubt);
    const quote = quotes.get(row.unit) ?? quoteOf({ row, model, doubt }, pricing.prices);
    quotes.set(row.unit, quote);
    return estimateRow(row, quote);
  });
}

type Quotes = Map<BillableUnit, Quote>;

/** The quotes by unit of all rows of one place and day; mostly, such rows follow each other. */
function quotesByPlace(): (row: UsageRow, doubt: LongDoubt | null) => Quotes {
  const known = new Map<string, Quotes>();
  let last: { readonly row: UsageRow; readonly doubt: LongDoubt | null } | null = null;
  let quotes: Quotes = new Map();
  return (row, doubt) => {
    if (last !== null && last.doubt === doubt && isPricedAlike(last.row, row)) return quotes;
    const { modelId, region, tier, context = 'short', day } = row;
    const key = `${modelId} ${region} ${tier} ${context} ${day} ${doubt}`;
    quotes = known.get(key) ?? new Map();
    known.set(key, quotes);
    last = { row, doubt };
    return quotes;
  };
}

function isPricedAlike(a: UsageRow, b: UsageRow): boolean {
  return (
    a.day === b.day &&
    a.modelId === b.modelId &&
    a.region === b.region &&
    a.tier === b.tier &&
    a.context === b.context
  );
}

/** A long context costs what a short one does, where its model has no price for long ones. */
function contextsOf<R extends UsageRow>(
  rows: readonly R[],
  { prices }: Pricing,
): (row: R, model: ModelRef) => R {
  if (!rows.some(({ context }) => context === 'long')) return (row) => row;
  const models = longContextModels(prices);
  return (row, { baseModelId }) => {
    const { context } = row;
    if (context === undefined) return row;
    const priced = pricedContext({ baseModelId, context }, models);
    return priced === context ? row : { ...row, context: priced };
  };
}

/** Metrics do not tell contexts; logs do, but not every long one has a price. */
function longDoubtOf(told: UsageRow, priced: UsageRow): LongDoubt | null {
  if (told.context !== priced.context) return 'no-price';
  return told.basis === 'metrics' && told.context === undefined ? 'metrics' : null;
}

/** Exact cost of a whole quantity; prices have at most 12 decimals, so that division is exact. */
export function costOf(quantity: number, line: PriceLine): Attodollars {
  return share(quantity, parseUsd(line.usd), line.per);
}

function share(quantity: number, amount: Attodollars, per: number): Attodollars {
  return (BigInt(quantity) * amount) / BigInt(per);
}

interface Quoted {
  readonly row: UsageRow;
  readonly model: ModelRef;
  readonly doubt: LongDoubt | null;
}

function quoteOf({ row, model, doubt }: Quoted, prices: PriceBook): Quote {
  const obstacle = reasonNotToPrice(model) ?? reasonNotCounted(model, row.unit);
  if (obstacle !== null) return { found: false, model, reason: obstacle };
  const { tier, context = 'short', region, unit, day } = row;
  const { baseModelId, scope } = model;
  const query = { baseModelId, scope, tier, context, region, unit, day };
  const answer = prices.find(query);
  if (!answer.found) return { ...answer, model };
  const { line } = answer;
  const caveats = [...answer.caveats, ...longCaveats({ line, query, doubt }, prices)];
  return { ...answer, caveats, model, amount: parseUsd(line.usd) };
}

function estimateRow<R extends UsageRow>(row: R, quote: Quote): Estimate<R> {
  const { model } = quote;
  if (!Number.isSafeInteger(row.quantity) || row.quantity < 0) {
    return unpriced(row, model, `the quantity ${row.quantity} is not a whole number`);
  }
  if (!quote.found) return unpriced(row, model, quote.reason);
  const { line, caveats } = quote;
  const amount = share(row.quantity, quote.amount, line.per);
  return { priced: true, row, model, amount, line, caveats };
}

function unpriced<R extends UsageRow>(row: R, model: ModelRef, reason: string): UnpricedRow<R> {
  const paidByHour = model.kind === 'provisioned-model' || row.tier === 'reserved';
  return { priced: false, row, model, reason, paidByHour };
}

/** Units that neither logs nor metrics count: of them no more is known than the calls. */
export const UNCOUNTED_UNITS: ReadonlySet<BillableUnit> = new Set<BillableUnit>([
  'search-units',
  'rerank-queries',
]);

function reasonNotCounted({ key }: ModelRef, unit: BillableUnit): string | null {
  if (!UNCOUNTED_UNITS.has(unit)) return null;
  return `no price for ${key}: it is billed by ${unitLabel(unit).toLowerCase()}, and only its calls are counted`;
}

const NO_TOKEN_PRICE = 'what it names has no public price by token';

/** Only foundation models and profiles over them are billed by the tokens of a public price. */
function reasonNotToPrice(model: ModelRef): string | null {
  switch (model.kind) {
    case 'foundation-model':
    case 'inference-profile':
      return null;
    case 'application-inference-profile':
      return model.provider === 'unknown'
        ? `no price for application inference profile ${model.key}: its model has not been read`
        : null;
    case 'unknown':
      return `no price for ${model.key}: the id names no foundation model (an application profile, custom or imported model that was not read)`;
    default:
      return `no price for ${model.key}: ${BILLED_OTHERWISE[model.kind] ?? NO_TOKEN_PRICE}`;
  }
}
