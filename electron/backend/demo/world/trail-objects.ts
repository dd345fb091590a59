import { addDays, daysIn, instantOfMs, msOfDay } from '../../../../shared/model/period.ts';
import { type Calendar, HOUR_MS } from './calendar.ts';
import type { EventIndex, EventPlace, WorldEvent } from './events.ts';
import type { WorldObject } from './facts.ts';
import { gzipObject, windowsOf } from './gzip-object.ts';
import { resourceId } from './identifiers.ts';
import { type AccountPlace, isMember, ORGANIZATION_ID } from './organization.ts';

/**
 * Events younger than this are not in S3 yet. LookupEvents has those of management; data events, as
 * of calls by Bedrock Mantle, are nowhere until then, so that metrics count a few that no event tells.
 */
const NOT_DELIVERED_MS = 2 * HOUR_MS;

/**
 * The files of the organisation's trail: one per account, Region and day, four on today. Days
 * without events have no file.
 */
export function trailObjects(
  calendar: Calendar,
  events: EventIndex,
  places: readonly AccountPlace[],
): readonly WorldObject[] {
  const days = daysIn({ from: calendar.firstDay, to: addDays(calendar.today, 1) });
  return trailPlaces(places).flatMap((place) =>
    days.flatMap((day) =>
      windowsOf(msOfDay(day), day === calendar.today ? 4 : 1).flatMap(({ fromMs, toMs }) => {
        const delivered = Math.min(toMs, calendar.nowMs - NOT_DELIVERED_MS);
        return trailFile(place, () => events.between(place, { fromMs, toMs: delivered }), calendar);
      }),
    ),
  );
}

function trailPlaces(places: readonly AccountPlace[]): readonly EventPlace[] {
  return places
    .filter(({ accountId }) => isMember(accountId))
    .flatMap(({ accountId, regions }) => regions.map((region) => ({ accountId, region })));
}

function trailFile(
  place: EventPlace,
  events: () => readonly WorldEvent[],
  calendar: Calendar,
): readonly WorldObject[] {
  const endMs = events().at(-1)?.time;
  if (endMs === undefined) return [];
  const file = `${place.accountId}_CloudTrail_${place.region}_${fileTime(endMs)}`;
  const key = `${folder(place, endMs)}/${file}_${resourceId(file, 16)}.json.gz`;
  const text = () => JSON.stringify({ Records: events().map((event) => event.record()) });
  return [gzipObject({ key, endMs, text }, calendar)];
}

function folder(place: EventPlace, ms: number): string {
  const day = instantOfMs(ms).slice(0, 10).replaceAll('-', '/');
  return `AWSLogs/${ORGANIZATION_ID}/${place.accountId}/CloudTrail/${place.region}/${day}`;
}

/** CloudTrail's time in file names: `20261120T1405Z`. */
function fileTime(ms: number): string {
  return `${instantOfMs(ms).slice(0, 16).replaceAll('-', '').replaceAll(':', '')}Z`;
}
