import {
  choiceFilter,
  type FilterValues,
  flagFilter,
  listFilter,
  offsetFilter,
  textFilter,
  usageFilters,
} from '../../filters.ts';
import type { EventFilter } from './event-query.ts';

/** What of the audit page stands in the address. */
export const auditFilters = {
  ...usageFilters,
  eventNames: listFilter('event'),
  failed: flagFilter('failed'),
  text: textFilter('text'),
  sort: choiceFilter('sort', ['time-desc', 'time-asc'], 'time-desc'),
  offset: offsetFilter('offset'),
  eventId: textFilter('id'),
} as const;

export type AuditValues = FilterValues<typeof auditFilters>;

/** The part of the address that narrows the events, as the contract wants it. */
export function eventFilterOf(values: AuditValues): EventFilter {
  const lists = (['accounts', 'regions', 'eventNames', 'principals', 'models'] as const)
    .filter((key) => values[key].length > 0)
    .map((key) => [key, values[key]]);
  return {
    ...(Object.fromEntries(lists) as EventFilter),
    ...(values.failed !== undefined && { failed: values.failed }),
    ...(values.text !== '' && { text: values.text.slice(0, 200) }),
  };
}

/** What to change in the address to narrow by a filter instead; starts at the first page again. */
export function patchOf(filter: EventFilter): Partial<AuditValues> {
  return {
    accounts: filter.accounts ?? [],
    regions: filter.regions ?? [],
    eventNames: filter.eventNames ?? [],
    principals: filter.principals ?? [],
    models: filter.models ?? [],
    failed: filter.failed,
    text: filter.text ?? '',
    offset: 0,
    eventId: '',
  };
}
