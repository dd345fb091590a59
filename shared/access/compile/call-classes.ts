import type { ContextValue, RequestContext } from '../context.ts';
import type { AccountPlaces, PartShape } from './account-places.ts';
import { fitOfPlaces } from './account-places.ts';
import type { Fit } from './bits.ts';
import { keeping } from './keeping.ts';

/** Places at which some condition keys have the same values. */
export interface CallClass {
  readonly fit: Fit;
  /** The keys of one of them. */
  readonly context: RequestContext;
}

/** Tells the places of an account apart by condition keys that follow from the call. */
export type CallClasses = (keys: readonly string[]) => readonly CallClass[];

/** @param contextOf - is asked of as few shapes as can differ in the keys */
export function createCallClasses(
  places: AccountPlaces,
  contextOf: (shape: PartShape) => RequestContext,
): CallClasses {
  const contexts = new Map<PartShape, RequestContext>();
  const ask = (shape: PartShape) => {
    const context = contexts.get(shape) ?? contextOf(shape);
    contexts.set(shape, context);
    return context;
  };
  const told = new Set(places.shapes.flatMap(({ part }) => Object.keys(part.keys)));
  const names = new Set([...told, 'aws:RequestedRegion'].map((name) => name.toLowerCase()));
  const kept = keeping<readonly CallClass[]>(200);
  return (keys) =>
    kept(keys.join('\n'), () =>
      classesBy({ keys, differing: keys.filter((key) => names.has(key)) }, places, ask),
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
  const members = new Map<string, { context: RequestContext; places: (readonly number[])[] }>();
  const values = new Map<string, string>();
  for (const shape of shapes) {
    const mark = markOf(shape, differing);
    const value = values.get(mark) ?? keys.map((key) => textOf(ask(shape).value(key))).join('\n');
    values.set(mark, value);
    const found = members.get(value);
    if (found === undefined) members.set(value, { context: ask(shape), places: [shape.places] });
    else found.places.push(shape.places);
  }
  return [...members.values()].flatMap(({ context, places }) => {
    const fit = fitOfPlaces(places.flat(), words);
    return fit === null ? [] : [{ fit, context }];
  });
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
