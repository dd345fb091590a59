import type { CallPart, Plane, Route } from '../catalogue/route.ts';
import { segments } from '../matching/match-arn.ts';
import type { ResourceSide } from '../world/access-world.ts';
import type { ArnIndex } from './arn-index.ts';
import { type Fit, fitOfPlaces, setBit } from './bits.ts';

/**
 * The parts of all routes of an account, each with a place in bit sets. Layer n has the n-th part of
 * every route that has so many, in one order of routes, those with the most parts first; so the
 * routes that are open are the intersection of the layers, word by word.
 */
export interface AccountPlaces {
  readonly accountId: string;
  readonly routes: readonly Route[];
  /** Where a route, by its place in `routes`, stands in the order of layers. */
  readonly rankOf: Int32Array;
  readonly layers: readonly RouteLayer[];
  /** Words of a set of places. */
  readonly words: number;
  /** Words of a set of routes. */
  readonly routeWords: number;
  /** Every place that is taken. */
  readonly all: Int32Array;
  readonly planes: ReadonlyMap<Plane, Fit>;
  /** The places that name a resource, by the number of its ARN. */
  readonly resources: ReadonlyMap<number, readonly number[]>;
  readonly shapes: readonly PartShape[];
}

/** The n-th parts of routes. */
export interface RouteLayer {
  /** The first word. */
  readonly from: number;
  /** How many routes have such a part. */
  readonly routes: number;
}

/** Parts of which the request says the same, save action and resource. */
export interface PartShape {
  readonly part: CallPart;
  readonly plane: Plane;
  /** The account that owns the resource; empty, or `aws`, where AWS does. */
  readonly owner: string;
  /** Equal where the policies of the resource, and the keys that follow from it, are the same. */
  readonly side: string;
  readonly places: readonly number[];
}

/** What the places of an account are made from. */
export interface PlacesInput {
  readonly accountId: string;
  readonly routes: readonly Route[];
  readonly resources: ReadonlyMap<string, ResourceSide>;
  readonly arns: ArnIndex;
}

/** Gives each part of each route its place. */
export function createPlaces(input: PlacesInput): AccountPlaces {
  const { accountId, routes } = input;
  const order = routes.map((_, index) => index);
  order.sort((one, other) => partsOf(routes, other) - partsOf(routes, one));
  const rankOf = new Int32Array(routes.length);
  for (const [rank, index] of order.entries()) rankOf[index] = rank;
  const layers = layersOf(order.map((index) => partsOf(routes, index)));
  const last = layers.at(-1);
  const words = last === undefined ? 0 : last.from + wordsOf(last.routes);
  const all = new Int32Array(words);
  const placing = createPlacing(input, words);
  for (const [index, route] of routes.entries()) {
    for (const [layer, part] of route.parts.entries()) {
      const place = (layers[layer]?.from ?? 0) * 32 + (rankOf[index] ?? 0);
      setBit(all, place);
      placing.put(route, part, place);
    }
  }
  const { resources, shapes, planes } = placing.placed();
  const routeWords = wordsOf(routes.length);
  return { accountId, routes, rankOf, layers, words, routeWords, all, planes, resources, shapes };
}

function partsOf(routes: readonly Route[], index: number): number {
  return routes[index]?.parts.length ?? 0;
}

function wordsOf(bits: number): number {
  return Math.ceil(bits / 32);
}

/** @param counts - how many parts each route has, descending */
function layersOf(counts: readonly number[]): readonly RouteLayer[] {
  const layers: RouteLayer[] = [];
  let from = 0;
  let routes = counts.length;
  for (let layer = 0; layer < (counts[0] ?? 0); layer += 1) {
    while (routes > 0 && (counts[routes - 1] ?? 0) <= layer) routes -= 1;
    layers.push({ from, routes });
    from += wordsOf(routes);
  }
  return layers;
}

type Placed = Pick<AccountPlaces, 'resources' | 'shapes' | 'planes'>;

interface Placing {
  put(route: Route, part: CallPart, place: number): void;
  placed(): Placed;
}

function createPlacing({ arns, resources: sides }: PlacesInput, words: number): Placing {
  const byResource = new Map<number, number[]>();
  const byShape = new Map<string, PartShape & { readonly places: number[] }>();
  const byPlane = new Map<Plane, number[]>();
  const factsOf = createFacts(sides);
  return {
    put: ({ plane }, part, place) => {
      listUnder(byResource, arns.idOf(part.resource)).push(place);
      listUnder(byPlane, plane).push(place);
      const { side, owner } = factsOf(part);
      const key = `${plane} ${side} ${shapeKey(part)}`;
      const found = byShape.get(key);
      if (found !== undefined) found.places.push(place);
      else byShape.set(key, { part, plane, owner, side, places: [place] });
    },
    placed: () => ({
      resources: byResource,
      shapes: [...byShape.values()],
      planes: new Map([...byPlane].flatMap(([plane, places]) => named(plane, places, words))),
    }),
  };
}

function named(plane: Plane, places: readonly number[], words: number) {
  const fit = fitOfPlaces(places, words);
  return fit === null ? [] : [[plane, fit] as const];
}

function listUnder<K>(lists: Map<K, number[]>, key: K): number[] {
  const found = lists.get(key);
  if (found !== undefined) return found;
  const made: number[] = [];
  lists.set(key, made);
  return made;
}

/** Whose a resource is; empty, or `aws`, where it is AWS's own. */
function ownerOf({ resource, resourceAccount }: CallPart): string {
  return resourceAccount ?? segments(resource)[4] ?? '';
}

type ResourceFacts = Pick<PartShape, 'owner' | 'side'>;

/** Whose resources are, and what parts must share for theirs to bring the same policies and keys. */
function createFacts(sides: ReadonlyMap<string, ResourceSide>): (part: CallPart) => ResourceFacts {
  const known = new Map<string | null, Map<string, ResourceFacts>>();
  return (part) => {
    const { resource, resourceAccount } = part;
    const ofAccount = known.get(resourceAccount) ?? new Map<string, ResourceFacts>();
    known.set(resourceAccount, ofAccount);
    const found = ofAccount.get(resource);
    if (found !== undefined) return found;
    const owner = ownerOf(part);
    const side = sides.get(owner);
    const own = side?.resourceTags.has(resource) || side?.resourcePolicies.has(resource);
    const made = { owner, side: `${resourceAccount} ${owner} ${own ? resource : ''}` };
    ofAccount.set(resource, made);
    return made;
  };
}

/** What parts must share, beside that, for their requests to say the same. */
function shapeKey({ requestedRegion, keys }: CallPart): string {
  let key = requestedRegion;
  for (const name of Object.keys(keys)) key += `\n${name}\t${keys[name]?.join('\t')}`;
  return key;
}
