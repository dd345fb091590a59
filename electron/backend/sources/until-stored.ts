/** So long may storing what was read go on after a cancellation, all places together. */
const LAST_STORE_MS = 500;

/**
 * The signal under which read pages are stored: a cancellation lets a moment pass, in which most of
 * what is at hand is kept; what is not is read again the next time.
 */
export function untilStored(signal: AbortSignal): AbortSignal {
  return signal.aborted ? AbortSignal.timeout(LAST_STORE_MS) : signal;
}
