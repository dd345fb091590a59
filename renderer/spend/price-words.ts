import { groupThousands } from '../../shared/model/group-thousands.ts';
import type { Usd } from '../../shared/model/usd.ts';
import type { PriceLine } from '../../shared/prices/price-line.ts';

/** A price as the price list has it, never rounded: `$3.00`, `$6.875`, `$0.00000125`. */
export function exactPrice(usd: Usd): string {
  const [whole = '0', decimals = ''] = usd.split('.');
  return `$${groupThousands(whole)}.${decimals.padEnd(2, '0')}`;
}

/** Where a price holds, in words. */
export function priceRegions(regions: PriceLine['regions']): string {
  return regions === '*' ? 'all commercial' : regions.join(', ');
}
