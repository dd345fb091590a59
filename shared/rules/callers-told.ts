import { type Day, dayOf, type Instant } from '../model/period.ts';
import type { ReadOutcome, Unread } from '../model/read-outcome.ts';
import type { TrafficOutcome } from './observed-usage.ts';

/** The event history holds every call with its caller; what a trail or logs hold was selected. */
const HISTORY = 'lookup-events';

/** Sources that name callers. */
const NAMING: readonly string[] = [HISTORY, 'cloudtrail-logs', 'invocation-logs', 'log-group'];

/** What is known of sources that name callers. */
export interface CallersRead {
  /** Accounts of which events, or logs with callers, are stored for the days asked about. */
  readonly told: ReadonlySet<string>;
  readonly sources: readonly TrafficOutcome[];
  /** The first of those days. */
  readonly since: Day;
}

/**
 * Whether callers of an account would have been seen, by account id: where events of it are stored,
 * or its event history was read in the days asked about. Otherwise the outcome says what to read:
 * that nobody is known to have called does not mean that nobody called.
 */
export function callersTold({
  told,
  sources,
  since,
}: CallersRead): (accountId: string) => ReadOutcome {
  return (accountId) => {
    if (told.has(accountId)) return { status: 'collected' };
    const own = sources.filter((one) => one.accountId === accountId && NAMING.includes(one.source));
    const isRead = own.some(
      ({ source, outcome, readAt }) =>
        source === HISTORY && outcome.status === 'collected' && isIn(readAt, since),
    );
    return isRead ? { status: 'collected' } : unreadOf(own);
  };
}

function isIn(readAt: Instant, since: Day): boolean {
  return dayOf(readAt) >= since;
}

/** What was refused before what failed, the event history before logs. */
function unreadOf(own: readonly TrafficOutcome[]): Unread {
  const ranked = own.toSorted((a, b) => NAMING.indexOf(a.source) - NAMING.indexOf(b.source));
  for (const status of ['denied', 'failed'] as const) {
    const found = ranked.map(({ outcome }) => outcome).find((one) => one.status === status);
    if (found !== undefined && found.status !== 'collected') return found;
  }
  return { status: 'failed', reason: NOT_READ };
}

const NOT_READ =
  'no source that names callers was read there: invocation logs, a CloudTrail trail or its event history (cloudtrail:LookupEvents)';
