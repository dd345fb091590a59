import type { AccessCatalogue, Route } from '../catalogue/route.ts';
import type { AccessWorld } from '../world/access-world.ts';
import { type AccountPlaces, createPlaces } from './account-places.ts';
import { type ArnIndex, createArnIndex } from './arn-index.ts';
import { keeping } from './keeping.ts';
import { type ModelRoutes, routesByModel } from './model-routes.ts';

/** The routes of all accounts that have principals, with the ARNs that they name. */
export interface RouteBook {
  readonly accountIds: readonly string[];
  readonly arns: ArnIndex;
  placesOf(accountId: string): AccountPlaces;
  /** Where each route of an account, by its id, stands in sets of routes. */
  ranksOf(accountId: string): ReadonlyMap<string, number>;
  /** In the order of the models of the catalogue. */
  modelsOf(accountId: string, region: string | null): ModelRoutes;
  /** The place of a model in the catalogue; -1 where it is not in it. */
  indexOf(modelId: string): number;
}

/** @param world - of whom accounts and resources are taken; policies are not looked at */
export function createRouteBook(world: AccessWorld, catalogue: AccessCatalogue): RouteBook {
  const arns = createArnIndex();
  const { resources } = world;
  const accountIds = [...new Set(world.principals.map(({ accountId }) => accountId))];
  const make = (accountId: string, routes: readonly Route[]) =>
    createPlaces({ accountId, routes, resources, arns });
  const places = new Map(accountIds.map((id) => [id, make(id, catalogue.routesIn(id))] as const));
  const models = catalogue.models.map(({ modelId }) => modelId);
  const indexes = new Map(models.map((id, index) => [id, index] as const));
  const placesOf = (accountId: string) => places.get(accountId) ?? make(accountId, []);
  const ranks = keeping<ReadonlyMap<string, number>>(1_000);
  const kept = keeping<ModelRoutes>(1_000);
  return {
    accountIds,
    arns,
    placesOf,
    ranksOf: (accountId) => ranks(accountId, () => ranksOf(placesOf(accountId))),
    modelsOf: (accountId, region) =>
      kept(`${accountId} ${region}`, () => routesByModel(placesOf(accountId), models, region)),
    indexOf: (modelId) => indexes.get(modelId) ?? -1,
  };
}

function ranksOf({ routes, rankOf }: AccountPlaces): ReadonlyMap<string, number> {
  return new Map(routes.map(({ id }, index) => [id, rankOf[index] ?? 0]));
}
