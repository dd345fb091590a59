import type { ProfileRow } from '../../../../shared/api/answers.ts';
import type { InferenceProfile } from '../../../../shared/model/dataset.ts';
import { foundationId, modelKey, parseModelId } from '../../../../shared/model/model-id.ts';
import { modelLabel } from '../../../../shared/model/model-label.ts';
import { destinationRegions } from '../../../../shared/model/profile-destinations.ts';
import { type ProfileTargets, resolveModel } from '../../../../shared/prices/profile-targets.ts';
import type { ReadingsOfDataset } from '../inventory-api.ts';

/** Successful calls by the key that was called. */
export type CallsByKey = (key: string) => number;

/** One profile while its places are gathered. */
interface Gathered {
  readonly evidence: ProfileRow['evidence'];
  readonly regions: Set<string>;
  readonly accounts: Set<string>;
  readonly destinations: Set<string>;
}

/** Every inference profile: one of AWS once for all its places, the accounts' own one by one. */
export function profileRows(
  readings: ReadingsOfDataset,
  profiles: ProfileTargets,
  callsOf: CallsByKey,
): readonly ProfileRow[] {
  const gathered = new Map<string, Gathered>();
  for (const { items, accountId, region, readAt } of readings('inference-profiles')) {
    for (const item of items) {
      const key = item.type === 'APPLICATION' ? item.profileArn : item.profileId;
      const known = gathered.get(key) ?? emptyOf({ accountId, region, readAt, item });
      known.regions.add(region);
      known.accounts.add(accountId);
      for (const destination of destinationRegions(item)) known.destinations.add(destination);
      gathered.set(key, known);
    }
  }
  return [...gathered.values()].map((each) => rowOf(each, profiles, callsOf)).sort(ownFirst);
}

function emptyOf(evidence: ProfileRow['evidence']): Gathered {
  return { evidence, regions: new Set(), accounts: new Set(), destinations: new Set() };
}

function rowOf(each: Gathered, profiles: ProfileTargets, callsOf: CallsByKey): ProfileRow {
  const { item } = each.evidence;
  const modelId = modelBehind(item);
  const { scope, geography } = resolveModel(keyOf(item), profiles);
  return {
    profileId: item.profileId,
    name: item.profileName,
    type: item.type,
    status: item.status,
    modelId,
    modelLabel: modelId === null ? 'Several models' : modelLabel(modelId),
    scope,
    geography,
    sourceRegions: [...each.regions].sort(),
    accountIds: [...each.accounts].sort(),
    destinationRegions: [...each.destinations].sort(),
    calls: callsOf(keyOf(item)),
    evidence: each.evidence,
  };
}

function keyOf({ type, profileId, profileArn }: InferenceProfile): string {
  return type === 'APPLICATION' ? modelKey(profileArn) : profileId;
}

/** The model that all destinations share. */
function modelBehind({ modelArns }: InferenceProfile): string | null {
  const models = new Set(modelArns.map((arn) => foundationId(parseModelId(arn).key)));
  const [only] = models;
  return models.size === 1 && only !== undefined ? only : null;
}

function ownFirst(a: ProfileRow, b: ProfileRow): number {
  const own = (row: ProfileRow) => (row.type === 'APPLICATION' ? 0 : 1);
  return own(a) - own(b) || b.calls - a.calls || (a.profileId < b.profileId ? -1 : 1);
}
