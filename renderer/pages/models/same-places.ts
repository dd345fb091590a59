import type { ModelPlace } from '../../../shared/api/answers.ts';
import type { Instant } from '../../../shared/model/period.ts';
import { countOf } from '../../format.ts';

/** An object with all the places that answered exactly it. */
export interface SamePlaces {
  readonly dataset: string;
  /** The object as JSON; Regions in ARNs are left as the first place has them. */
  readonly text: string;
  readonly where: string;
  /** When the last of them was read. */
  readonly readAt: Instant;
}

const PLACES_NAMED = 3;

/** Joins places whose objects differ in nothing but the Region and account of their ARNs. */
export function samePlaces(places: readonly ModelPlace[]): readonly SamePlaces[] {
  const groups = new Map<string, ModelPlace[]>();
  for (const place of places) {
    const key = `${place.dataset} ${withoutPlace(place)}`;
    groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      {
        dataset: first.dataset,
        text: JSON.stringify(first.item, null, 2),
        where: whereOf(group),
        readAt: group.reduce((last, { readAt }) => (readAt > last ? readAt : last), first.readAt),
      },
    ];
  });
}

function withoutPlace({ item, accountId, region }: ModelPlace): string {
  return JSON.stringify(item).replaceAll(`:${region}:`, '::').replaceAll(`:${accountId}:`, '::');
}

function whereOf(places: readonly ModelPlace[]): string {
  if (places.length <= PLACES_NAMED) {
    return places.map(({ accountId, region }) => `${accountId} ${region}`).join('; ');
  }
  const accounts = new Set(places.map(({ accountId }) => accountId)).size;
  const regions = [...new Set(places.map(({ region }) => region))].sort();
  return `the same in ${countOf(places.length, 'place')}: ${countOf(accounts, 'account')}, ${regions.join(', ')}`;
}
