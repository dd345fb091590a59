import { groupKey, isByCaller } from '../../../../shared/cost/grouping.ts';
import type { ModelRef } from '../../../../shared/model/model-id.ts';
import { resolveModel } from '../../../../shared/prices/profile-targets.ts';
import { alikeKey, type CallPlace } from '../../store/questions/usage-questions.ts';
import type { Merging } from './merge-rows.ts';

/**
 * Callers of the same account and model that fall into the same groups, each with the first of them,
 * as the store is asked to tell them: by `alikeKey`. Those who stand for themselves are left out. Only
 * where groups follow from account, model and principal: not of sessions and request metadata.
 */
export function alikeCallers(
  places: readonly CallPlace[],
  { groupings, names, profiles }: Pick<Merging, 'groupings' | 'names' | 'profiles'>,
): readonly string[] {
  const byCaller = groupings.filter(isByCaller);
  const models = new Map<string, ModelRef>();
  const firsts = new Map<string, string>();
  return places.flatMap((place) => {
    const { accountId, modelKey, principalArn } = place;
    if (principalArn === null) return [];
    const model = models.get(modelKey) ?? resolveModel(modelKey, profiles);
    models.set(modelKey, model);
    const row = { ...LOGGED, accountId, principalArn };
    const groups = byCaller.map((grouping) => groupKey(grouping, row, { model, names }));
    const key = [accountId, modelKey, ...groups].join('\u001f');
    const first = firsts.get(key);
    if (first !== undefined) return [alikeKey(place, first)];
    firsts.set(key, principalArn);
    return [];
  });
}

/** What groups by caller do not look at. */
const LOGGED = { region: 'unknown', tier: null, unit: null, basis: 'invocation-logs' } as const;
