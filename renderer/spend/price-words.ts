import { groupThousands } from '../../shared/model/group-thousands.ts';
import type { Usd } from '../../shared/model/usd.ts';
import type { PriceLine } from '../../shared/prices/price-line.ts';
import { usualPrice } from '../../shared/prices/usual-price.ts';
import { formatCount } from '../format.ts';

/** A price as the price list has it, never rounded: `$3.00`, `$6.875`, `$0.00000125`. */
export function exactPrice(usd: Usd): string {
  const [whole = '0', decimals = ''] = usd.split('.');
  return `$${groupThousands(whole)}.${decimals.padEnd(2, '0')}`;
}

/** A price for as many units as prices of its unit are told for: `$2.00 per 1K`, `$0.04 per one`. */
export function priceTerms(price: Pick<PriceLine, 'unit' | 'usd' | 'per'>): string {
  const { usd, per } = usualPrice(price);
  return `${exactPrice(usd)} per ${per === 1 ? 'one' : formatCount(per)}`;
}

/** Where a price holds in few words: at most two Regions by name, more by their number. */
export function priceRegionsShort(regions: PriceLine['regions']): string {
  return regions === '*' || regions.length <= NAMED_REGIONS
    ? priceRegions(regions)
    : `${regions.length} Regions`;
}

const NAMED_REGIONS = 2;

/** Where a price holds, in words. */
export function priceRegions(regions: PriceLine['regions']): string {
  return regions === '*' ? 'all commercial' : regions.join(', ');
}
