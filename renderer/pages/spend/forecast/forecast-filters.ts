import { textFilter } from '../../../filters.ts';
import { spendUsageFilters } from '../usage-filters.ts';

/** What of the forecast tab stands in the address. */
export const forecastFilters = {
  ...spendUsageFilters,
  /** The anomaly whose story is open. */
  anomaly: textFilter('anomaly'),
} as const;
