import { choiceFilter } from '../../filters.ts';
import { entryFilters } from '../../inventory/entry-filters.ts';
import { VIEW_IDS } from './views.ts';

/** What of the page stands in the address. */
export const knowledgeFilters = {
  view: choiceFilter('view', VIEW_IDS, 'knowledge-bases'),
  ...entryFilters,
} as const;
