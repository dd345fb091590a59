import type { InferenceProfile, Snapshot } from '../../model/dataset.ts';
import { accessModels } from './access-models.ts';
import { foundationRoute } from './foundation-routes.ts';
import { type MantleUse, mantleRoutes } from './mantle-routes.ts';
import {
  deploymentRoute,
  importedRoute,
  marketplaceRoute,
  provisionedRoute,
} from './own-routes.ts';
import { itemsOf, type Place, type ReadingsOf, readingsByDataset } from './place.ts';
import { profileRoutes } from './profile-routes.ts';
import type { AccessCatalogue, Route } from './route.ts';
import { type ProfilesOfPlace, routerRoutes } from './router-routes.ts';

/**
 * Everything that can be called, from what was read of each account and Region: routes stand where
 * a Region offers the model, and nowhere else. What was not read has none; `catalogueGaps` names it.
 * `seen` are inferences over mantle, whose projects and models cannot be listed.
 */
export function createCatalogue(
  readings: Snapshot['readings'],
  seen: readonly MantleUse[] = [],
): AccessCatalogue {
  const of = readingsByDataset(readings);
  const routes = [
    ...itemsOf(of('foundation-models')).flatMap((each) => foundationRoute(each) ?? []),
    ...itemsOf(of('inference-profiles')).flatMap(profileRoutes),
    ...mantleRoutes(of, seen),
    ...routesThroughOwn(of),
  ];
  const byAccount = new Map<string, Route[]>();
  for (const route of routes) {
    const known = byAccount.get(route.accountId) ?? [];
    known.push(route);
    byAccount.set(route.accountId, known);
  }
  return {
    models: accessModels(routes, of),
    routesIn: (accountId) => byAccount.get(accountId) ?? [],
  };
}

function routesThroughOwn(of: ReadingsOf): readonly Route[] {
  const profilesIn = profilesByPlace(of);
  return [
    ...itemsOf(of('prompt-routers')).flatMap((each) => routerRoutes(each, profilesIn(each.place))),
    ...itemsOf(of('provisioned-throughputs')).flatMap((each) => provisionedRoute(each) ?? []),
    ...itemsOf(of('custom-model-deployments')).flatMap((each) => deploymentRoute(each) ?? []),
    ...itemsOf(of('imported-models')).map(importedRoute),
    ...itemsOf(of('marketplace-endpoints')).flatMap((each) => marketplaceRoute(each) ?? []),
  ];
}

/** Makes the look-up of the profiles of a place, by ARN and by id. */
export function profilesByPlace(of: ReadingsOf): (place: Place) => ProfilesOfPlace {
  const known = new Map<string, InferenceProfile>();
  for (const { item, place } of itemsOf(of('inference-profiles'))) {
    known.set(keyOf(place, item.profileArn), item);
    known.set(keyOf(place, item.profileId), item);
  }
  return (place) => (ref) => known.get(keyOf(place, ref));
}

function keyOf({ accountId, region }: Place, ref: string): string {
  return `${accountId} ${region} ${ref}`;
}
