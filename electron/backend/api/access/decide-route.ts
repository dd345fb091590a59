import type { Operation, Route } from '../../../../shared/access/catalogue/route.ts';
import type { CompiledAccess } from '../../../../shared/access/compile/compile-access.ts';
import type { DecideRoute } from '../../../../shared/access/explain/who-can.ts';

/** Decisions on single ways, as they were compiled. */
export function compiledDecisions(access: CompiledAccess, operation: Operation): DecideRoute {
  const places = new Map<string, ReadonlyMap<Route, number>>();
  const placesIn = (accountId: string) => {
    const known = places.get(accountId);
    if (known !== undefined) return known;
    const routes = access.input.catalogue.routesIn(accountId);
    const made = new Map(routes.map((route, place) => [route, place]));
    places.set(accountId, made);
    return made;
  };
  return (principal, route) => {
    const place = placesIn(principal.accountId).get(route);
    return place === undefined ? 'denied' : access.decision(principal, place, operation);
  };
}
