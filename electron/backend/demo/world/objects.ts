import type { Calendar } from './calendar.ts';
import { digestObjects } from './digests/digest-objects.ts';
import type { EventIndex } from './events.ts';
import type { WorldBucket, WorldInvocation, WorldObject } from './facts.ts';
import { invocationLogObjects } from './invocation-log-objects.ts';
import { logDestinations, loggingSince } from './logging.ts';
import { type AccountPlace, invocationLogBucket, LOG_BUCKET } from './organization.ts';
import { trailObjects } from './trail-objects.ts';

/** What S3 objects are written from. */
export interface ObjectSources {
  readonly calendar: Calendar;
  readonly invocations: readonly WorldInvocation[];
  readonly events: EventIndex;
  readonly places: readonly AccountPlace[];
}

/** The objects of every log bucket by its name, in key order. */
export function createObjects(sources: ObjectSources): ReadonlyMap<string, readonly WorldObject[]> {
  const { calendar, events, invocations, places } = sources;
  const logFiles = trailObjects(calendar, events, places);
  const trail = [...logFiles, ...digestObjects(calendar, logFiles)];
  return new Map([
    [LOG_BUCKET.name, trail.sort((a, b) => (a.key < b.key ? -1 : 1))],
    ...invocationLogObjects(calendar, invocations),
  ]);
}

/** The trail's bucket, and one wherever invocation logging delivers to S3. */
export function logBucketsOf(
  calendar: Calendar,
  places: readonly AccountPlace[],
): readonly WorldBucket[] {
  const delivered = places.flatMap(({ accountId, regions }) =>
    regions
      .filter((region) => loggingSince(accountId, region, calendar) !== null)
      .filter((region) => logDestinations(accountId, region).s3)
      .map((region) => ({
        name: invocationLogBucket(accountId, region),
        region,
        accountId,
        shared: false,
      })),
  );
  return [LOG_BUCKET, ...delivered];
}
