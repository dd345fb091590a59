/**
 * Runs `work` over all items, at most `limit` at a time, and answers results in the items' order.
 * The first error stops the start of further items and is thrown once running ones have ended.
 */
export async function inParallel<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = new Array(items.length);
  const queue = items.entries();
  let failed = false;
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) {
      if (failed) return;
      try {
        results[index] = await work(item, index);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const workers = Array.from({ length: Math.min(limit, items.length) }, worker);
  const outcomes = await Promise.allSettled(workers);
  const rejected = outcomes.find((outcome) => outcome.status === 'rejected');
  if (rejected !== undefined) throw rejected.reason;
  return results;
}

/** All results; waits for every promise even when one fails, so that nothing runs on unseen. */
export async function together<T extends readonly Promise<unknown>[]>(promises: readonly [...T]) {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}
