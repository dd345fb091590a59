import { useCallback, useState } from 'react';

/**
 * A preference remembered in this browser. `parse` turns what was stored into a value, or answers
 * null for anything that is not one; then `byDefault` holds.
 */
export function useStored<T>(
  key: string,
  byDefault: T,
  parse: (stored: unknown) => T | null,
): readonly [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => readStored(key, parse) ?? byDefault);
  const store = useCallback(
    (next: T) => {
      setValue(next);
      window.localStorage.setItem(key, JSON.stringify(next));
    },
    [key],
  );
  return [value, store];
}

/** What is stored under a key, if it is something that `parse` accepts. */
export function readStored<T>(key: string, parse: (stored: unknown) => T | null): T | null {
  const text = window.localStorage.getItem(key);
  if (text === null) return null;
  try {
    return parse(JSON.parse(text));
  } catch {
    // A preference that is no JSON counts as not set; the next choice overwrites it.
    return null;
  }
}
