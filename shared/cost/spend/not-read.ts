import type { Day, Period } from '../../model/period.ts';

/** How far bills were read. */
export interface BillState {
  /** First and last UTC day with billed usage, of each account that has some. */
  readonly extents: readonly { readonly firstDay: Day; readonly lastDay: Day }[];
  /** The last UTC day on which a source of bills was read; null if none was. */
  readonly readOn: Day | null;
}

/**
 * Why it is not known what a period was billed, as the rest of a sentence; null where it is. A bill
 * that was read and has no line of Bedrock is known to bill nothing until the day it was read.
 */
export function notBilled({ from, to }: Period, { extents, readOn }: BillState): string | null {
  const first = extents.reduce<Day | null>(
    (day, { firstDay }) => (day === null || firstDay < day ? firstDay : day),
    null,
  );
  const last = extents.reduce<Day | null>(
    (day, { lastDay }) => (day === null || lastDay > day ? lastDay : day),
    null,
  );
  if (last === null && readOn === null) return 'no bill was read';
  if (first !== null && first >= to) return `the bill that was read begins on ${first}`;
  const isKnown = [last, readOn].some((day) => day !== null && day >= from);
  return isKnown ? null : billEnds(last, readOn);
}

/** The last day of usage, as everywhere; the day of the reading is another and is called so. */
function billEnds(last: Day | null, readOn: Day | null): string {
  if (last === null) return `the bill was last read on ${readOn}, and has no usage`;
  return `the bill that was read ends on ${last}`;
}

/** How reading a dataset in one account and Region ended. */
export interface PlaceRead {
  readonly accountId: string;
  readonly region: string;
  readonly outcome:
    | { readonly status: 'collected' }
    | { readonly status: 'denied' | 'unavailable' | 'failed'; readonly reason: string };
}

/**
 * Why nothing is known of what is configured, as the rest of a sentence; null once a place of it was
 * read, or has no such service.
 */
export function notRead(what: string, places: readonly PlaceRead[]): string | null {
  if (places.some(({ outcome }) => outcome.status === 'collected')) return null;
  const { asked, first } = unreadOf(places);
  if (first === undefined) return places.length === 0 ? `${what} was not read` : null;
  return `${what} was not read in any of ${asked} places (${first})`;
}

/**
 * Why something of what is configured may be missing, as the rest of a sentence: it was read in some
 * places and not in others. Null where all were read, or none.
 */
export function partlyRead(what: string, places: readonly PlaceRead[]): string | null {
  const { asked, unread, first } = unreadOf(places);
  if (first === undefined || unread === asked) return null;
  return `${what} was not read in ${unread} of ${asked} places (${first})`;
}

/** Places that have the service, and those of them that were not read; the first with its reason. */
function unreadOf(places: readonly PlaceRead[]) {
  const asked = places.filter(({ outcome }) => outcome.status !== 'unavailable');
  const reasons = asked.flatMap(({ accountId, region, outcome }) =>
    outcome.status === 'collected' ? [] : [`${accountId} ${region}: ${outcome.reason}`],
  );
  return { asked: asked.length, unread: reasons.length, first: reasons[0] };
}
