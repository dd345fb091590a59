import { canonicalBaseModelId } from '../model/model-id.ts';
import type { Day } from '../model/period.ts';
import type { DiscountOverride, PriceOverride } from '../model/price-override.ts';
import { formatUsd, parseUsd } from '../model/usd.ts';
import type { PriceLine } from './price-line.ts';

/**
 * Takes discounts off lines: the first one that fits, and only that one. Nothing is taken off of a
 * price that the user entered.
 */
export function discounter(
  overrides: readonly PriceOverride[],
): (line: PriceLine, day: Day) => PriceLine {
  const discounts = overrides.filter((override) => override.kind === 'discount');
  if (discounts.length === 0) return (line) => line;
  const made = new Map<PriceLine, Map<DiscountOverride, PriceLine>>();
  const wanted = discounts.map((discount) => ({ discount, fits: fitsModel(discount) }));
  return (line, day) => {
    if (line.origin === 'user') return line;
    const found = wanted.find(({ discount, fits }) => holds(discount, day) && fits(line.modelId));
    if (found === undefined) return line;
    const known = made.get(line) ?? new Map<DiscountOverride, PriceLine>();
    made.set(line, known);
    const reduced = known.get(found.discount) ?? reduce(line, found.discount);
    known.set(found.discount, reduced);
    return reduced;
  };
}

const HUNDRED = parseUsd('100');

/** The line at its reduced price, exact: prices have at most 12 decimals, percentages four. */
function reduce(line: PriceLine, { percentOff, note }: DiscountOverride): PriceLine {
  const left = HUNDRED - parseUsd(percentOff);
  const usd = formatUsd((parseUsd(line.usd) * left) / HUNDRED);
  return { ...line, usd, discount: { percentOff, note, line } };
}

function fitsModel({ models }: DiscountOverride): (modelId: string) => boolean {
  if (models === '*') return () => true;
  const ids = new Set(models.map(canonicalBaseModelId));
  return (modelId) => ids.has(canonicalBaseModelId(modelId));
}

function holds({ validFrom, validTo }: DiscountOverride, day: Day): boolean {
  return validFrom <= day && (validTo === null || day < validTo);
}
