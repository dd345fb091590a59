import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until the next call may start. */
export type Pacer = (signal: AbortSignal) => Promise<void>;

/** Lets calls start at least `intervalMs` apart; the first one starts at once. */
export function createPacer(intervalMs: number): Pacer {
  let nextStart = 0;
  return async (signal) => {
    const now = performance.now();
    const start = Math.max(now, nextStart);
    nextStart = start + intervalMs;
    if (start > now) await sleep(start - now, undefined, { signal }).catch(ignoreAbort(signal));
  };
}

/** A cancelled wait just ends; the call that follows sees the signal and says so. */
function ignoreAbort(signal: AbortSignal): (error: unknown) => void {
  return (error) => {
    if (!signal.aborted) throw error;
  };
}
