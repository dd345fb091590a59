import type { DecisionWord } from '../decision-word.ts';
import type { AccountPlaces } from './account-places.ts';
import { hasBit } from './bits.ts';
import type { PlaceDecisions } from './judge-principal.ts';

/** The decisions of one principal on all routes of its account; what is in none is denied. */
export interface RouteRow {
  readonly allowed: Int32Array;
  readonly conditional: Int32Array;
  readonly unknown: Int32Array;
}

/** Words that a row takes, by the words of a set of routes. */
export const ROW_SETS = 3;

/** A row at its place in a longer array. */
export function rowAt(data: Int32Array, from: number, routeWords: number): RouteRow {
  const set = (at: number) => data.subarray(from + at * routeWords, from + (at + 1) * routeWords);
  return { allowed: set(0), conditional: set(1), unknown: set(2) };
}

/**
 * Decides routes by their parts: all must be allowed. A part that is denied denies the route; one
 * that rests on a policy that cannot be read makes it unknown, whatever another depends on.
 */
export function writeRow(row: RouteRow, places: AccountPlaces, decided: PlaceDecisions): void {
  const { allowed, conditional, unknown } = row;
  allowed.fill(-1);
  // Until the end: routes that are not denied.
  conditional.fill(-1);
  unknown.fill(0);
  for (const { from, routes } of places.layers) addLayer(row, places, { from, routes, decided });
  for (let at = 0; at < allowed.length; at += 1) {
    const open = conditional[at] ?? 0;
    const unread = (unknown[at] ?? 0) & open;
    unknown[at] = unread;
    conditional[at] = open & ~unread & ~(allowed[at] ?? 0);
  }
}

interface LayerDecisions {
  readonly from: number;
  readonly routes: number;
  readonly decided: PlaceDecisions;
}

function addLayer(
  { allowed, conditional, unknown }: RouteRow,
  { all }: AccountPlaces,
  { from, routes, decided: { open, unread } }: LayerDecisions,
): void {
  for (let at = 0; at * 32 < routes; at += 1) {
    const none = ~(all[from + at] ?? 0);
    const yes = open.yes[from + at] ?? 0;
    const possible = open.possible[from + at] ?? 0;
    const doubt = possible & ~yes & (unread[from + at] ?? 0) & ~none;
    allowed[at] = (allowed[at] ?? 0) & (yes | none);
    conditional[at] = (conditional[at] ?? 0) & (possible | none);
    unknown[at] = (unknown[at] ?? 0) | doubt;
  }
}

/** The decision on a route, by its rank. */
export function wordAt(row: RouteRow, rank: number): DecisionWord {
  if (hasBit(row.allowed, rank)) return 'allowed';
  if (hasBit(row.conditional, rank)) return 'conditional';
  return hasBit(row.unknown, rank) ? 'unknown' : 'denied';
}
