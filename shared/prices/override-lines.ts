import { unitNamed } from '../model/billable-units.ts';
import { canonicalBaseModelId, type ModelScope } from '../model/model-id.ts';
import type { FixedPriceOverride, PriceOverride } from '../model/price-override.ts';
import type { PriceLine } from './price-line.ts';

const SCOPES: readonly ModelScope[] = ['in-region', 'geographic', 'global'];

/** The lines of the prices that the user entered: the first layer of a price book. */
export function overrideLines(overrides: readonly PriceOverride[]): readonly PriceLine[] {
  return overrides.flatMap((override) => (override.kind === 'price' ? linesOf(override) : []));
}

function linesOf(override: FixedPriceOverride): readonly PriceLine[] {
  const { scope, tier, context, regions, unit, usd, per, validFrom, validTo, note } = override;
  const ofModel = unitNamed(unit)?.subject === 'model';
  const scopes = ofModel ? (scope === null ? SCOPES : [scope]) : SCOPES.slice(0, 1);
  return scopes.map((each) => ({
    modelId: canonicalBaseModelId(override.modelId),
    scope: each,
    tier,
    ...(context === 'long' ? { context } : {}),
    regions,
    unit,
    usd,
    per,
    validFrom,
    ...(validTo === null ? {} : { validTo }),
    origin: 'user',
    source: `Your price: ${note}`,
    checkedOn: validFrom,
  }));
}
