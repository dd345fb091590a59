/** Models that a principal may call, and did or did not. */
export interface ModelUse {
  readonly usedModels: number;
  /** Allowed and not called, by name; the first fifty. */
  readonly unusedModels: readonly string[];
  /** `not-known` where no call was seen and none could have been. */
  readonly verdict: 'never-used' | 'partly-used' | 'used' | 'not-known';
}

/** What was called. */
export interface Used {
  readonly models: ReadonlySet<string>;
  /** Whether callers of the account would have been seen. */
  readonly isTold: boolean;
}

const MOST = 50;

/** What of the models that a principal may call, surely or perhaps, it did not call. */
export function unusedModels(allowed: Iterable<string>, used: Used): ModelUse {
  const { models, isTold } = used;
  const unused = [...new Set(allowed)].filter((model) => !models.has(model)).toSorted();
  const verdict = unused.length === 0 ? 'used' : 'partly-used';
  const none = isTold ? 'never-used' : 'not-known';
  return {
    usedModels: models.size,
    unusedModels: unused.slice(0, MOST),
    verdict: models.size === 0 ? none : verdict,
  };
}
