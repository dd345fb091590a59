/** Computes a value once and keeps it. */
export function once<T>(compute: () => T): () => T {
  let kept: { readonly value: T } | null = null;
  return () => {
    kept ??= { value: compute() };
    return kept.value;
  };
}

/** Computes the value of a key once and keeps it. */
export function keepByKey<T>(compute: (key: string) => T): (key: string) => T {
  const kept = new Map<string, () => T>();
  return (key) => {
    const value = kept.get(key) ?? once(() => compute(key));
    kept.set(key, value);
    return value();
  };
}
