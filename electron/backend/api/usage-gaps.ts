import {
  COUNTING_SOURCES,
  type CountedState,
  notCounted,
} from '../../../shared/cost/spend/not-counted.ts';
import { type Day, dayOf, daysIn, type Period } from '../../../shared/model/period.ts';
import type { SourceReading, Store } from '../store/store.ts';

/** What is stored and how its sources ended: what decides which days of usage are whole. */
export interface UsageState {
  readonly oldestDay: Day | null;
  readonly newestDay: Day | null;
  readonly sources: readonly SourceReading[];
  /** The days with counted usage, where they are known apart from those with events alone. */
  readonly counted?: { readonly oldestDay: Day | null; readonly newestDay: Day | null };
}

/** Days whose usage is not known in full, and sentences that say why. */
export interface UsageGaps {
  readonly incompleteDays: readonly Day[];
  readonly notes: readonly string[];
  /** Why nothing is known of the whole period; null where usage was counted. */
  readonly notCounted: string | null;
}

/**
 * The gaps of a period. Nothing is known of a day after the last read, nor of one with events alone
 * before counting began, and a place whose metrics
 * were not read may have used more than its logs tell.
 */
export function usageGaps(period: Period, state: UsageState): UsageGaps {
  const counting = state.sources.filter(({ source }) => COUNTING_SOURCES.has(source));
  const read = counting.filter(({ outcome }) => outcome.status === 'collected');
  const { oldestDay, newestDay } = state.counted ?? state;
  const lastRead = newest([...read.map(({ readAt }) => dayOf(readAt)), newestDay]);
  const incompleteDays =
    lastRead === null
      ? []
      : daysIn(period).filter((day) => day >= lastRead || isBefore(day, oldestDay));
  const unknown = notCounted(period, countedState(state, counting));
  const history = unknown === null ? historyNote(period, state) : [`${NOT_KNOWN}: ${unknown}.`];
  return {
    incompleteDays,
    notes: [...history, ...unreadNote(counting)],
    notCounted: unknown,
  };
}

const NOT_KNOWN = 'Usage is not known, and in no figure';

function countedState(
  { oldestDay, newestDay, counted = { oldestDay, newestDay } }: UsageState,
  counting: readonly SourceReading[],
): CountedState {
  const read = counting.filter(({ outcome, items }) => outcome.status === 'collected' || items > 0);
  return {
    ...counted,
    readOn: newest(read.map(({ readAt }) => dayOf(readAt))),
    hasEvents: newestDay !== null,
  };
}

/** The gaps of a period in what a workspace has stored. */
export async function readUsageGaps(store: Store, period: Period): Promise<UsageGaps> {
  const [[extent], sources] = await Promise.all([
    store.ask('store-extent', {}),
    store.latestSourceReadings(),
  ]);
  const { oldestDay = null, newestDay = null } = extent ?? {};
  const counted = {
    oldestDay: extent?.countedOldestDay ?? null,
    newestDay: extent?.countedNewestDay ?? null,
  };
  return usageGaps(period, { oldestDay, newestDay, sources, counted });
}

function newest(days: readonly (Day | null)[]): Day | null {
  return days.reduce(
    (last, day) => (day !== null && (last === null || day > last) ? day : last),
    null,
  );
}

function isBefore(day: Day, oldestDay: Day | null): boolean {
  return oldestDay !== null && day < oldestDay;
}

function historyNote({ from }: Period, { oldestDay }: UsageState): readonly string[] {
  if (oldestDay === null || from >= oldestDay) return [];
  return [`Nothing was read before ${oldestDay}; usage of earlier days is not known.`];
}

function unreadNote(counting: readonly SourceReading[]): readonly string[] {
  const metrics = counting.filter(({ source }) => source === 'metrics');
  const unread = metrics.filter(
    ({ outcome }) => outcome.status === 'denied' || outcome.status === 'failed',
  );
  const [first] = unread;
  if (first === undefined || first.outcome.status === 'collected') return [];
  const places = `${unread.length} of ${metrics.length} ${metrics.length === 1 ? 'place' : 'places'}`;
  return [
    `CloudWatch metrics were not read in ${places} (${first.accountId} ${first.region}: ${first.outcome.reason}); usage there is what logs tell, or missing.`,
  ];
}
