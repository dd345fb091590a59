import { setTimeout as sleep } from 'node:timers/promises';
import { throwIfCancelled } from '../aws/caller.ts';
import type { CollectContext } from '../collectors/collector.ts';

/** Waits by the real clock, and stops at once with `cancelled` when the signal is given. */
export function pauseUnder(signal: AbortSignal): CollectContext['pause'] {
  return async (ms) => {
    try {
      await sleep(ms, undefined, { signal });
    } catch (error) {
      throwIfCancelled(signal);
      throw error;
    }
  };
}
