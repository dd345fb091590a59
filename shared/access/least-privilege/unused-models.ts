/** Models that a principal may call, and did or did not. */
export interface ModelUse {
  readonly usedModels: number;
  /** Allowed and not called, by name; the first fifty. */
  readonly unusedModels: readonly string[];
  readonly verdict: 'never-used' | 'partly-used' | 'used';
}

const MOST = 50;

/** What of the models that a principal may call, surely or perhaps, it did not call. */
export function unusedModels(allowed: Iterable<string>, used: ReadonlySet<string>): ModelUse {
  const unused = [...new Set(allowed)].filter((model) => !used.has(model)).toSorted();
  const verdict = unused.length === 0 ? 'used' : 'partly-used';
  return {
    usedModels: used.size,
    unusedModels: unused.slice(0, MOST),
    verdict: used.size === 0 ? 'never-used' : verdict,
  };
}
