import type { SpendAnswer } from '../../../../shared/api/answers.ts';
import type { Input } from '../../../../shared/api/contract.ts';
import { MEASURE_IDS } from '../../../charts/measure.ts';
import { choiceFilter, type FilterValues, offsetFilter, usageFilters } from '../../../filters.ts';

/** By what spend is grouped. */
export type Grouping = Input<'spend.get'>['groupBy'];

/** Every grouping of the contract with its name. */
export const GROUPING_NAMES: Readonly<Record<Grouping, string>> = {
  model: 'Model',
  provider: 'Provider',
  account: 'Account',
  region: 'Region',
  scope: 'Scope',
  tier: 'Service tier',
  unit: 'Token type',
  principal: 'Principal',
};

/** A grouping's name inside a sentence; AWS writes Region with a capital. */
export function groupingWord(grouping: Grouping): string {
  return grouping === 'region' ? 'Region' : GROUPING_NAMES[grouping].toLowerCase();
}

/** The groupings in the order they are offered. */
export const GROUPINGS = Object.keys(GROUPING_NAMES) as readonly Grouping[];

/** The parts below the chart. */
export const COST_TABLES = ['groups', 'principals', 'prices', 'unpriced'] as const;

/** What of the spend page stands in the address. */
export const costFilters = {
  ...usageFilters,
  groupBy: choiceFilter('groupBy', GROUPINGS, 'model'),
  measure: choiceFilter('measure', MEASURE_IDS, 'cost'),
  table: choiceFilter('table', COST_TABLES, 'groups'),
  offset: offsetFilter('offset'),
} as const;

/** The values of the spend page's filters. */
export type CostValues = FilterValues<typeof costFilters>;

/** What the tables about a whole answer get. */
export interface SpendTableProps {
  /** Undefined while waiting, and when it could not be read. */
  readonly answer: SpendAnswer | undefined;
  readonly waiting: boolean;
}
