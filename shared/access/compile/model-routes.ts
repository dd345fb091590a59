import type { DecisionWord } from '../decision-word.ts';
import type { AccountPlaces } from './account-places.ts';
import { type Fit, fitOfPlaces } from './bits.ts';
import type { RouteRow } from './route-row.ts';

/** The routes of an account to each model of a list, as sets of ranks; null where there is none. */
export type ModelRoutes = readonly (Fit | null)[];

/** @param region - of the routes that count; null for all */
export function routesByModel(
  { routes, rankOf, routeWords }: AccountPlaces,
  modelIds: readonly string[],
  region: string | null,
): ModelRoutes {
  const ranks = new Map<string, number[]>();
  for (const [index, route] of routes.entries()) {
    if (region !== null && route.region !== region) continue;
    const listed = ranks.get(route.modelId) ?? [];
    listed.push(rankOf[index] ?? 0);
    ranks.set(route.modelId, listed);
  }
  return modelIds.map((id) => fitOfPlaces(ranks.get(id) ?? [], routeWords));
}

/** The best of the routes to a model: allowed, then conditional, then unknown, then denied. */
export function bestOf(row: RouteRow, routes: Fit): DecisionWord {
  if (meets(row.allowed, routes)) return 'allowed';
  if (meets(row.conditional, routes)) return 'conditional';
  return meets(row.unknown, routes) ? 'unknown' : 'denied';
}

function meets(words: Int32Array, { at, yes }: Fit): boolean {
  for (let i = 0; i < yes.length; i += 1) {
    const word = at === null ? i : (at[i] ?? 0);
    if (((words[word] ?? 0) & (yes[i] ?? 0)) !== 0) return true;
  }
  return false;
}
