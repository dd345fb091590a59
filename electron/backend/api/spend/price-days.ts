import type { Day, Period } from '../../../../shared/model/period.ts';
import type { PriceOverride } from '../../../../shared/model/price-override.ts';
import type { PriceLine } from '../../../../shared/prices/price-line.ts';

/**
 * The days within a period at which some price begins or ends: usage that is summed between two of them
 * costs what its days cost one by one.
 */
export function priceDays(
  { from, to }: Period,
  lines: readonly PriceLine[],
  overrides: readonly PriceOverride[],
): readonly Day[] {
  const days = new Set<Day>();
  for (const { validFrom, validTo = null } of [...lines, ...overrides]) {
    days.add(validFrom);
    if (validTo !== null) days.add(validTo);
  }
  return [...days].filter((day) => from < day && day < to).sort();
}
