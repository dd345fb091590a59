import type { Approvals } from '../../../../shared/cost/what-if/what-if-answer.ts';
import type { DatasetReading } from '../../../../shared/model/dataset.ts';
import { canonicalModelId } from '../../../../shared/model/model-catalogue.ts';
import { parseModelId } from '../../../../shared/model/model-id.ts';

/** What a profile without a Region in its models' ARNs may be served in. */
const ANY_REGION = 'any commercial Region';

/** Where calls of a model may be served, by the system-defined profiles of the Region that is called. */
export function destinations(
  readings: readonly DatasetReading<'inference-profiles'>[],
): Approvals['destinationsOf'] {
  const known = new Map<string, Set<string>>();
  for (const { region, items } of readings) {
    for (const { type, profileId, modelArns } of items) {
      if (type !== 'SYSTEM_DEFINED') continue;
      const { baseModelId, scope } = parseModelId(profileId);
      const key = keyOf({ baseModelId, scope, region });
      const regions = known.get(key) ?? new Set<string>();
      for (const arn of modelArns) regions.add(parseModelId(arn).region ?? ANY_REGION);
      known.set(key, regions);
    }
  }
  return (at) => {
    const regions = known.get(keyOf(at));
    return regions === undefined ? null : [...regions].sort();
  };
}

function keyOf(at: Parameters<Approvals['destinationsOf']>[0]): string {
  return `${canonicalModelId(at.baseModelId)} ${at.scope} ${at.region}`;
}
