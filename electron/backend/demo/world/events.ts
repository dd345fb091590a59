import { type ManagementAct, toCloudTrailRecord, toManagementRecord } from './cloudtrail-record.ts';
import type { CloudTrailRecord, EventChoice, WorldInvocation } from './facts.ts';
import { groupBy } from './grouping.ts';

/** When an event was recorded, and how to write its record. */
export interface WorldEvent {
  readonly time: number;
  record(): CloudTrailRecord;
}

/** The events of a world by account and Region, oldest first. */
export interface EventIndex {
  /** Events from `fromMs` (included) to `toMs` (excluded). */
  between(
    place: EventPlace,
    range: { readonly fromMs: number; readonly toMs: number },
    only?: EventChoice,
  ): readonly WorldEvent[];
}

export interface EventPlace {
  readonly accountId: string;
  readonly region: string;
}

/** Indexes calls (oldest first) and other acts; records are written only when asked for. */
export function createEventIndex(
  calls: readonly WorldInvocation[],
  acts: readonly ManagementAct[],
): EventIndex {
  const callsByPlace = groupBy(calls, placeKey);
  const inOrder = [...acts].sort((a, b) => a.time - b.time || (a.eventId < b.eventId ? -1 : 1));
  const actsByPlace = groupBy(inOrder, placeKey);
  return {
    between: (place, { fromMs, toMs }, only = {}) => {
      const key = placeKey(place);
      const calls = isOf(only, { eventSource: 'bedrock.amazonaws.com' }) ? callsByPlace : NONE;
      const called = slice(calls.get(key) ?? [], fromMs, toMs).filter((call) =>
        isOf(only, { eventName: call.operation }),
      );
      const acted = slice(actsByPlace.get(key) ?? [], fromMs, toMs).filter((act) =>
        isOf(only, { eventName: act.eventName, eventSource: `${act.service}.amazonaws.com` }),
      );
      return [
        ...called.map((call) => ({ time: call.time, record: () => toCloudTrailRecord(call) })),
        ...acted.map((act) => ({ time: act.time, record: () => toManagementRecord(act) })),
      ].sort((a, b) => a.time - b.time);
    },
  };
}

const NONE: ReadonlyMap<string, readonly WorldInvocation[]> = new Map();

/** Whether an event may be one of those chosen, by what is known of it. */
function isOf(only: EventChoice, event: EventChoice): boolean {
  const { eventName = only.eventName, eventSource = only.eventSource } = event;
  return (
    (only.eventName === undefined || only.eventName === eventName) &&
    (only.eventSource === undefined || only.eventSource === eventSource)
  );
}

function slice<T extends { readonly time: number }>(
  items: readonly T[],
  fromMs: number,
  toMs: number,
): readonly T[] {
  return items.slice(firstFrom(items, fromMs), firstFrom(items, toMs));
}

/** The index of the first item at or after a time; the list is in order of time. */
function firstFrom(items: readonly { readonly time: number }[], ms: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.time ?? 0) < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placeKey(place: EventPlace): string {
  return `${place.accountId}/${place.region}`;
}
