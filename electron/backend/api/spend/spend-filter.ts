import type { CallRow, SpendUsage } from '../../../../shared/cost/build-spend.ts';
import { type GroupNames, groupKey } from '../../../../shared/cost/grouping.ts';
import { principalWithoutPath } from '../../../../shared/model/principal.ts';
import { type ProfileTargets, resolveModel } from '../../../../shared/prices/profile-targets.ts';
import { modelMatcher } from '../usage-filter.ts';
import type { Usage } from '../usage-rows.ts';
import { type SpendFilter, wantedBy } from './needs.ts';

/** What a filter needs to know of the workspace. */
export interface Filtering {
  readonly profiles: ProfileTargets;
  readonly names: GroupNames;
}

/** What a filter looks at. */
type Filterable = Omit<SpendUsage | CallRow, 'calls' | 'quantity' | 'unit'>;

/** The usage and calls that a filter chooses; units narrow usage alone, calls are not split by them. */
export function chosenUsage(usage: Usage, filter: SpendFilter, by: Filtering): Usage {
  const { units: _, ...ofCalls } = filter;
  return {
    usage: usage.usage.filter(chosenBy(filter, by)),
    calls: usage.calls.filter(chosenBy(ofCalls, by)),
  };
}

/** Whether a row is what a filter chooses. */
export function chosenBy(
  filter: SpendFilter,
  { profiles, names }: Filtering,
): (row: Filterable) => boolean {
  const wanted = wantedBy(filter).map(({ grouping, values }) => ({
    grouping,
    values: new Set(grouping === 'principal' ? values.map(principalWithoutPath) : values),
  }));
  const isModel = modelMatcher(filter.models, profiles);
  return (row) => {
    if (!isModel(row.modelId)) return false;
    if (wanted.length === 0) return true;
    const model = resolveModel(row.modelId, profiles);
    const groupable = { unit: null, ...row };
    return wanted.every(({ grouping, values }) => {
      const key = groupKey(grouping, groupable, { model, names });
      return values.has(grouping === 'principal' ? principalWithoutPath(key) : key);
    });
  };
}
