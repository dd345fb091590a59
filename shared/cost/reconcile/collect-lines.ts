import { canonicalModelId } from '../../model/model-catalogue.ts';
import type { ContextLength, ServiceTier, UsageBasis } from '../../model/usage.ts';
import { type Attodollars, parseUsd } from '../../model/usd.ts';
import { costOf, type Estimate, type PricedUsage } from '../estimate.ts';
import { discountWords } from '../prices-used.ts';
import type { BilledRow } from './billed-row.ts';
import { coarse, KEY_ALONE, keyText, type LineKey } from './line-key.ts';
import { type BilledFor, type BilledUsage, billedRowReader } from './read-billed-row.ts';

/** What the bill has of a line. */
export interface BilledSide {
  cost: Attodollars;
  /** Null once a row does not tell it. */
  list: Attodollars | null;
  /** Single units, scaled by 10^18 as money is; null once a row does not tell it. */
  quantity: bigint | null;
  lines: number;
  readonly as: Set<string>;
  /** The contexts, times to live and sizes that it was billed under. */
  readonly kinds: Set<string>;
  readonly billedFor: BilledFor;
}

/** What logs and metrics have of a line. */
export interface CountedSide {
  /** With the user's discounts. */
  cost: Attodollars;
  /** Without them. */
  list: Attodollars;
  pricedRows: number;
  pricedQuantity: number;
  unpricedQuantity: number;
  readonly reasons: Set<string>;
  readonly sources: Set<string>;
  /** The user's discounts in `cost`: `10 % (EDP)`. */
  readonly discounts: Set<string>;
  readonly basis: Set<UsageBasis>;
}

/** A line before its difference is explained; one side at least is there. */
export interface CollectedLine {
  readonly key: LineKey;
  billed: BilledSide | null;
  counted: CountedSide | null;
}

/** What is set against each other. */
export interface LinesInput {
  readonly billed: readonly BilledRow[];
  readonly estimates: readonly Estimate[];
}

/** Lays bill and estimate side by side, as finely as what counted the usage tells it apart. */
export function collectLines({
  billed,
  estimates,
}: LinesInput): ReadonlyMap<string, CollectedLine> {
  const lines = new Map<string, CollectedLine>();
  const untold = new Set(
    estimates
      .filter(({ row }) => row.basis === 'metrics')
      .map((estimate) => keyText(coarse(countedKey(estimate)))),
  );
  const lineOf = (exact: LineKey): CollectedLine => {
    const wide = coarse(exact);
    const key = untold.has(keyText(wide)) ? wide : exact;
    const text = keyText(key);
    const known = lines.get(text) ?? { key, billed: null, counted: null };
    lines.set(text, known);
    return known;
  };
  for (const estimate of estimates) addCounted(lineOf(countedKey(estimate)), estimate);
  const reader = billedRowReader();
  for (const row of billed) {
    const billedFor = reader(row);
    addBilled(lineOf(billedKey(row, billedFor)), row, billedFor);
  }
  return lines;
}

function countedKey({ row, model }: Estimate): LineKey {
  const { day, accountId, region, tier, context = 'short', unit } = row;
  return {
    day,
    accountId,
    region,
    modelId: canonicalModelId(model.baseModelId),
    scope: model.scope === 'global' ? 'global' : 'regional',
    tier,
    context,
    unit,
    served: servedBy(model.kind, tier),
    alone: null,
  };
}

function servedBy(kind: string, tier: ServiceTier): LineKey['served'] {
  if (kind === 'custom-model') return 'custom';
  const bought = kind === 'provisioned-model' || kind === 'imported-model' || tier === 'reserved';
  return bought ? 'bought' : 'on-demand';
}

function billedKey(row: BilledRow, billedFor: BilledFor): LineKey {
  const { day, accountId, region, usageType, service, lineItemType } = row;
  const at = { day, accountId };
  if (billedFor.kind === 'usage') {
    const { modelId, scope, tier, context, unit, custom } = billedFor;
    const served = custom ? 'custom' : 'on-demand';
    const place = billedFor.region ?? region;
    return { ...at, region: place, modelId, scope, tier, context, unit, served, alone: null };
  }
  const alone = `${lineItemType} ${service ?? ''} ${usageType ?? ''}`;
  if (billedFor.kind !== 'other') return { ...at, region, ...KEY_ALONE, alone };
  const { modelId, unit } = billedFor;
  return { ...at, region: billedFor.region ?? region, ...KEY_ALONE, modelId, unit, alone };
}

function addBilled(line: CollectedLine, row: BilledRow, billedFor: BilledFor): void {
  const side = line.billed ?? noBill(billedFor);
  line.billed = side;
  side.cost += parseUsd(row.unblendedCost);
  side.list = plus(side.list, row.listCost === null ? null : parseUsd(row.listCost));
  side.quantity = plus(side.quantity, quantityOf(row, billedFor));
  side.lines += row.lines;
  side.as.add(row.lineItemType === 'Usage' ? (row.usageType ?? 'Usage') : row.lineItemType);
  if (billedFor.kind === 'usage') side.kinds.add(kindOf(billedFor));
}

function noBill(billedFor: BilledFor): BilledSide {
  const sums = { cost: 0n, list: 0n, quantity: 0n, lines: 0 };
  return { ...sums, as: new Set(), kinds: new Set(), billedFor };
}

function kindOf({ unit, context, tier }: BilledUsage): string {
  return `${unit} ${context} ${tier}`;
}

/** The kind that an estimate of untold usage assumes. */
export function assumedKind(key: LineKey): string {
  const context: ContextLength = 'short';
  const unit = key.unit === 'cache-write-tokens' ? 'cache-write-5m-tokens' : key.unit;
  return `${unit} ${context} ${key.tier}`;
}

function quantityOf({ quantity }: BilledRow, billedFor: BilledFor): bigint | null {
  if (quantity === null) return null;
  return parseUsd(quantity) * BigInt(billedFor.kind === 'usage' ? billedFor.per : 1);
}

function plus(sum: bigint | null, more: bigint | null): bigint | null {
  return sum === null || more === null ? null : sum + more;
}

function addCounted(line: CollectedLine, estimate: Estimate): void {
  const side = line.counted ?? noCount();
  line.counted = side;
  side.basis.add(estimate.row.basis);
  if (estimate.priced) addPriced(side, estimate);
  else {
    side.unpricedQuantity += estimate.row.quantity;
    side.reasons.add(estimate.reason);
  }
}

function noCount(): CountedSide {
  const sums = { cost: 0n, list: 0n, pricedRows: 0, pricedQuantity: 0, unpricedQuantity: 0 };
  const [reasons, sources, discounts] = [new Set<string>(), new Set<string>(), new Set<string>()];
  return { ...sums, reasons, sources, discounts, basis: new Set() };
}

function addPriced(side: CountedSide, { row, amount, line }: PricedUsage): void {
  side.cost += amount;
  side.list += line.discount === undefined ? amount : costOf(row.quantity, line.discount.line);
  side.pricedRows += 1;
  side.pricedQuantity += row.quantity;
  side.sources.add(line.source);
  if (line.discount !== undefined) side.discounts.add(discountWords(line.discount));
}
