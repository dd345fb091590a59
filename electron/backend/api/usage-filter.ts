import { canonicalBaseModelId } from '../../../shared/model/model-id.ts';
import { principalWithoutPath } from '../../../shared/model/principal.ts';
import { type ProfileTargets, resolveModel } from '../../../shared/prices/profile-targets.ts';

/** Which usage to look at; what is absent takes all. */
export interface UsageFilter {
  readonly accounts?: readonly string[] | undefined;
  readonly regions?: readonly string[] | undefined;
  /** Model keys as called, or base model ids for every profile of a model. */
  readonly models?: readonly string[] | undefined;
  readonly principals?: readonly string[] | undefined;
}

/** What can be filtered. */
export interface Filterable {
  readonly accountId: string;
  readonly region: string;
  readonly modelId: string;
  readonly principalArn: string | null;
}

/** Whether a row of usage or calls is chosen by a filter. */
export function chosenBy(
  filter: UsageFilter,
  profiles: ProfileTargets,
): (row: Filterable) => boolean {
  const accounts = setOf(filter.accounts);
  const regions = setOf(filter.regions);
  const principals = setOf(filter.principals?.map(principalWithoutPath));
  const isModel = modelMatcher(filter.models, profiles);
  return (row) =>
    (accounts?.has(row.accountId) ?? true) &&
    (regions?.has(row.region) ?? true) &&
    (principals?.has(principalWithoutPath(row.principalArn ?? '')) ?? true) &&
    isModel(row.modelId);
}

/** Whether a model key is meant by a list of keys and base model ids; no list takes all. */
export function modelMatcher(
  models: readonly string[] | undefined,
  profiles: ProfileTargets,
): (modelKey: string) => boolean {
  const wanted = setOf(models);
  if (wanted === null) return () => true;
  const known = new Map<string, boolean>();
  const isWanted = (modelKey: string) =>
    wanted.has(modelKey) ||
    wanted.has(canonicalBaseModelId(resolveModel(modelKey, profiles).baseModelId));
  return (modelKey) => {
    const answer = known.get(modelKey) ?? isWanted(modelKey);
    known.set(modelKey, answer);
    return answer;
  };
}

function setOf(values: readonly string[] | undefined): ReadonlySet<string> | null {
  return values === undefined || values.length === 0 ? null : new Set(values);
}
