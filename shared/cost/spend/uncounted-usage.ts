import { canonicalModelId } from '../../model/model-catalogue.ts';
import type { BillableUnit } from '../../model/usage.ts';
import { resolveModel } from '../../prices/profile-targets.ts';
import { type Pricing, UNCOUNTED_UNITS } from '../estimate.ts';
import type { CallRow, SpendUsage } from './spend-usage.ts';

/**
 * Usage of models that are billed by something that neither logs nor metrics count, as rerank models
 * are by search units: their calls, which are the least that it can be, as a quantity without a price.
 */
export function uncountedUsage(
  calls: readonly CallRow[],
  { prices, profiles }: Pricing,
): readonly SpendUsage[] {
  const units = uncountedModels(prices);
  return calls.flatMap(({ calls: quantity, ...row }): SpendUsage[] => {
    const unit = units.get(canonicalModelId(resolveModel(row.modelId, profiles).baseModelId));
    if (unit === undefined || quantity === 0) return [];
    return [{ ...row, tier: row.tier ?? 'standard', unit, quantity }];
  });
}

/** Models of which every price is by such a unit. */
function uncountedModels({ lines }: Pricing['prices']): ReadonlyMap<string, BillableUnit> {
  const models = new Map<string, BillableUnit | null>();
  for (const { modelId, unit } of lines) {
    const id = canonicalModelId(modelId);
    models.set(id, UNCOUNTED_UNITS.has(unit) && models.get(id) !== null ? unit : null);
  }
  return new Map([...models].flatMap(([id, unit]) => (unit === null ? [] : [[id, unit]])));
}
