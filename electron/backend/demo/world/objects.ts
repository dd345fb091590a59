import type { Calendar } from './calendar.ts';
import type { EventIndex } from './events.ts';
import { invocationLogObjects } from './invocation-log-objects.ts';
import { digestObjects, trailObjects } from './trail-objects.ts';
import type { WorldInvocation, WorldObject } from './world.ts';

/** What S3 objects are written from. */
export interface ObjectSources {
  readonly calendar: Calendar;
  readonly invocations: readonly WorldInvocation[];
  readonly events: EventIndex;
}

/** Every object of the log bucket, in key order. */
export function createObjects(sources: ObjectSources): readonly WorldObject[] {
  const { calendar, events, invocations } = sources;
  const all = [
    ...trailObjects(calendar, events),
    ...digestObjects(calendar),
    ...invocationLogObjects(calendar, invocations),
  ];
  return all.sort((a, b) => (a.key < b.key ? -1 : 1));
}
