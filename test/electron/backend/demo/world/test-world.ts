import { gunzipSync } from 'node:zlib';
import type {
  CloudTrailRecord,
  WorldInvocation,
  WorldObject,
} from '../../../../../electron/backend/demo/world/world.ts';
import { worldAt } from '../../../../helpers/world-at.ts';

/** A Friday noon; every test of the world looks at it from here. */
export const NOW = '2026-11-20T12:00:00Z';

export const world = worldAt(NOW);

/** Every account with each of its Regions. */
export const places = world.accounts.flatMap(({ accountId, regions }) =>
  regions.map((region) => ({ accountId, region })),
);

/** All events of the world, asked for place by place. */
export function allEvents(): readonly CloudTrailRecord[] {
  return places.flatMap(({ accountId, region }) =>
    world.events(accountId, region, 0, Date.parse(NOW) + 1),
  );
}

/** The objects of all buckets. */
export function allObjects(): readonly WorldObject[] {
  return world.logBuckets.flatMap(({ name }) => world.objects(name, ''));
}

/** The texts of all gzipped objects whose key contains `part`. */
export function objectTexts(part: string): readonly string[] {
  return allObjects()
    .filter(({ key }) => key.includes(part) && key.endsWith('.gz') && !key.includes('/data/'))
    .map((object) => gunzipSync(object.body()).toString('utf8'));
}

/** The values of `numberOf` added up under each key. */
export function sumBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  numberOf: (item: T) => number,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const item of items) {
    const value = numberOf(item);
    if (value !== 0) sums.set(keyOf(item), (sums.get(keyOf(item)) ?? 0) + value);
  }
  return new Map([...sums].sort());
}

/** Account, Region and model of a call, the model without its ARN prefix. */
export function placeAndModel(call: WorldInvocation): string {
  return `${call.accountId} ${call.region} ${call.modelId.split('/').at(-1)}`;
}
