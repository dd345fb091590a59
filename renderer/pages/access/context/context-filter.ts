import type { Filter } from '../../../filters.ts';

/** Values by condition key; an empty list says that the request has no such key. */
export type ContextKeys = Readonly<Record<string, readonly string[]>>;

/** Condition keys in the address: `with=aws:SourceIp=203.0.113.7`, nothing behind `=` for no such key. */
export function contextFilter(name: string): Filter<ContextKeys> {
  return {
    read(params) {
      const keys: Record<string, readonly string[]> = {};
      for (const { key, value } of params.getAll(name).flatMap(readPair)) {
        keys[key] = value === '' ? (keys[key] ?? []) : [...(keys[key] ?? []), value];
      }
      return keys;
    },
    write(params, keys) {
      params.delete(name);
      for (const [key, values] of Object.entries(keys)) {
        for (const value of values.length === 0 ? [''] : values) {
          params.append(name, `${key}=${value}`);
        }
      }
    },
  };
}

/** What stands before and behind the first `=`; nothing where there is no key. */
export function readPair(
  text: string,
): readonly { readonly key: string; readonly value: string }[] {
  const at = text.indexOf('=');
  const key = text.slice(0, Math.max(0, at)).trim();
  return key === '' ? [] : [{ key, value: text.slice(at + 1).trim() }];
}
