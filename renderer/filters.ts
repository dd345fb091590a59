import { useCallback, useMemo } from 'react';
import type { Input } from '../shared/api/contract.ts';
import { navigate, useLocation } from './navigation.ts';

/** One filter of a page: how it stands in the address. A filter at its default is left out there. */
export interface Filter<T> {
  read(params: URLSearchParams): T;
  write(params: URLSearchParams, value: T): void;
}

/** The filters of a page by name. */
export type FilterSpec = Readonly<Record<string, Filter<never> | Filter<unknown>>>;

/** The values of a page's filters. */
export type FilterValues<S> = { readonly [K in keyof S]: S[K] extends Filter<infer T> ? T : never };

/** Free text; empty by default. */
export function textFilter(key: string): Filter<string> {
  return {
    read: (params) => params.get(key) ?? '',
    write: (params, value) => setOrDelete(params, key, value === '' ? null : value),
  };
}

/** Any number of values, as repeated keys; none by default. */
export function listFilter(key: string): Filter<readonly string[]> {
  return {
    read: (params) => params.getAll(key).filter((value) => value !== ''),
    write(params, value) {
      params.delete(key);
      for (const each of value) params.append(key, each);
    },
  };
}

/** One of a few values; anything else in the address reads as the default. */
export function choiceFilter<const C extends string>(
  key: string,
  choices: readonly C[],
  byDefault: NoInfer<C>,
): Filter<C> {
  return {
    read: (params) => choices.find((choice) => choice === params.get(key)) ?? byDefault,
    write: (params, value) => setOrDelete(params, key, value === byDefault ? null : value),
  };
}

/** Some of a few values, comma-separated, with a default that may be more than none. */
export function choicesFilter<const C extends string>(
  key: string,
  choices: readonly C[],
  byDefault: readonly NoInfer<C>[],
): Filter<readonly C[]> {
  const inOrder = (values: readonly string[]) => choices.filter((each) => values.includes(each));
  const textOf = (values: readonly string[]) => inOrder(values).join(',');
  return {
    read(params) {
      const text = params.get(key);
      return inOrder(text === null ? byDefault : text.split(','));
    },
    write(params, value) {
      const text = textOf(value);
      setOrDelete(params, key, text === textOf(byDefault) ? null : text);
    },
  };
}

/** Yes, no, or not asked. */
export function flagFilter(key: string): Filter<boolean | undefined> {
  return {
    read(params) {
      const text = params.get(key);
      return text === 'true' ? true : text === 'false' ? false : undefined;
    },
    write: (params, value) => setOrDelete(params, key, value === undefined ? null : String(value)),
  };
}

/** A whole number from 0 up, 0 by default: the offset of a paged table. */
export function offsetFilter(key: string): Filter<number> {
  return {
    read(params) {
      const text = params.get(key) ?? '';
      return /^\d{1,7}$/.test(text) ? Number(text) : 0;
    },
    write: (params, value) => setOrDelete(params, key, value === 0 ? null : String(value)),
  };
}

function setOrDelete(params: URLSearchParams, key: string, value: string | null): void {
  if (value === null) params.delete(key);
  else params.set(key, value);
}

/** Reads every filter of a page from an address's search text. */
export function readFilters<S extends FilterSpec>(spec: S, search: string): FilterValues<S> {
  const params = new URLSearchParams(search);
  const entries = Object.entries(spec).map(([name, filter]) => [name, filter.read(params)]);
  return Object.fromEntries(entries) as FilterValues<S>;
}

/** The search text with some filters changed; keys of others stay as they are. */
export function writeFilters<S extends FilterSpec>(
  spec: S,
  search: string,
  patch: Partial<FilterValues<S>>,
): string {
  const params = new URLSearchParams(search);
  for (const [name, value] of Object.entries(patch)) {
    const filter = spec[name] as Filter<unknown> | undefined;
    filter?.write(params, value);
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/**
 * A page's filters in the address, and the way to change some of them. `spec` must be a constant of
 * the module. Typing replaces the address (`replace: true`); choosing adds a step for "back".
 */
export function useFilters<S extends FilterSpec>(
  spec: S,
): readonly [
  FilterValues<S>,
  (patch: Partial<FilterValues<S>>, options?: { readonly replace?: boolean }) => void,
] {
  const { search } = useLocation();
  const values = useMemo(() => readFilters(spec, search), [spec, search]);
  const update = useCallback(
    (patch: Partial<FilterValues<S>>, options?: { readonly replace?: boolean }) => {
      const { pathname, search: now } = window.location;
      navigate(pathname + writeFilters(spec, now, patch), options);
    },
    [spec],
  );
  return [values, update];
}

/** The filters that every page about use has in common. */
export const usageFilters = {
  accounts: listFilter('account'),
  regions: listFilter('region'),
  models: listFilter('model'),
  principals: listFilter('principal'),
} as const;

type UsageInput = NonNullable<Input<'principals.list'>['filter']>;

/** The shared filters as the contract wants them: nothing for those that are not set. */
export function usageInput(values: FilterValues<typeof usageFilters>): { filter?: UsageInput } {
  const set = Object.entries(values).filter(
    ([name, list]) => name in usageFilters && list.length > 0,
  );
  return set.length === 0 ? {} : { filter: Object.fromEntries(set) };
}
