import {
  choiceFilter,
  choicesFilter,
  type FilterValues,
  listFilter,
  textFilter,
} from '../../../filters.ts';

/** What rows can be gathered by. */
export const GROUPINGS = ['account', 'kind', 'team'] as const;

export type Grouping = (typeof GROUPINGS)[number];

/** What cells can be narrowed to. */
export const ONLY = ['unapproved', 'unused', 'unguarded', 'conditional'] as const;

export type Only = (typeof ONLY)[number];

/** What of the matrix stands in the address. */
export const matrixFilters = {
  group: choiceFilter('group', GROUPINGS, 'account'),
  only: choicesFilter('only', ONLY, []),
  accounts: listFilter('account'),
  kinds: listFilter('kind'),
  teams: listFilter('team'),
  providers: listFilter('provider'),
  text: textFilter('text'),
} as const;

export type MatrixValues = FilterValues<typeof matrixFilters>;

/** The patch that shows every cell again. */
export const EVERY_CELL = {
  only: [],
  accounts: [],
  kinds: [],
  teams: [],
  providers: [],
  text: '',
} as const satisfies Partial<MatrixValues>;

/** How principals without a team stand in the address and in heads. */
export const NO_TEAM = 'No team';
