import { type ModelRef, parseModelId } from '../../../../../shared/model/model-id.ts';
import type { ProfileTargets } from '../../../../../shared/prices/profile-targets.ts';
import { inferenceProfilesIn } from '../inference-profiles.ts';
import { keepByKey } from '../keep.ts';
import type { AccountPlace } from '../organization.ts';
import type { WorldBillLine } from './bill-world.ts';

/** What a line's tags are taken from. */
export interface LineTags {
  readonly places: readonly AccountPlace[];
  /** What application inference profiles stand for. */
  readonly profiles: ProfileTargets;
  /** Tags of a role or user, by its ARN. */
  tagsOf(principalArn: string): Readonly<Record<string, string>>;
}

/** Tags of the application profile that was called and of the caller, as an export carries them. */
export function lineTags(
  sources: LineTags,
): (principalArn: string, modelId: string) => WorldBillLine['tags'] {
  const ofKey = keepByKey((key) => tagsOfKey(key, sources));
  return (principalArn, modelId) => ofKey(`${principalArn} ${modelId}`);
}

function tagsOfKey(key: string, { places, tagsOf }: LineTags): WorldBillLine['tags'] {
  const [principalArn = '', modelId = ''] = key.split(' ');
  const { accountId, region }: Pick<ModelRef, 'accountId' | 'region'> = parseModelId(modelId);
  const own = places.some((place) => place.accountId === accountId);
  const profiles = own && accountId !== null ? inferenceProfilesIn(accountId, region ?? '') : [];
  const tags = profiles.find(({ profileArn }) => profileArn === modelId)?.tags;
  const resource = tags?.read === true ? tags.value : [];
  return Object.fromEntries([
    ...resource.map(({ key: name, value }) => [`user_${name.replaceAll('-', '_')}`, value]),
    ...Object.entries(tagsOf(principalArn)).map(([name, value]) => [`iamPrincipal/${name}`, value]),
  ]);
}
