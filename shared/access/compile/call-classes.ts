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

/** @param contextOf - is asked once for each shape, and only if a key of it is */
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
  const kept = keeping<readonly CallClass[]>(200);
  return (keys) => kept(keys.join('\n'), () => classesBy(keys, places, ask));
}

function classesBy(
  keys: readonly string[],
  { shapes, words }: AccountPlaces,
  ask: (shape: PartShape) => RequestContext,
): readonly CallClass[] {
  const members = new Map<string, { context: RequestContext; places: (readonly number[])[] }>();
  for (const shape of shapes) {
    const context = keys.length === 0 && members.size > 0 ? NO_KEYS : ask(shape);
    const value = keys.map((key) => textOf(context.value(key))).join('\n');
    const found = members.get(value);
    if (found === undefined) members.set(value, { context, places: [shape.places] });
    else found.places.push(shape.places);
  }
  return [...members.values()].flatMap(({ context, places }) => {
    const fit = fitOfPlaces(places.flat(), words);
    return fit === null ? [] : [{ fit, context }];
  });
}

const NO_KEYS: RequestContext = { value: () => 'unknown' };

function textOf(value: ContextValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
