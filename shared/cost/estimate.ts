import type { ModelRef } from '../model/model-id.ts';
import type { UsageRow } from '../model/usage.ts';
import { type Attodollars, parseUsd } from '../model/usd.ts';
import type { PriceBook } from '../prices/price-book.ts';
import type { PriceLine } from '../prices/price-line.ts';
import { type ProfileTargets, resolveModel } from '../prices/profile-targets.ts';

/** What pricing needs besides usage. */
export interface Pricing {
  readonly prices: PriceBook;
  readonly profiles: ProfileTargets;
}

/** A quantity with the line that priced it. */
export interface PricedUsage {
  readonly priced: true;
  readonly row: UsageRow;
  readonly model: ModelRef;
  readonly amount: Attodollars;
  readonly line: PriceLine;
  /** What the price assumes or leaves out, in whole sentences. */
  readonly caveats: readonly string[];
}

/** A quantity that no line prices, and why. */
export interface UnpricedRow {
  readonly priced: false;
  readonly row: UsageRow;
  readonly model: ModelRef;
  readonly reason: string;
}

export type Estimate = PricedUsage | UnpricedRow;

/** Prices rows one by one, exactly; the model of each id is resolved once. */
export function estimateUsage(rows: readonly UsageRow[], pricing: Pricing): readonly Estimate[] {
  const models = new Map<string, ModelRef>();
  return rows.map((row) => {
    const model = models.get(row.modelId) ?? resolveModel(row.modelId, pricing.profiles);
    models.set(row.modelId, model);
    return estimateRow(row, model, pricing.prices);
  });
}

/** Prices one row of a model that is already resolved. */
export function estimateRow(row: UsageRow, model: ModelRef, prices: PriceBook): Estimate {
  if (!Number.isSafeInteger(row.quantity) || row.quantity < 0) {
    return unpriced(row, model, `the quantity ${row.quantity} is not a whole number`);
  }
  const obstacle = reasonNotToPrice(model);
  if (obstacle !== null) return unpriced(row, model, obstacle);
  const answer = prices.find({
    baseModelId: model.baseModelId,
    scope: model.scope,
    tier: row.tier,
    region: row.region,
    unit: row.unit,
    day: row.day,
  });
  if (!answer.found) return unpriced(row, model, answer.reason);
  const { line, caveats } = answer;
  return { priced: true, row, model, amount: costOf(row.quantity, line), line, caveats };
}

/** Exact cost of a whole quantity; prices have at most 12 decimals, so that division is exact. */
export function costOf(quantity: number, line: PriceLine): Attodollars {
  return (BigInt(quantity) * parseUsd(line.usd)) / BigInt(line.per);
}

function unpriced(row: UsageRow, model: ModelRef, reason: string): UnpricedRow {
  return { priced: false, row, model, reason };
}

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
      return `no price for ${model.key}: a ${model.kind} has no public price by token`;
  }
}
