import type { PriceLine } from '../../shared/prices/price-line.ts';
import { priceRegions, priceRegionsShort } from './price-words.ts';

/** Where a price holds: at most two Regions by name, none of them broken over lines; all on hover. */
export function PricePlaces({ regions }: Pick<PriceLine, 'regions'>) {
  const parts = priceRegionsShort(regions).split(/(?<=,) /);
  return (
    <span title={priceRegions(regions)}>
      {parts.map((part) => (
        <span key={part} className="figure">
          {part}{' '}
        </span>
      ))}
    </span>
  );
}
