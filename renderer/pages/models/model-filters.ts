import { choiceFilter, type FilterValues, listFilter, textFilter } from '../../filters.ts';

/** The tables of the page in their order. */
export const MODEL_VIEWS = ['foundation', 'profiles', 'own', 'capacity'] as const;

/** One table of the page. */
export type ModelView = (typeof MODEL_VIEWS)[number];

/** What of the page stands in the address. */
export const modelFilters = {
  view: choiceFilter('view', MODEL_VIEWS, 'foundation'),
  providers: listFilter('provider'),
  lifecycles: listFilter('lifecycle'),
  approvals: listFilter('approved'),
  uses: listFilter('use'),
  scopes: listFilter('scope'),
  kinds: listFilter('kind'),
  statuses: listFilter('status'),
  accounts: listFilter('account'),
  regions: listFilter('region'),
  text: textFilter('text'),
  entryId: textFilter('id'),
} as const;

export type ModelValues = FilterValues<typeof modelFilters>;

/** The patch that widens every table to everything again and closes the details. */
export const EVERY_MODEL = {
  providers: [],
  lifecycles: [],
  approvals: [],
  uses: [],
  scopes: [],
  kinds: [],
  statuses: [],
  accounts: [],
  regions: [],
  text: '',
  entryId: '',
} as const satisfies Partial<ModelValues>;

/** What every view of the page gets. */
export interface ModelViewProps {
  readonly values: ModelValues;
  readonly update: (patch: Partial<ModelValues>, options?: { readonly replace?: boolean }) => void;
}
