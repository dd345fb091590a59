import type { ServiceQuota } from '@aws-sdk/client-service-quotas';

/**
 * Reads once for all who ask with the same key. Whoever waited for a reading of another account that
 * failed reads by itself: it may be allowed what the other was not.
 */
export type ReadOnce<T> = (key: string, read: () => Promise<T>) => Promise<T>;

/** What is the same for every account of a scan. */
export interface SharedReads {
  /** AWS's default quotas of Bedrock, by endpoint and Region. */
  readonly defaultQuotas: ReadOnce<readonly ServiceQuota[]>;
}

/** The shared readings of one scan. */
export function createSharedReads(): SharedReads {
  return { defaultQuotas: readOnce() };
}

/** A memory of readings by key that keeps no failure. */
export function readOnce<T>(): ReadOnce<T> {
  const known = new Map<string, Promise<T>>();
  const ask: ReadOnce<T> = (key, read) => {
    const before = known.get(key);
    if (before !== undefined) return before.catch(() => ask(key, read));
    const reading = read();
    known.set(key, reading);
    reading.catch(() => known.delete(key));
    return reading;
  };
  return ask;
}
