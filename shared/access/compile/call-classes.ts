import type { ContextValue, RequestContext } from '../context.ts';
import type { AccountPlaces, PartShape } from './account-places.ts';
import { type Fit, fitOfPlaces } from './bits.ts';
import { keeping } from './keeping.ts';

/** Places at which some condition keys have the same values. */
export interface CallClass {
  readonly fit: Fit;
  /** Those keys, and no other. */
  readonly context: RequestContext;
}

/** Tells the places of an account apart by condition keys that follow from the call. */
export type CallClasses = (keys: readonly string[]) => readonly CallClass[];

/** @param contextOf - is asked of as few shapes as can differ in the keys */
export function createCallClasses(
  places: AccountPlaces,
  contextOf: (shape: PartShape) => RequestContext,
): CallClasses {
  const told = new Set(places.shapes.flatMap(({ part }) => Object.keys(part.keys)));
  const names = new Set([...told, 'aws:RequestedRegion'].map((name) => name.toLowerCase()));
  const kept = keeping<readonly CallClass[]>(200);
  return (keys) =>
    kept(keys.join('\n'), () =>
      classesBy({ keys, differing: keys.filter((key) => names.has(key)) }, places, contextOf),
    );
}

interface AskedFor {
  readonly keys: readonly string[];
  /** Those that parts of one resource may differ in. */
  readonly differing: readonly string[];
}

function classesBy(
  { keys, differing }: AskedFor,
  { shapes, words }: AccountPlaces,
  ask: (shape: PartShape) => RequestContext,
): readonly CallClass[] {
  const members = new Map<string, Members>();
  const marked = new Map<string, Members>();
  for (const shape of shapes) {
    const mark = markOf(shape, differing);
    const found = marked.get(mark) ?? membersLike(members, keys, ask(shape));
    marked.set(mark, found);
    for (const place of shape.places) found.places.push(place);
  }
  return [...members.values()].flatMap(({ context, places }) => {
    const fit = fitOfPlaces(places, words);
    return fit === null ? [] : [{ fit, context }];
  });
}

interface Members {
  readonly context: RequestContext;
  readonly places: number[];
}

/** Those who have the same values; keeps no more of a request than these. */
function membersLike(
  members: Map<string, Members>,
  keys: readonly string[],
  context: RequestContext,
): Members {
  const values = new Map(keys.map((key) => [key, context.value(key)] as const));
  const text = [...values.values()].map(textOf).join('\n');
  const found = members.get(text);
  if (found !== undefined) return found;
  const kept = { value: (key: string) => values.get(key.toLowerCase()) ?? 'unknown' };
  const made: Members = { context: kept, places: [] };
  members.set(text, made);
  return made;
}

/** Shapes with the same mark have the same values of the keys; see `RequestOf`. */
function markOf({ part, side }: PartShape, keys: readonly string[]): string {
  if (keys.length === 0) return side;
  let mark = side;
  if (keys.includes('aws:requestedregion')) mark += ` ${part.requestedRegion}`;
  for (const name of Object.keys(part.keys)) {
    if (keys.includes(name.toLowerCase())) mark += `\n${name}\t${part.keys[name]?.join('\t')}`;
  }
  return mark;
}

function textOf(value: ContextValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
