import { type Filter, textFilter } from '../../../filters.ts';

const BY_DEFAULT = 90;
const MOST = 400;

/** Days back, 90 by default, 1 to 400. */
const daysFilter: Filter<number> = {
  read(params) {
    const days = Number(params.get('days') ?? BY_DEFAULT);
    return Number.isInteger(days) && days >= 1 && days <= MOST ? days : BY_DEFAULT;
  },
  write(params, days) {
    if (days === BY_DEFAULT) params.delete('days');
    else params.set('days', String(days));
  },
};

/** What of the tab stands in the address. */
export const unusedFilters = { days: daysFilter, principal: textFilter('principal') } as const;
