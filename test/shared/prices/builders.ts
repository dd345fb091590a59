import type { PriceQuery } from '../../../shared/prices/price-book.ts';
import type { PriceLine } from '../../../shared/prices/price-line.ts';

/** A line for a model that does not exist; tests change what they are about. */
export function line(over: Partial<PriceLine> = {}): PriceLine {
  return {
    modelId: 'test.model',
    scope: 'in-region',
    tier: 'standard',
    regions: '*',
    unit: 'input-tokens',
    usd: '3',
    per: 1_000_000,
    validFrom: '2026-01-01',
    source: 'A list (https://example.com/)',
    checkedOn: '2026-09-01',
    ...over,
  };
}

/** The query that `line()` answers. */
export function query(over: Partial<PriceQuery> = {}): PriceQuery {
  return {
    baseModelId: 'test.model',
    scope: 'in-region',
    tier: 'standard',
    region: 'us-east-1',
    unit: 'input-tokens',
    day: '2026-06-01',
    ...over,
  };
}
