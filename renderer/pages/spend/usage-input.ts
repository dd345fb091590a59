import type { Input } from '../../../shared/api/contract.ts';
import {
  type DIMENSIONS,
  type Grouping,
  keyOfGrouping,
  NAMED_GROUPINGS,
} from '../../spend/grouping.ts';
import { spendUsageFilters, type UsageValues } from './usage-filters.ts';

/** What usage is narrowed to, as the contract wants it. */
export type UsageInput = NonNullable<Input<'spend.get'>['filter']>;

type ListName = Exclude<keyof UsageValues, 'tag' | 'metadata'>;

/** The filter that narrows to values of each dimension. */
export const FILTER_OF: Readonly<Record<keyof typeof DIMENSIONS, ListName>> = {
  model: 'models',
  provider: 'providers',
  account: 'accounts',
  region: 'regions',
  'destination-region': 'destinationRegions',
  scope: 'scopes',
  tier: 'tiers',
  unit: 'units',
  principal: 'principals',
  person: 'persons',
  profile: 'profiles',
  project: 'projects',
  team: 'teams',
  guardrail: 'guardrails',
  agent: 'agents',
  'knowledge-base': 'knowledgeBases',
};

/** The filters as the contract wants them: nothing for those that are not set. */
export function usageInputOf(values: UsageValues): { readonly filter?: UsageInput } {
  const set = Object.keys(spendUsageFilters).flatMap((name) => {
    const value = Reflect.get(values, name);
    const empty = value === null || (Array.isArray(value) && value.length === 0);
    return empty ? [] : [[name, value]];
  });
  return set.length === 0 ? {} : { filter: Object.fromEntries(set) };
}

/** The filters narrowed to one group of a grouping. */
export function narrowedTo(grouping: Grouping, key: string): Partial<UsageValues> {
  const keyed = keyOfGrouping(grouping);
  if (keyed !== null) return { [keyed.kind]: { key: keyed.key, values: [key] } };
  const named = NAMED_GROUPINGS.find((each) => each === grouping);
  return named === undefined ? {} : { [FILTER_OF[named]]: [key] };
}
