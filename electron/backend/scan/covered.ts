import type { DatasetReading, Trail } from '../../../shared/model/dataset.ts';
import { msOfInstant } from '../../../shared/model/period.ts';
import { isReadingOf } from '../sources/log-buckets.ts';
import { type LogFolder, withSlash } from '../sources/log-keys.ts';
import { clipFrom, mergeRanges, type TimeRange } from '../sources/time-range.ts';
import { EVENT_NEEDS } from '../store/ingest/event-needs.ts';

/** A folder of trail files and the time that its files cover. */
export interface CoveredFolder {
  readonly folder: LogFolder;
  readonly range: TimeRange;
}

/** An account and Region. */
type Place = Pick<LogFolder, 'accountId' | 'region'>;

const NEEDED_SOURCES: ReadonlySet<string> = new Set(EVENT_NEEDS.map(({ source }) => source));

/**
 * The times for which the event history need not be read for an account and Region: what files cover
 * of a trail that is known to record all management events of Bedrock there, since it last began to;
 * none without one. Before that it may have been stopped, which the event history was not. Files that
 * are damaged cover nothing.
 */
export function coveredTime(
  where: Place,
  folders: readonly CoveredFolder[],
  readings: readonly DatasetReading[],
): readonly TimeRange[] {
  const trails = recordingTrails(where, readings);
  const ranges = folders
    .filter(({ folder }) => isAt(folder, where))
    .flatMap(({ folder, range }) =>
      trails
        .filter((trail) => recordsInto(trail, folder))
        .flatMap((trail) => sinceStart(trail, range)),
    );
  return mergeRanges(ranges);
}

/** What of a time a trail recorded without a stop; CloudTrail tells only of its last start. */
function sinceStart({ status }: Trail, range: TimeRange): readonly TimeRange[] {
  const startedAt = status.read ? status.value.startedAt : null;
  return startedAt === null ? [] : clipFrom(range, msOfInstant(startedAt));
}

/** Whether some trail is known to record all management events of Bedrock there into a bucket. */
export function isRecorded(where: Place, readings: readonly DatasetReading[]): boolean {
  return recordingTrails(where, readings).length > 0;
}

function recordingTrails(where: Place, readings: readonly DatasetReading[]): readonly Trail[] {
  return readings
    .flatMap((reading) =>
      isReadingOf(reading, 'trails') && isAt(reading, where) ? reading.items : [],
    )
    .filter(
      ({ s3Bucket, managementEvents, excludedSources }) =>
        s3Bucket !== null &&
        managementEvents === 'all' &&
        !excludedSources.some((source) => NEEDED_SOURCES.has(source)),
    );
}

function isAt(what: Place, where: Place): boolean {
  return what.accountId === where.accountId && what.region === where.region;
}

function recordsInto(trail: Trail, folder: LogFolder): boolean {
  return (
    trail.s3Bucket === folder.bucket &&
    folder.prefix.startsWith(`${withSlash(trail.s3KeyPrefix)}AWSLogs/`)
  );
}
