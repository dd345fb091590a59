import type { Input } from '../../../../shared/api/contract.ts';
import { CAUSE_IDS, CAUSES } from '../../../../shared/cost/reconcile/causes.ts';
import { LINE_STATES, type LineState } from '../../../../shared/cost/reconcile/reconciled-line.ts';
import type { BarProperty } from '../../../components/property-bar.tsx';
import type { PropertyQuery } from '../../../components/property-query.ts';
import {
  choiceFilter,
  choicesFilter,
  type FilterValues,
  listFilter,
  offsetFilter,
} from '../../../filters.ts';

/** How lines are listed: all days of the period together, or each day. */
export const LINE_GROUPINGS = ['period', 'day'] as const;

/** What of the tab stands in the address: the first three narrow every figure, the others the rows. */
export const reconciliationFilters = {
  accounts: listFilter('account'),
  regions: listFilter('region'),
  models: listFilter('model'),
  states: choicesFilter('state', LINE_STATES, []),
  causes: choicesFilter('cause', CAUSE_IDS, []),
  by: choiceFilter('by', LINE_GROUPINGS, 'period'),
  offset: offsetFilter('offset'),
} as const;

/** Which lines are listed. */
export type ReconciliationValues = FilterValues<typeof reconciliationFilters>;

/** States in words. */
export const STATE_NAMES: Readonly<Record<LineState, string>> = {
  matched: 'matched',
  differs: 'differs',
  'estimate-only': 'estimate only',
  'billed-only': 'billed only',
};

const NAMED = ['accounts', 'regions', 'models', 'states', 'causes'] as const;

/** The filter as the contract wants it: nothing for what is not set. */
export function lineFilter(values: ReconciliationValues): Pick<Input<'spend.reconcile'>, 'filter'> {
  const set = NAMED.filter((name) => values[name].length > 0).map((name) => [name, values[name]]);
  return set.length === 0 ? {} : { filter: Object.fromEntries(set) };
}

/** The filters as they are read: states and causes by their names. */
export function lineQuery(values: ReconciliationValues): PropertyQuery {
  const { accounts, regions, models, states, causes } = values;
  return {
    lists: {
      accounts,
      regions,
      models,
      states: states.map((state) => STATE_NAMES[state]),
      causes: causes.map((cause) => CAUSES[cause].title),
    },
    text: '',
  };
}

/** The filters that a query means, from the first page on; names that are none are left out. */
export function valuesOfLineQuery({ lists }: PropertyQuery): Omit<ReconciliationValues, 'by'> {
  const { accounts = [], regions = [], models = [], states = [], causes = [] } = lists;
  return {
    accounts,
    regions,
    models,
    states: LINE_STATES.filter((state) => states.includes(STATE_NAMES[state])),
    causes: CAUSE_IDS.filter((cause) => causes.includes(CAUSES[cause].title)),
    offset: 0,
  };
}

/** What lines can be narrowed by; accounts, Regions and models are typed where none is suggested. */
export function lineProperties(suggested: {
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  readonly models: readonly { readonly value: string; readonly label: string }[];
}): readonly BarProperty[] {
  const plain = (values: readonly string[]) => values.map((value) => ({ value }));
  return [
    { key: 'states', label: 'State', plural: 'States', options: plain(Object.values(STATE_NAMES)) },
    {
      key: 'causes',
      label: 'Cause',
      plural: 'Causes',
      options: plain(CAUSE_IDS.map((cause) => CAUSES[cause].title)),
    },
    { key: 'accounts', label: 'Account', plural: 'Accounts', options: plain(suggested.accounts) },
    { key: 'regions', label: 'Region', plural: 'Regions', options: plain(suggested.regions) },
    {
      key: 'models',
      label: 'Model',
      plural: 'Models',
      options: suggested.models.map(({ value, label }) => ({ value, note: label })),
    },
  ];
}
