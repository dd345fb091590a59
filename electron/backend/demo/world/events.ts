import { type ManagementAct, toCloudTrailRecord, toManagementRecord } from './cloudtrail-record.ts';
import { groupBy } from './grouping.ts';
import type { CloudTrailRecord, WorldInvocation } from './world.ts';

/** Where and when an event was recorded, and how to write its record. */
export interface WorldEvent {
  readonly time: number;
  readonly accountId: string;
  readonly region: string;
  record(): CloudTrailRecord;
}

/** The events of a world by account and Region, oldest first. */
export interface EventIndex {
  /** Events from `fromMs` (included) to `toMs` (excluded). */
  between(place: EventPlace, fromMs: number, toMs: number): readonly WorldEvent[];
}

export interface EventPlace {
  readonly accountId: string;
  readonly region: string;
}

/** Indexes calls and other acts together; records are written only when asked for. */
export function createEventIndex(
  calls: readonly WorldInvocation[],
  acts: readonly ManagementAct[],
): EventIndex {
  const events = [
    ...calls.map((call) => eventOf(call, () => toCloudTrailRecord(call))),
    ...acts.map((act) => eventOf(act, () => toManagementRecord(act))),
  ].sort((a, b) => a.time - b.time);
  const byPlace = groupBy(events, placeKey);
  return {
    between: (place, fromMs, toMs) => {
      const list = byPlace.get(placeKey(place)) ?? [];
      return list.slice(firstFrom(list, fromMs), firstFrom(list, toMs));
    },
  };
}

/** The index of the first event at or after a time; the list is in order of time. */
function firstFrom(events: readonly WorldEvent[], ms: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.time ?? 0) < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

function eventOf(
  fact: Pick<WorldEvent, 'time' | 'accountId' | 'region'>,
  record: () => CloudTrailRecord,
): WorldEvent {
  return { time: fact.time, accountId: fact.accountId, region: fact.region, record };
}

function placeKey(place: EventPlace): string {
  return `${place.accountId}/${place.region}`;
}
