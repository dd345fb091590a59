import type { Day, Period } from '../../model/period.ts';

/** The sources that count usage: events know calls but no tokens, a bill knows no calls. */
export const COUNTING_SOURCES: ReadonlySet<string> = new Set([
  'metrics',
  'invocation-logs',
  'log-group',
]);

/** What a workspace has of that which counts usage: invocation logs and metrics. */
export interface CountedState {
  /** The first and last UTC day with counted usage; null without any. */
  readonly oldestDay: Day | null;
  readonly newestDay: Day | null;
  /** The last UTC day on which a source that counts was read, in full or in part; null if none was. */
  readonly readOn: Day | null;
  /** Whether CloudTrail events are there, which tell calls but not what they used. */
  readonly hasEvents: boolean;
}

/**
 * Why the usage of a period is not known, as the rest of a sentence; null where it is. No calls are
 * only known where what counts them was read: a bill, prices and configuration tell nothing of them.
 */
export function notCounted({ from, to }: Period, state: CountedState): string | null {
  const { oldestDay, newestDay, readOn, hasEvents } = state;
  if (oldestDay === null || newestDay === null) {
    if (readOn !== null) return readOn < from ? `${AFTER} ${readOn}` : null;
    return hasEvents
      ? 'only events were read, which tell calls but not what they used; invocation logs and metrics were not'
      : 'no invocation logs or metrics were read, which count calls';
  }
  if (oldestDay >= to) return `nothing that counts calls was read before ${oldestDay}`;
  const last = readOn !== null && readOn > newestDay ? readOn : newestDay;
  return last < from ? `${AFTER} ${last}` : null;
}

const AFTER = 'nothing that counts calls was read after';
